/**
 * Why an address by itself looks like part of an endless space; null when it does not. One Chinese clause.
 * `year`: the present one. The rules that every archive crawler ends up with: an address that grows by repeating itself,
 * that carries host names along, or that turns the leaves of a calendar beyond the years in which anything was published.
 */
export function looksLikeTrap(url: string, year = new Date().getFullYear()): string | null {
  if (url.length > longestAddress) return `地址超过${longestAddress}个字符`;
  const path = pathOf(url);
  const segments = path.split('/').filter(segment => segment !== '');
  if (segments.length > mostSegments) return `地址超过${mostSegments}层`;
  const repeated = repeatedSegment(segments);
  if (repeated !== null) return `地址中“${readable(repeated)}”一再重复`;
  if (segments.filter(segment => hostName.test(segment)).length > 1) return '地址中夹带多个网站域名';
  const beyond = calendarYear(url.slice(url.indexOf(path, 8)));
  return beyond !== null && (beyond < firstYear || beyond > year + 1) ? `日历翻到了${beyond}年` : null;
}

/** The shape that addresses of one kind share: digits and random tokens apart, query by the names of its parameters. */
export function templateOf(url: string): string {
  const [address = '', query = ''] = url.split('?', 2);
  const shape = address.replace(randomToken, '*').replace(/\d+/g, '0');
  const names = query === '' ? [] : query.split('&').map(parameter => parameter.split('=', 1)[0]!.replace(/\d+/g, '0'));
  return names.length === 0 ? shape : `${shape}?${[...new Set(names)].sort().join('&')}`;
}

/** Of the words of one page: exactly, and with digits left out. */
export interface PagePrints {
  readonly exact: number;
  readonly withoutDigits: number;
}

/** Watches for kinds of addresses that bring forth the same page again and again, such as calendars and random parameters. */
export interface TrapWatch {
  /** The page at this address was read. The number of pages alike at the moment at which its kind is found to be a trap, else null. */
  learn(url: string, prints: PagePrints): number | null;
  /** Pages of this address's kind lead nowhere new: try them, but follow nothing on them. */
  isTrapped(url: string): boolean;
}

/** Memory grows by one number per page. */
export function createTrapWatch(): TrapWatch {
  const alike = new Map<number, number>();
  const trapped = new Set<number>();
  return {
    learn(url, { exact, withoutDigits }) {
      const kind = kindOf(url);
      if (trapped.has(kind)) return null;
      // The leaves of a calendar differ in nothing but the date.
      const print = calendarYear(url) === null ? exact : withoutDigits;
      // 32 bits of one and 21 of the other: as good as exact for a site's worth of pages.
      const key = kind * 2 ** 21 + (print % 2 ** 21);
      const count = (alike.get(key) ?? 0) + 1;
      alike.set(key, count);
      if (count < (url.includes('?') ? alikeByQuery : alikeByPath)) return null;
      trapped.add(kind);
      return count;
    },
    isTrapped: url => trapped.size > 0 && trapped.has(kindOf(url)),
  };
}

const kindOf = (url: string) => textFingerprint(templateOf(url), { digits: 'kept' });

/**
 * A kind is a trap once so many of its pages were alike to the letter. Parameters that change nothing are known soon;
 * pages with addresses of their own may honestly look alike (shells that a script fills), so they get more time.
 */
export const alikeByQuery = 12;
export const alikeByPath = 50;

/** A 32-bit number for a text (FNV-1a over UTF-16). Spaces never count; digits only when kept, so that a page number or date makes no new page. */
export function textFingerprint(text: string, { digits }: { readonly digits: 'kept' | 'ignored' }): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 32 || (digits === 'ignored' && code >= 48 && code <= 57)) continue;
    hash = Math.imul(hash ^ code, 0x01000193);
  }
  return hash >>> 0;
}

const longestAddress = 2000;
const mostSegments = 20;
/** Nothing an office of the People's Republic publishes is older. */
const firstYear = 1949;

function pathOf(url: string): string {
  const start = url.indexOf('/', url.indexOf('://') + 3);
  if (start < 0) return '/';
  const end = url.slice(start).search(/[?#]/);
  return end < 0 ? url.slice(start) : url.slice(start, start + end);
}

/**
 * A name three times over in one path. Numbers and one- or two-letter names are common in the paths of archives
 * (`/2011/11/11/11.html`, `/M00/00/0A/`), so those must follow each other five times.
 */
function repeatedSegment(segments: readonly string[]): string | null {
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

const hostName = /^(?:https?:|(?:[a-z0-9-]+\.)+(?:cn|com|net|org|gov|edu|info|top|vip|xyz|政务|公益|中国))$/i;

/** `2026-11`, `2026_11-02` as a whole name in the path or value in the query; `year=2026`. Slashes are left out: `/2050/12/` may be column 2050. */
function calendarYear(address: string): number | null {
  const inName = /(?:^|[/=])(\d{4})[-_](?:0?[1-9]|1[0-2])(?:[-_](?:0?[1-9]|[12]\d|3[01]))?(?:\.\w+)?(?=[/?&#]|$)/.exec(address);
  const inQuery = /[?&](?:y|year|nian|nianfen)=(\d{4})(?=[&#]|$)/i.exec(address);
  const year = Number(inName?.[1] ?? inQuery?.[1]);
  // Calendars turn leaf by leaf, so they pass through here; 3603 is the number of something.
  return year >= 1900 && year < 2200 ? year : null;
}

const randomToken = /(?=[0-9a-f-]*\d)(?=[0-9a-f-]*[a-f])[0-9a-f-]{8,}/gi;

function readable(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
