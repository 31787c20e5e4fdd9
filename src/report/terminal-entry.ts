import { type Evidence, outcomeTitles } from '../model/check.ts';
import type { Finding } from '../model/finding.ts';
import { clip, stripControl } from '../text/safe-text.ts';
import { type FindingGroup, placesOf } from './summary.ts';
import { fit, indented, paint, type TerminalOptions, wrap } from './terminal-text.ts';
import { beijingTime, entryTitle, remedyTitle, standingText } from './wording.ts';

const placesShown = 2;
const wordsLength = 120;
const sentenceLength = 600;

/** One numbered entry: what was required, what is wrong, under which article, where to see it, what to do. */
export function entryLines(entry: FindingGroup, number: number, options: TerminalOptions): readonly string[] {
  const [first, ...others] = entry;
  const standing = standingText(first);
  const badge = standing === null ? outcomeTitles[first.outcome] : `${outcomeTitles[first.outcome]}·${standing}`;
  return [
    '',
    ...indented(`${number}. 〔${badge}〕${entryTitle(entry)}`, '  ', options).map(line => paint(options, 'bold', line)),
    ...field('说明', clip(stripControl(first.message), sentenceLength), options),
    ...(others.length === 0 ? field('依据', stripControl(first.basis), options) : []),
    ...places(entry, options),
    ...(others.length === 0 ? field(remedyTitle(first), stripControl(first.remedy), options) : titles(entry, options)),
  ];
}

const titles = (findings: readonly Finding[], options: TerminalOptions): readonly string[] =>
  field('要求', findings.map(({ title }) => stripControl(title)).join('；'), options);

function places(findings: readonly Finding[], options: TerminalOptions): readonly string[] {
  const evidence = placesOf(findings);
  const hidden = evidence.length - placesShown;
  return [
    ...evidence.slice(0, placesShown).flatMap(item => place(item, options)),
    ...(hidden > 0 ? field('', `另有 ${hidden} 处，见 HTML 或 JSON 报告。`, options) : []),
  ];
}

function place({ url, finalUrl, foundOn, anchorText, quote, fetchedAt }: Evidence, options: TerminalOptions): readonly string[] {
  return [
    address('网址', url, options),
    ...(finalUrl === url ? [] : [address('最终到达', finalUrl, options)]),
    ...(foundOn === null ? [] : [address('发现于', foundOn, options)]),
    ...field('链接文字', clip(stripControl(anchorText ?? ''), wordsLength), options),
    ...field('页面原文', clip(stripControl(quote ?? ''), wordsLength), options),
    ...field('抓取时间', `${beijingTime(fetchedAt)}（北京时间）`, options),
  ];
}

/** An address stays in one piece, however long: broken by a line end it can be neither clicked nor copied. */
const address = (label: string, url: string, options: TerminalOptions): string => labelColumn(label, options) + stripControl(url);

function field(label: string, text: string, options: TerminalOptions): readonly string[] {
  if (text === '') return [];
  return wrap(text, options.width - labelWidth).map((line, index) => labelColumn(index === 0 ? label : '', options) + line);
}

const labelWidth = 14;
const labelColumn = (label: string, options: TerminalOptions): string => `     ${paint(options, 'dim', fit(label, labelWidth - 5))}`;
