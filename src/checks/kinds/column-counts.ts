import { differenceInCalendarDays } from 'date-fns/differenceInCalendarDays';
import { z } from 'zod';
import type { Candidate, Column, Page } from '../../model/artifacts.ts';
import { defineKind, type Evidence } from '../../model/check.ts';
import type { ItemKey } from '../../model/item.ts';
import { columnMatches } from '../../text/column-names.ts';
import { normalise } from '../../text/normalise.ts';
import { urlKey } from '../../text/urls.ts';
import { evidenceOfLook } from '../evidence.ts';

const age = z.strictObject({
  names: z.array(z.string().min(1)).nonempty(),
  not: z.array(z.string().min(1)).default([]),
  maxAgeDays: z.int().positive(),
});

const options = z.strictObject({
  /** Columns whose newest entry is older than their age; without it, columns without an entry. */
  ages: z.array(age).optional(),
  /** So many are the fault; so many are a warning. */
  least: z.int().positive(),
  warnFrom: z.int().positive(),
});
type Options = z.infer<typeof options>;

/** A column that counts, or may. */
interface Counted {
  readonly name: string;
  readonly url: string;
  /** One Chinese clause. */
  readonly says: string;
}

/**
 * How many columns of a site are stale, or blank (rule book §3.1, JC-V4; warning levels §3.3). A column is its page: boxes of the home page
 * are none of their own, two names of one address are one, and so are two addresses of one name. What could not be read counts for the doubt, not for the number.
 */
export const columnCounts = defineKind({
  id: 'column-counts',
  needs: ['Columns', 'Candidates', 'Pages'],
  options,
  wants: () => [],

  evaluate({ Columns, Candidates, Pages }, asked, { today }) {
    const { counted, unread, looked } = countedIn({ Columns, Candidates, Pages }, asked, today);
    if (looked === 0) return { outcome: 'unsure', cause: 'not-looked', measured: { reason: '没有读到这样的栏目' }, evidence: [] };
    const names = counted.map(({ says }) => says).join('；');
    const measured = { count: counted.length, least: asked.least, names: names || null, unread };
    const evidence = counted.slice(0, mostShown).flatMap(({ url, name }) => evidenceAt(Pages, url, name));
    if (counted.length >= asked.least) return { outcome: 'fail', cause: asked.ages ? 'stale' : 'empty', measured, evidence };
    if (counted.length + unread >= asked.least && unread > 0 && counted.length > 0) {
      const reason = `有${counted.length}个，另有${unread}个栏目没有读到，合起来可能达到${asked.least}个`;
      return { outcome: 'unsure', cause: 'not-looked', measured: { ...measured, reason }, evidence };
    }
    return {
      outcome: counted.length >= asked.warnFrom ? 'partial' : 'pass',
      cause: counted.length >= asked.warnFrom ? 'near' : null,
      measured,
      evidence,
    };
  },

  clues: (artifacts, asked, { today }) =>
    countedIn(artifacts, asked, today).counted.map(({ name, url, says }) => ({
      accepted: true,
      what: `栏目“${name}”`,
      url,
      foundOn: null,
      shows: says,
      reason: null,
      files: [],
    })),
});

const mostShown = 12;

/** `looked`: columns that were read, whatever they showed; `unread`: those that could not be. */
interface Tally {
  readonly counted: readonly Counted[];
  readonly unread: number;
  readonly looked: number;
}

interface Seen {
  readonly Columns: readonly Column[];
  readonly Candidates: Readonly<Partial<Record<ItemKey, readonly Candidate[]>>>;
  readonly Pages: readonly Page[];
}

function countedIn(seen: Seen, { ages }: Options, today: string): Tally {
  const home = seen.Pages.find(({ look }) => look.foundOn === null);
  const columns = seen.Columns.filter(({ url }) => url !== home?.look.finalUrl);
  // 一级栏目: what the home page itself leads to, by its menus and headings.
  const linked = new Set(home?.anchors.flatMap(({ url, place }) => (url !== null && place !== 'row' ? [urlKey(url)] : [])));
  if (ages) return staleIn(columns, { ages, today, isFirstLevel: url => linked.has(urlKey(url)) });
  const blank = [
    ...columns.flatMap(({ name, url, trouble }) => (trouble?.kind === 'empty' ? [{ name, url, says: `“${name}”没有内容` }] : [])),
    ...Object.values(seen.Candidates)
      .flat()
      .flatMap(({ text, target, trouble }) =>
        target && trouble?.kind === 'empty' ? [{ name: text, url: target.look.finalUrl, says: `“${text}”没有内容` }] : [],
      ),
  ];
  const targets = Object.values(seen.Candidates)
    .flat()
    .filter(({ target, trouble }) => target && (trouble === null || trouble.kind === 'empty'));
  return { counted: distinct(blank), unread: 0, looked: targets.length + columns.filter(({ trouble }) => trouble === null).length };
}

interface Ageing {
  readonly ages: NonNullable<Options['ages']>;
  readonly today: string;
  readonly isFirstLevel: (url: string) => boolean;
}

/** All pages of one name are one column, and its newest entry speaks for it: further pages of a list hold the older ones. */
function staleIn(columns: readonly Column[], { ages, today, isFirstLevel }: Ageing): Tally {
  const matching = columns.filter(({ name }) => ages.some(one => columnMatches(name, one)));
  const names = [...new Set(matching.filter(({ url }) => isFirstLevel(url)).map(({ name }) => normalise(name)))];
  const states = names.map(name => {
    const same = matching.filter(column => normalise(column.name) === name || sharesAddress(column, name, matching));
    const days = same.flatMap(({ newestOn }) => (newestOn !== null && newestOn <= today ? [newestOn] : [])).sort();
    const [first] = same.filter(({ url }) => isFirstLevel(url));
    return { column: first!, newestOn: days.at(-1) ?? null, isUnread: same.some(({ trouble }) => trouble !== null) };
  });
  const counted = states.flatMap(({ column: { name, url }, newestOn, isUnread }) => {
    const { maxAgeDays } = ages.find(one => columnMatches(name, one))!;
    if (newestOn === null || isUnread || differenceInCalendarDays(today, newestOn) <= maxAgeDays) return [];
    return [{ name, url, says: `“${name}”最新一条是${newestOn}，已${differenceInCalendarDays(today, newestOn)}天` }];
  });
  const unread = states.filter(({ newestOn, isUnread }) => newestOn === null || isUnread).length;
  return { counted: distinct(counted), unread, looked: states.length - unread };
}

/** Another name of a page that goes by this one. */
const sharesAddress = ({ url }: Column, name: string, columns: readonly Column[]): boolean =>
  columns.some(other => other.url === url && normalise(other.name) === name);

/** One of each address and of each name: a column is reached by several ways, and stands at several places. */
function distinct(columns: readonly Counted[]): readonly Counted[] {
  const firstOf = (keyOf: (column: Counted) => string, all: readonly Counted[]) =>
    all.filter((one, index) => all.findIndex(other => keyOf(other) === keyOf(one)) === index);
  return firstOf(
    ({ name }) => normalise(name),
    firstOf(({ url }) => url, columns),
  );
}

const evidenceAt = (pages: readonly Page[], url: string, name: string): readonly Evidence[] =>
  pages
    .filter(({ look }) => look.finalUrl === url)
    .slice(0, 1)
    .map(({ look }) => evidenceOfLook(look, name));
