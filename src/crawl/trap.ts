import type { Trap, TrapRule } from '../model/trap.ts';
import { calendarYear } from './calendar-address.ts';

/**
 * Why an address by itself looks like part of an endless space; null when it does not. `year`: the present one.
 * The rules that every archive crawler ends up with: an address that grows by repeating itself, that carries host names along,
 * or that turns the leaves of a calendar beyond the years in which anything was published.
 */
export function looksLikeTrap(url: string, year = new Date().getFullYear()): Trap | null {
  if (url.length > longestAddress && url.replace(escaped, 'x').length > longestAddress)
    return found('long-address', `超过${longestAddress}个字符`);
  const [path, query] = pathAndQuery(url);
  const segments = path.split('/').filter(segment => segment !== '');
  if (segments.length > mostSegments) return found('deep-path', `超过${mostSegments}层`);
  const repeated = repeatedName(segments) ?? repeatedRun(segments);
  if (repeated !== null) return found('repeated-segments', `“${readable(repeated)}”`);
  if (segments.filter(segment => hostName.test(segment)).length > 1) return found('host-in-path', '');
  if (escapedAgain.test(path) || escapedAgain.test(query)) return found('repeated-escapes', '');
  const appended = repeatedParameter(query);
  if (appended !== null) return found('repeated-parameters', `“${readable(appended)}”`);
  const beyond = calendarYear(url);
  return beyond !== null && (beyond < firstYear || beyond > year + 1) ? found('calendar', `${beyond}年`) : null;
}

const found = (rule: TrapRule, detail: string): Trap => ({ rule, detail });

/** Characters, an escape counted as one: a Chinese title of 200 characters is 1,800 when it is escaped. */
const longestAddress = 2000;
const escaped = /%[0-9a-f]{2}/gi;
const mostSegments = 20;
/** Nothing an office of the People's Republic publishes is older. */
const firstYear = 1949;

function pathAndQuery(url: string): readonly [path: string, query: string] {
  const start = url.indexOf('/', url.indexOf('://') + 3);
  if (start < 0) return ['/', ''];
  const [address = ''] = url.slice(start).split('#', 1);
  const mark = address.indexOf('?');
  return mark < 0 ? [address, ''] : [address.slice(0, mark), address.slice(mark + 1)];
}

/**
 * A name three times over in one path. Numbers and one- or two-letter names are common in the paths of archives
 * (`/2011/11/11/11.html`, `/M00/00/0A/`), so those must follow each other five times.
 */
function repeatedName(segments: readonly string[]): string | null {
  const counts = new Map<string, number>();
  let run = 0;
  for (const [i, segment] of segments.entries()) {
    run = segment === segments[i - 1] ? run + 1 : 1;
    const count = (counts.get(segment) ?? 0) + 1;
    counts.set(segment, count);
    if (run >= 5 || (count >= 3 && segment.length > 2 && !/^\d+$/.test(segment))) return segment;
  }
  return null;
}

/** Two to four names in a row, the same row three times; short ones are what a relative link without its slash brings (`zw/gk/zw/gk/`). */
function repeatedRun(segments: readonly string[]): string | null {
  for (const length of [2, 3, 4]) {
    for (let from = 0; from + 3 * length <= segments.length; from++) {
      const row = segments.slice(from, from + length);
      const isRepeated = row.every((name, i) => name === segments[from + length + i] && name === segments[from + 2 * length + i]);
      if (isRepeated && row.some(name => /\D/.test(name))) return row.join('/');
    }
  }
  return null;
}

const hostName = /^(?:https?:|(?:[a-z0-9-]+\.)+(?:cn|com|net|org|gov|edu|info|top|vip|xyz|政务|公益|中国))$/i;

/** `&amp;amp;` and `%252525`: what was escaped is escaped again on every page. Once may be an oversight, twice is a machine. */
const escapedAgain = /amp(?:;|%3B)amp(?:;|%3B)|%25252|&amp%3Bamp/i;

/** The same parameter with the same value three times, or one name six times with any: a link that is appended to its own address. */
function repeatedParameter(query: string): string | null {
  if (query.length < shortestAppended) return null;
  const counts = new Map<string, number>();
  const countUp = (key: string): number => {
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    return count;
  };
  for (const parameter of query.split('&')) {
    const [name = ''] = parameter.split('=', 1);
    if (name === '' || name.endsWith('[]') || /%5B(?:%5D)?$/i.test(name)) continue;
    if (countUp(parameter) >= 3 || (name !== parameter && countUp(`${name}=*`) >= 6)) return name;
  }
  return null;
}

const shortestAppended = 'a&a&a'.length;

function readable(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
