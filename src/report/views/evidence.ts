import type { Evidence } from '../../model/check.ts';
import { clip, stripControl, webHref } from '../../text/safe-text.ts';
import { beijingTime } from '../wording.ts';
import { type Content, type Markup, markup } from './markup.ts';

const shownAtMost = 5;
const quoteLength = 400;
const wordsLength = 120;
const addressLength = 300;

/** The places where a verdict can be seen, each with page, words, time and the fingerprint of what was received. */
export const evidenceList = (evidence: readonly Evidence[]): Markup =>
  markup`<ul class="evidence">${evidence.slice(0, shownAtMost).map(place)}${more(evidence.length - shownAtMost)}</ul>`;

/** A link where following it is safe, else the bare text. Long addresses are cut for the eye; the link stays whole. */
export function webLink(address: string): Markup {
  const shown = clip(stripControl(address), addressLength);
  const href = webHref(address);
  return href === null ? markup`<code>${shown}</code>` : markup`<a href="${href}" rel="noreferrer noopener nofollow">${shown}</a>`;
}

function place({ url, finalUrl, foundOn, anchorText, quote, rejectedBecause, fetchedAt, bodySha256, screenshot }: Evidence): Markup {
  return markup`<li>
<div>页面：${webLink(url)}</div>
${finalUrl === url ? null : markup`<div>最终到达：${webLink(finalUrl)}</div>`}
${foundOn === null ? null : markup`<div>发现于：${webLink(foundOn)}</div>`}
${anchorText === null ? null : markup`<div>链接文字：“${cut(anchorText, wordsLength)}”</div>`}
${rejectedBecause ? markup`<div>未予采信：${cut(rejectedBecause, quoteLength)}</div>` : null}
${quote === null ? null : markup`<blockquote>${cut(quote, quoteLength)}</blockquote>`}
<div class="muted">抓取于北京时间 ${beijingTime(fetchedAt)}${bodySha256 === null ? '，没有取得内容' : fingerprint(bodySha256)}${
    screenshot === null ? null : markup`，截图 <code>${cut(screenshot, wordsLength)}</code>`
  }</div>
</li>`;
}

const fingerprint = (sha256: string): Content => markup`，SHA-256 <code title="${sha256}">${sha256.slice(0, 16)}…</code>`;

const cut = (text: string, max: number): string => clip(stripControl(text), max);

const more = (hidden: number): Content => (hidden > 0 ? markup`<li>另有 ${hidden} 处，见 JSON 报告。</li>` : null);
