import { type DateRole, publishingRoles } from '../text/date-labels.ts';
import { parentOf } from './around.ts';
import type { LinkToken, Token } from './list-tokens.ts';
import { roleInTable } from './table-role.ts';
import type { DateToken } from './token-dates.ts';

/** A title and the day that belongs to it. */
export interface Pair {
  readonly link: LinkToken;
  readonly date: DateToken;
}

/**
 * Pairs the titles and days of one box, given in document order. One day goes with the longest of a few titles; several
 * are paired in order, day behind or day in front, line by line where line breaks separate the entries.
 */
export function pairTokens(tokens: readonly Token[]): readonly Pair[] {
  const links = tokens.filter(isLink);
  const dates = tokens.filter(isDate);
  if (dates.length === 1) return links.length > mostLinksBesideOneDay ? [] : paired(links, dates);
  if (links.length === 1) return dates.length > mostDaysOfOneEntry ? [] : paired(links, dates);
  if (links.length === dates.length && areApart(tokens)) return links.flatMap((link, i) => paired([link], [dates[i]!]));
  const lines = linesOf(tokens);
  if (lines.length > 1 && lines.every(line => line.filter(isDate).length <= 1)) return lines.flatMap(pairTokens);
  if (links.length > 3 * dates.length + 3) return [];
  return groupsOf(tokens.filter(token => token.kind !== 'break')).flatMap(group => paired(group.links, group.dates));
}

/** Boxes with more links and one day are headers or whole pages, not entries. */
const mostLinksBesideOneDay = 4;
/** Publication, signature, entry into force: no entry shows more days of its own. */
const mostDaysOfOneEntry = 3;

const isLink = (token: Token): token is LinkToken => token.kind === 'link';
const isDate = (token: Token): token is DateToken => token.kind === 'date';

function paired(links: readonly LinkToken[], dates: readonly DateToken[]): readonly Pair[] {
  const date = dates.length > mostDaysOfOneEntry ? null : publishing(dates);
  const link = longest(links);
  return link && date ? [{ link, date }] : [];
}

/** All titles stand before all days, or behind them: two columns, or two lists. */
function areApart(tokens: readonly Token[]): boolean {
  const kinds = tokens.filter(token => token.kind !== 'break').map(({ kind }) => kind);
  return kinds.filter((kind, i) => i > 0 && kind !== kinds[i - 1]).length === 1;
}

const longest = (links: readonly LinkToken[]): LinkToken | null =>
  links.reduce<LinkToken | null>((best, link) => (best && best.title.length >= link.title.length ? best : link), null);

/** The day of publication among the days of one entry: by label or column heading, else the last one. */
function publishing(dates: readonly DateToken[]): DateToken | null {
  const ranked = dates
    .map(date => ({ date, rank: publishingRoles.indexOf(roleOf(date)) }))
    .filter(({ rank }) => rank >= 0)
    .reverse()
    .sort((one, other) => one.rank - other.rank);
  return ranked[0]?.date ?? null;
}

const roleOf = ({ role, element }: DateToken): DateRole => (role === 'none' ? roleInTable(element) : role);

function linesOf(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const lines: Token[][] = [[]];
  for (const token of tokens) {
    if (token.kind === 'break') lines.push([]);
    else lines.at(-1)!.push(token);
  }
  return lines.filter(line => line.length > 0);
}

interface Group {
  readonly links: LinkToken[];
  readonly dates: DateToken[];
}

/** Cuts a sequence of titles and days into entries. */
function groupsOf(tokens: readonly Token[]): readonly Group[] {
  const dayFirst = startsWithDay(tokens);
  const groups: Group[] = [];
  let last: Token['kind'] | null = null;
  for (const token of tokens) {
    const opens = dayFirst ? token.kind === 'date' && last !== 'date' : token.kind === 'link' && last !== 'link';
    if (opens || groups.length === 0) groups.push({ links: [], dates: [] });
    if (isLink(token)) groups.at(-1)!.links.push(token);
    else if (isDate(token)) groups.at(-1)!.dates.push(token);
    last = token.kind;
  }
  // Far from the day stand headings and “more” links, not titles.
  return groups.map(({ links, dates }) => ({ links: dayFirst ? links.slice(0, 3) : links.slice(-3), dates }));
}

function startsWithDay(tokens: readonly Token[]): boolean {
  if (tokens[0]?.kind !== 'link') return true;
  if (tokens.at(-1)?.kind !== 'link') return false;
  // Title, day, …, title: either a “more” link stands behind, or the heading of the box is a link too and looks different.
  const [first, second, third] = tokens.filter(isLink);
  return (
    first !== undefined && second !== undefined && third !== undefined && shape(first) !== shape(second) && shape(second) === shape(third)
  );
}

function shape({ element }: LinkToken): string {
  const parent = parentOf(element);
  return `${element.attribs.class ?? ''}<${parent?.name}.${parent?.attribs.class ?? ''}`;
}
