import { type Outcome, outcomeTitles } from '../../model/check.ts';
import type { Finding } from '../../model/finding.ts';
import { clip, stripControl } from '../../text/safe-text.ts';
import { entriesOf, type FindingGroup, findingsWith, placesOf } from '../summary.ts';
import { entryTitle, outcomeNotes, outcomeOrder, remedyTitle, standingText } from '../wording.ts';
import { evidenceList, webLink } from './evidence.ts';
import { type Content, heading, type Markup, markup, nothing } from './markup.ts';

const textLength = 1_000;

/** The findings of a unit by outcome, those to act on first. `level` is that of the section headings. */
export function findingSections(findings: readonly Finding[], level: 2 | 3): Markup {
  if (findings.length === 0) return markup`<p class="notice">这次没有产生任何检查结果：没有适用于该单位的检查项，或检查尚未完成。</p>`;
  return markup`${outcomeOrder.map(outcome => section(outcome, findingsWith(findings, outcome), level))}`;
}

function section(outcome: Outcome, findings: readonly Finding[], level: 2 | 3): Markup {
  if (findings.length === 0) return nothing;
  const settled = outcome === 'pass' || outcome === 'not-applicable';
  return markup`<section class="part">
${heading(level, `${outcomeTitles[outcome]}（${findings.length} 项）`)}
<p class="muted">${outcomeNotes[outcome]}</p>
${settled ? table(outcome, findings) : entriesOf(findings).map(entry => card(entry, level === 2 ? 3 : 4))}
</section>`;
}

function card(entry: FindingGroup, level: 3 | 4): Markup {
  const [first, ...others] = entry;
  const standing = standingText(first);
  return markup`<article class="card card-${first.outcome}">
<div class="badges"><span class="badge badge-${first.outcome}">${outcomeTitles[first.outcome]}</span>${
    standing === null ? null : markup`<span class="standing">${standing}</span>`
  }</div>
${heading(level, cut(entryTitle(entry)))}
<p class="message">${cut(first.message)}</p>
<dl class="fields">
${others.length === 0 ? fieldsOfOne(first) : fieldsOfMany(entry)}
</dl>
</article>`;
}

const fieldsOfOne = (finding: Finding): Markup => markup`${field('依据', cut(finding.basis))}
${field('证据', places([finding]))}
${finding.remedy === '' ? null : field(remedyTitle(finding), markup`<span class="remedy">${cut(finding.remedy)}</span>`)}
${field('检查项', markup`<code>${cut(finding.check)}</code>`)}`;

const fieldsOfMany = (findings: readonly Finding[]): Markup => markup`${field('证据', places(findings))}
${field(
  '要求',
  markup`<ul class="several">${findings.map(
    ({ title, basis, check }) => markup`<li>${cut(title)}<span class="names">　${cut(basis)}　<code>${cut(check)}</code></span></li>`,
  )}</ul>`,
)}`;

function places(findings: readonly Finding[]): Content {
  const evidence = placesOf(findings);
  return evidence.length === 0 ? '没有可以指出的页面。' : evidenceList(evidence);
}

const field = (name: string, content: Content): Markup => markup`<dt>${name}</dt><dd>${content}</dd>`;

function table(outcome: 'pass' | 'not-applicable', findings: readonly Finding[]): Markup {
  return markup`<div class="panel long"><table>
<caption>${outcome === 'pass' ? '达到要求的检查项和所见页面' : '不适用的检查项和原因'}</caption>
<thead><tr><th scope="col">要求</th><th scope="col">说明</th></tr></thead>
<tbody>${findings.map(
    ({ title, message, evidence }) =>
      markup`<tr><th scope="row">${cut(title)}</th><td>${cut(message)}${evidence[0] === undefined ? null : markup`<div class="names">${webLink(evidence[0].url)}</div>`}</td></tr>`,
  )}</tbody>
</table></div>`;
}

const cut = (text: string): string => clip(stripControl(text), textLength);
