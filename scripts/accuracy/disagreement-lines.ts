import { type Evidence, outcomeTitles } from '../../src/model/check.ts';
import { standingTitles } from '../../src/model/finding.ts';
import { clip, stripControl } from '../../src/text/safe-text.ts';
import type { Bundle } from './bundles.ts';
import { classTitles } from './classes.ts';
import type { Said, SignedTruth } from './disagreements.ts';
import { nightList } from './text.ts';

const placesShown = 4;
const quoteLength = 80;
const idsShown = 3;

/** A bundle in words: whom and what it is about, what the program said and on what it rests, what was signed and why. */
export interface BundleLines {
  readonly heading: string;
  readonly said: readonly string[];
  readonly truth: readonly string[];
}

/** The lines of both sides; the first of each is the verdict, the others are what it rests on. */
export function linesOf(bundle: Bundle): BundleLines {
  const [{ unit, unitName, family, check, checkTitle, nights, said }, ...others] = bundle;
  const what = others.length === 0 ? `${check} ${checkTitle}` : `${bundle.length} 项检查`;
  return {
    heading: `${unit} ${unitName}（${family}）· ${what} · 第${nightList(nights)}夜`,
    said: others.length === 0 || said?.reason == null ? saidLines(said) : saidLines({ ...said, message: said.reason }),
    truth: others.length === 0 ? truthLines(bundle[0].truth) : truthsOf(bundle),
  };
}

/** What was signed for each check, the same once. */
function truthsOf(bundle: Bundle): readonly string[] {
  return [...Map.groupBy(bundle, ({ truth }) => truthLines(truth).join('；'))].map(([text, members]) => {
    const ids = members.slice(0, idsShown).map(({ check }) => check);
    return `${ids.join('、')}${members.length > idsShown ? `等 ${members.length} 项` : ''}：${text}`;
  });
}

function saidLines(said: Said | null): readonly string[] {
  if (said === null) return [classTitles.missing];
  const { outcome, standing, cause, message, evidence } = said;
  const marks = [outcomeTitles[outcome], ...(standing === 'settled' ? [] : [standingTitles[standing]]), ...(cause === null ? [] : [cause])];
  const more = evidence.length - placesShown;
  return [
    `${marks.join('，')}：${stripControl(message)}`,
    ...inStableOrder(evidence).slice(0, placesShown).map(placeLine),
    ...(more > 0 ? [`另有 ${more} 处`] : []),
  ];
}

/** The first place is the most telling; the others come in the order in which the crawl happened to reach them. */
function inStableOrder([first, ...others]: readonly Evidence[]): readonly Evidence[] {
  return first === undefined ? [] : [first, ...others.toSorted((a, b) => (a.url < b.url ? -1 : 1))];
}

function truthLines({ outcomes, why, awaits, planted }: SignedTruth): readonly string[] {
  const signed = outcomes.map(outcome => outcomeTitles[outcome]).join('或');
  const wait = awaits === null ? '' : `（待能力 ${awaits}）`;
  if (planted === null) return [`${signed}${wait}：${why ?? '没有埋设过错'}`];
  const role = planted.fault === undefined ? `无辜对照 ${planted.twin}` : `埋设过错 ${planted.fault}`;
  // What was planted is itself the reason where no other was written.
  return why === null || why === planted.what
    ? [`${signed}${wait}：${role}：${planted.what}`]
    : [`${signed}${wait}：${why}`, `${role}：${planted.what}`];
}

function placeLine({ url, finalUrl, foundOn, anchorText, quote }: Evidence): string {
  return [
    url,
    ...(finalUrl === url ? [] : [`→ ${finalUrl}`]),
    ...(anchorText === null ? [] : [`链接“${clip(stripControl(anchorText), quoteLength)}”`]),
    ...(foundOn === null ? [] : [`见于 ${foundOn}`]),
    ...(quote === null ? [] : [`原文“${clip(stripControl(quote), quoteLength)}”`]),
  ].join(' ');
}
