import { heading, type Markup, markup } from './markup.ts';

/** How to read a report and what to do when one disagrees: the judged must not have to ask. */
export const readingNotes = (level: 2): Markup => markup`<section>
${heading(level, '说明')}
<ul class="muted">
<li>“不符合”都以看过应看的页面为前提。标“待复核”的，要等另一次独立检查得出同样结论，或经人工确认，才计入年度得分。</li>
<li>“无法判定”和“不适用”不进入得分的分子和分母，因此不扣分。“已判定”是得出结论的项数与适用项数之比。</li>
<li>每条证据都有网址、抓取时间和内容的 SHA-256 值；原始内容存于快照，可以据此核对。对结论有异议的，请凭检查项编号和快照编号提出。</li>
</ul>
</section>`;
