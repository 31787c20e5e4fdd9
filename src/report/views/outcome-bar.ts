import { outcomeTitles } from '../../model/check.ts';
import type { OutcomeCounts } from '../summary.ts';
import { countsText, outcomeOrder } from '../wording.ts';
import { type Markup, markup } from './markup.ts';

/** The share of each outcome as one bar. Its label says the numbers, so that colour is never the only carrier. */
export function outcomeBar(counts: OutcomeCounts): Markup {
  const shown = outcomeOrder.filter(outcome => counts[outcome] > 0);
  const total = shown.reduce((sum, outcome) => sum + counts[outcome], 0);
  const start = (index: number) => shown.slice(0, index).reduce((sum, outcome) => sum + counts[outcome], 0);
  return markup`<svg class="bar" role="img" aria-label="${countsText(counts) || '没有检查结果'}" viewBox="0 0 ${total || 1} 1" preserveAspectRatio="none">${shown.map(
    (outcome, index) => markup`<rect class="bar-${outcome}" x="${start(index)}" y="0" width="${counts[outcome]}" height="1"/>`,
  )}</svg>`;
}

/** What the colours mean, with the numbers. */
export const legend = (counts: OutcomeCounts): Markup =>
  markup`<ul class="legend">${outcomeOrder.map(
    outcome => markup`<li><i class="bar-${outcome}"></i>${outcomeTitles[outcome]} <b>${counts[outcome]}</b></li>`,
  )}</ul>`;

/** A value of 0–100 as a bar; decoration beside its number. */
export const shareBar = (value: number): Markup =>
  markup`<svg class="bar" aria-hidden="true" viewBox="0 0 100 1" preserveAspectRatio="none"><rect class="bar-pass" width="${Math.round(value)}" height="1"/></svg>`;
