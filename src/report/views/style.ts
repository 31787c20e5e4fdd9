import { createHash } from 'node:crypto';
import { outcomes } from '../../model/check.ts';
import { customProperties, palettes } from './palette.ts';

const perOutcome = outcomes
  .map(
    outcome => `
.badge-${outcome} { color: var(--outcome-${outcome}); background: var(--tint-${outcome}); }
.bar-${outcome} { fill: var(--outcome-${outcome}); background: var(--outcome-${outcome}); }
.card-${outcome} { border-left-color: var(--outcome-${outcome}); }`,
  )
  .join('');

/** The one style sheet of the HTML reports: screen from 320 px up, light and dark, and A4 paper. */
export const css = `
:root { color-scheme: light dark; ${customProperties(palettes.light)} }
@media (prefers-color-scheme: dark) { :root { ${customProperties(palettes.dark)} } }
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  margin: 0; background: var(--page); color: var(--ink); line-height: 1.65; font-size: 16px; overflow-wrap: anywhere;
  font-family: "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", "WenQuanYi Micro Hei", sans-serif;
}
.sheet { max-width: 980px; margin: 0 auto; padding: 0 20px 48px; }
h1, h2, h3, h4 { line-height: 1.35; margin: 0; font-weight: 700; }
h1 { font-size: 30px; }
h2 { font-size: 22px; }
h3 { font-size: 18px; }
h4 { font-size: 16px; }
p { margin: 0; }
a { color: var(--accent); text-underline-offset: 3px; }
a:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 2px; }
code { font-family: ui-monospace, "SFMono-Regular", Consolas, "Noto Sans Mono CJK SC", monospace; font-size: .92em; }
.muted { color: var(--muted); font-size: 14px; }
.panel { background: var(--paper); border: 1px solid var(--line); border-radius: 6px; padding: 20px 24px; margin-top: 16px; }
.kicker { color: var(--accent); font-size: 14px; font-weight: 700; letter-spacing: .12em; }
.title { border-top: 5px solid var(--accent); border-radius: 0 0 6px 6px; margin-top: 0; padding-top: 28px; display: grid; gap: 20px 32px; grid-template-columns: minmax(0, 1fr) auto; }
.title .bars { grid-column: 1 / -1; }
.facts { display: flex; flex-wrap: wrap; gap: 2px 20px; margin: 10px 0 0; color: var(--muted); font-size: 14px; }
.facts div { display: flex; gap: 6px; min-width: 0; }
.facts dt { flex: none; }
.facts dt::after { content: "："; }
.facts dd { margin: 0; color: var(--ink); min-width: 0; }
.score { text-align: right; white-space: nowrap; }
.score .value { font-size: 56px; font-weight: 700; line-height: 1; font-variant-numeric: tabular-nums; color: var(--accent); }
.score .unit { font-size: 18px; font-weight: 400; color: var(--muted); margin-left: 4px; }
.score .grade { display: block; margin-top: 10px; font-weight: 700; white-space: normal; }
.score .value.none { font-size: 34px; }
h1 + .muted { margin-top: 8px; }
.bar { display: block; width: 100%; height: 14px; border-radius: 3px; background: var(--soft); }
.legend { display: flex; flex-wrap: wrap; gap: 4px 20px; list-style: none; margin: 10px 0 0; padding: 0; font-size: 14px; }
.legend i { display: inline-block; width: 11px; height: 11px; border-radius: 2px; margin-right: 6px; }
.legend b, .number { font-variant-numeric: tabular-nums; }
.notice { background: var(--notice); border: 1px solid var(--line); border-left: 5px solid var(--outcome-partial); border-radius: 6px; padding: 12px 18px; margin-top: 16px; }
section > h2, section > h3, .panel > h2, .panel > h3 { margin-bottom: 10px; }
.part { margin-top: 32px; }
.part > .muted { margin-bottom: 4px; }
table { width: 100%; border-collapse: collapse; font-size: 15px; }
caption { text-align: left; color: var(--muted); font-size: 14px; padding-bottom: 6px; }
th, td { padding: 9px 10px; text-align: left; vertical-align: top; border-bottom: 1px solid var(--line); font-weight: 400; }
thead th { color: var(--muted); font-size: 14px; border-bottom: 2px solid var(--line); white-space: nowrap; }
tbody tr:last-child > * { border-bottom: 0; }
td.number, th.number { text-align: right; white-space: nowrap; }
.share { min-width: 90px; width: 26%; }
.share .bar { height: 9px; margin-top: 8px; }
.ranking { table-layout: fixed; }
.place { width: 58px; }
.points { width: 104px; }
.count { width: 88px; }
.several { margin: 0; padding-left: 1.2em; }
.card { background: var(--paper); border: 1px solid var(--line); border-left: 5px solid; border-radius: 6px; padding: 16px 22px 18px; margin-top: 14px; }
.badges { display: flex; flex-wrap: wrap; gap: 6px 10px; align-items: center; margin-bottom: 6px; }
.badge { border-radius: 3px; padding: 1px 9px; font-size: 14px; font-weight: 700; white-space: nowrap; }
.standing { border: 1px solid currentColor; color: var(--muted); border-radius: 3px; padding: 0 8px; font-size: 13px; }
.message { margin-top: 8px; }
.fields { display: grid; grid-template-columns: 5.5em minmax(0, 1fr); gap: 8px 12px; margin: 14px 0 0; font-size: 15px; }
.fields > dt { color: var(--muted); }
.fields > dd { margin: 0; min-width: 0; }
.remedy { font-weight: 700; }
.evidence { list-style: none; margin: 0; padding: 0; display: grid; gap: 10px; }
.evidence > li { background: var(--soft); border-radius: 4px; padding: 10px 14px; font-size: 14px; }
blockquote { margin: 6px 0; padding: 2px 0 2px 12px; border-left: 3px solid var(--line); }
blockquote::before { content: "页面原文："; color: var(--muted); }
footer { margin-top: 40px; border-top: 1px solid var(--line); padding-top: 16px; }
.unit { margin-top: 56px; }
.tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(130px, 1fr)); gap: 12px; margin: 16px 0 0; grid-column: 1 / -1; }
.tiles div { background: var(--soft); border-radius: 6px; padding: 12px 16px; }
.tiles dt { color: var(--muted); font-size: 14px; }
.tiles dd { margin: 0; font-size: 26px; font-weight: 700; font-variant-numeric: tabular-nums; line-height: 1.3; }
.names { color: var(--muted); font-size: 14px; }
${perOutcome}
@media (max-width: 640px) {
  body { font-size: 15px; }
  .sheet { padding: 0 10px 32px; }
  h1 { font-size: 24px; }
  h2 { font-size: 20px; }
  .panel, .card { padding: 16px 14px; }
  .title { grid-template-columns: minmax(0, 1fr); }
  .score { text-align: left; }
  .score .value { font-size: 44px; }
  .fields { grid-template-columns: minmax(0, 1fr); gap: 2px; }
  .fields > dd { margin-bottom: 8px; }
  th, td { padding: 8px 5px; font-size: 14px; }
  thead th { font-size: 13px; }
  .ranking thead th { white-space: normal; }
  .share { display: none; }
  .place { width: 38px; }
  .points { width: 62px; }
  .count { width: 38px; }
}
@page { size: A4; margin: 15mm 14mm; }
@media print {
  :root { color-scheme: light; ${customProperties(palettes.light)} }
  body { background: none; font-size: 10pt; line-height: 1.5; }
  .sheet { max-width: none; padding: 0; }
  h1 { font-size: 19pt; }
  h2 { font-size: 14pt; }
  h3 { font-size: 12pt; }
  h4, table, .fields { font-size: 10pt; }
  .muted, .names, .facts, .legend, caption, thead th, .badge, .standing, .evidence > li { font-size: 9pt; }
  .score .value { font-size: 34pt; }
  .tiles { grid-template-columns: repeat(5, 1fr); gap: 8px; }
  .tiles div { padding: 6px 10px; }
  .tiles dd { font-size: 15pt; }
  .panel, .card { padding: 10px 14px; margin-top: 10px; }
  .part { margin-top: 18px; }
  .title { border-radius: 0; padding-top: 16px; gap: 12px 24px; }
  .panel { break-inside: avoid; }
  .panel.long { break-inside: auto; }
  th, td { padding: 4px 6px; }
  .ranking .share { display: none; }
  .place { width: 44px; }
  .points { width: 76px; }
  .count { width: 66px; }
  .fields { gap: 4px 10px; margin-top: 8px; }
  .evidence { gap: 6px; }
  .evidence > li { padding: 5px 10px; }
  h2, h3, h4, .badges, .part > .muted, caption, thead { break-after: avoid; }
  tr, .evidence > li, .message, .notice { break-inside: avoid; }
  .unit { break-before: page; margin-top: 0; }
  a { color: inherit; }
  .title, .badge, .bar, .legend i, .card, .evidence > li, .tiles div, .notice { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  .back { display: none; }
}
`;

/** For the content security policy: this style sheet and no other may be applied. */
export const cssHash = `sha256-${createHash('sha256').update(css).digest('base64')}`;
