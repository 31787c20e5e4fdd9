import type { Candidate, Page } from '../../model/artifacts.ts';
import { yearsIn } from '../../text/years.ts';

/** An entry of the item's own column that names the year, under words that the vocabulary does not know. */
export const titleOfYear = (candidates: readonly Candidate[], year: number): string | null =>
  candidates
    .flatMap(({ target, trouble }) => (target && trouble === null ? titlesOn(target, year) : []))
    .find(title => yearsIn(title).includes(year)) ?? null;

/** A link of the column itself that says nothing but the year (2026年, 2026年度公开) may lead there as well. */
function titlesOn({ rows, own, kind }: Page, year: number): readonly string[] {
  const bare = kind === 'home' ? [] : own.links.map(({ text }) => text).filter(text => isBareYear(text, year));
  return [...rows.map(({ title }) => title).filter(title => documentWords.test(title)), ...bare];
}

const documentWords = /预算|决算|年报|年度报告|工作报告/;
const isBareYear = (text: string, year: number): boolean =>
  text.length <= 16 &&
  text.replace(/[年度公开信息情况本局单位部门市区县级\s\p{P}]/gu, '').replace(/\.?(?:pdf|docx?|xlsx?)$/i, '') === `${year}`;

/** A long list whose oldest entry is newer than the document can be has further pages that were not seen. */
export function listCutOff(candidates: readonly Candidate[], earliest: string): string | null {
  for (const { text, target, trouble } of candidates) {
    if (!target || trouble !== null || target.rows.length < longList) continue;
    const days = target.rows.flatMap(({ date }) => date ?? []).sort();
    if (days[0] !== undefined && days[0] > earliest) return `“${text}”列表只看到${days[0]}以后的条目，后面的页没有查看`;
  }
  return null;
}

const longList = 10;

/**
 * A column that shows no entry, and does not say that there is none, on a site of which no list shows any: the lists of such a site
 * are written by a script that left no other trace. Where other lists have entries, an empty one is empty.
 */
export function listUnread(candidates: readonly Candidate[], pages: readonly Page[]): string | null {
  const lists = new Set(
    pages.filter(({ look, rows }) => look.foundOn !== null && rows.length >= 3).map(({ look }) => hostOf(look.finalUrl)),
  );
  const menu = new Set(pages.find(({ look }) => look.foundOn === null)?.anchors.map(({ url }) => url));
  const isBare = ({ look, rows, anchors, kind, publishedOn }: Page) =>
    rows.length === 0 &&
    kind !== 'article' &&
    publishedOn === null &&
    !lists.has(hostOf(look.finalUrl)) &&
    anchors.every(({ place, url }) => (place !== 'row' && place !== 'content') || menu.has(url));
  const unread = candidates.find(({ target, trouble }) => target && trouble === null && isBare(target));
  return unread ? `“${unread.text}”栏目没有读到条目，本站没有一个列表读到条目，可能由脚本加载` : null;
}

const hostOf = (url: string): string => new URL(url).hostname;
