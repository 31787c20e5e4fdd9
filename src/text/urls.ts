import { encodeQuery } from './query-encoding.ts';

/** A web address that can be asked for, and the place inside the page that was named beside it. */
export interface WebAddress {
  /** Absolute http or https address as WHATWG writes it, without fragment. */
  readonly url: string;
  /** What stood behind `#`, percent-encoded as WHATWG writes it; null when there was none or nothing. */
  readonly fragment: string | null;
}

/**
 * What a browser opens for a reference on a page whose base address is `base`, absolute and as WHATWG writes it; null when that is no
 * web address.
 * `encoding` is the page's (WHATWG label): a query is sent in it, a path always in UTF-8 (URL standard §4.4).
 */
export function resolveUrl(reference: string, base: string, encoding = 'utf-8'): WebAddress | null {
  const short = shortWay(reference, base);
  if (short !== null) return { url: short, fragment: null };
  const parsed = URL.parse(encodeQuery(reference, encoding), base);
  if (!parsed || (parsed.protocol !== 'http:' && parsed.protocol !== 'https:')) return null;
  const { href } = parsed;
  // A serialised address contains `#` only in front of its fragment.
  const end = href.indexOf('#');
  if (end < 0) return { url: href, fragment: null };
  return { url: href.slice(0, end), fragment: href.slice(end + 1) || null };
}

/**
 * Two addresses with one key are the same target: fragment, session id, empty query and the spelling of escapes apart.
 * Idempotent and never throws; text that is no address is its own key. The order of parameters counts, because it may
 * matter to a server.
 */
export function urlKey(url: string): string {
  const end = url.indexOf('#');
  const address = end < 0 ? url : url.slice(0, end);
  const spelt = address.includes('%') ? address.replace(escapes, respell) : address;
  return marksSession.test(spelt) ? withoutSession(spelt) : spelt;
}

/** The first session id in an address, by the name it is known under; null when there is none. What it is taken for, `urlKey` leaves out. */
export function sessionIn(url: string): { readonly name: string; readonly value: string } | null {
  if (!marksSession.test(url)) return null;
  const end = url.indexOf('#');
  const address = end < 0 ? url : url.slice(0, end);
  const mark = address.indexOf('?');
  const path = mark < 0 ? address : address.slice(0, mark);
  const [inPath] = path.match(sessionInPath) ?? path.match(sessionFolder) ?? [];
  if (inPath !== undefined) return { name: inPath.startsWith(';') ? inPath.slice(1, inPath.indexOf('=')) : '(S(…))', value: inPath };
  const query = mark < 0 ? '' : address.slice(mark + 1);
  const found = sessionHint.test(query) ? query.split('&').find(parameter => isSession(parameter, query)) : undefined;
  return found === undefined ? null : { name: found.split('=', 1)[0]!, value: found };
}

/** The directory in which an address lies, with a slash at its end: the scope when a person names one page of it. */
export const directoryOf = (url: string): string => new URL('.', url).href;

/** True when the address has the origin and begins with the path of one of the prefixes. Each prefix ends with a slash. */
export const isInScope = (url: string, prefixes: readonly string[]): boolean => prefixes.some(prefix => url.startsWith(prefix));

/** Scheme, host and port of a serialised web address; null for any other text. */
export function originOf(url: string): string | null {
  const start = url.startsWith('https://') ? 8 : url.startsWith('http://') ? 7 : -1;
  if (start < 0) return null;
  const end = url.indexOf('/', start);
  return end > start ? url.slice(0, end) : null;
}

// Most links of a site are paths of plain characters: rooted, beside the page, or some directories up. They can be resolved by
// cutting and joining. Asking the URL parser for each of some hundred thousand costs more than all the rest of reading a link.
function shortWay(reference: string, base: string): string | null {
  const origin = originOf(base);
  if (origin === null) return null;
  if (reference.charCodeAt(0) === slash) return reference.charCodeAt(1) !== slash && isPlain(reference, 0) ? origin + reference : null;
  const query = base.search(/[?#]/);
  let end = base.lastIndexOf('/', query < 0 ? base.length : query);
  let start = reference.startsWith('./') ? 2 : 0;
  for (; reference.startsWith('../', start); start += 3) if (end > origin.length) end = base.lastIndexOf('/', end - 1);
  return isName(reference.charCodeAt(start)) && isPlain(reference, start) ? base.slice(0, end + 1) + reference.slice(start) : null;
}

/** From `start` on there are only characters that stand for themselves, and no segment begins with a dot. */
function isPlain(reference: string, start: number): boolean {
  let previous = 0;
  for (let i = start; i < reference.length; i++) {
    const code = reference.charCodeAt(i);
    if (code > 127 || plain[code] === 0 || (code === dot && previous === slash)) return false;
    previous = code;
  }
  return true;
}

/** A letter or digit: what follows is neither a query nor a dot segment. */
const isName = (code: number): boolean => (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122);

const slash = 47;
const dot = 46;
const plain = new Uint8Array(128);
for (const character of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_~./?=&') plain[character.charCodeAt(0)] = 1;

// Only these marks are unescaped: letters and digits could complete a broken escape in front of them (`%%34%31`).
const escapes = /%[0-9a-f]{2}/gi;
const unreservedMarks: ReadonlyMap<string, string> = new Map([
  ['%2D', '-'],
  ['%2E', '.'],
  ['%5F', '_'],
  ['%7E', '~'],
]);
function respell(escaped: string): string {
  const upper = escaped.toUpperCase();
  return unreservedMarks.get(upper) ?? upper;
}

function withoutSession(address: string): string {
  const mark = address.indexOf('?');
  const path = (mark < 0 ? address : address.slice(0, mark)).replace(sessionInPath, '').replace(sessionFolder, '');
  if (mark < 0) return path;
  const query = address.slice(mark + 1);
  const kept = sessionHint.test(query)
    ? query
        .split('&')
        .filter(parameter => !isSession(parameter, query))
        .join('&')
    : query;
  return kept === '' ? path : `${path}?${kept}`;
}

const sessionInPath = /;(?:jsessionid|phpsessid|sessionid|sid)=[^/;]*/gi;
// ASP.NET without cookies writes the session as a folder of its own: `/(S(lit3py55t21z5v55vlm25s55))/`.
const sessionFolder = /\/\((?:[A-Z]\([0-9a-zA-Z_-]{8,}\))+\)(?=\/|$)/g;
const sessionHint = /sess|sid|cftoken/i;
const marksSession = /[;?(]/;

function isSession(parameter: string, query: string): boolean {
  const [, name = '', value = ''] = /^([^=]*)=?(.*)$/s.exec(parameter) ?? [];
  if (/^(?:jsessionid|phpsessid|asp\.net_sessionid|aspsessionid\w*|cftoken)$/i.test(name)) return true;
  // ColdFusion's pair; alone `cfid` may be the number of anything.
  if (/^cfid$/i.test(name)) return /(?:^|&)cftoken=/i.test(query);
  // `sid` is a session on one site and the number of a column on the next; only a session looks drawn by lot.
  return /^(?:sid|session_?id|session)$/i.test(name) && /^(?=.*\d)(?=.*[a-z])[0-9a-z-]{8,}$/i.test(value);
}
