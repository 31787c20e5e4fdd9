import { parseCookie } from 'undici';

/** The cookies of one redirect chain. Thrown away with it: no visit is recognised by a later one. */
export interface CookieJar {
  /** Takes the Set-Cookie headers of one answer. */
  store(url: URL, setCookies: readonly string[]): void;
  /** The Cookie header for a request; empty when there is nothing to send. */
  header(url: URL): string;
}

/** A jar for one fetch: domain, path, secure and expiry as in RFC 6265, in the order in which cookies came. */
export function createCookieJar(): CookieJar {
  const kept = new Map<string, Kept>();

  function store(url: URL, setCookies: readonly string[]): void {
    for (const line of setCookies.slice(0, mostCookies)) {
      const cookie = readCookie(url, line);
      if (!cookie) continue;
      const key = `${cookie.name};${cookie.domain};${cookie.path}`;
      if (cookie.gone) kept.delete(key);
      if (!cookie.gone && kept.size < mostCookies) kept.set(key, cookie);
    }
  }

  function header(url: URL): string {
    if (kept.size === 0) return '';
    const sent = [...kept.values()].filter(cookie => belongs(cookie, url));
    return sent.map(cookie => `${cookie.name}=${cookie.value}`).join('; ');
  }

  return { store, header };
}

interface Kept {
  readonly name: string;
  readonly value: string;
  readonly domain: string;
  readonly hostOnly: boolean;
  readonly path: string;
  readonly secure: boolean;
  readonly gone: boolean;
}

const mostCookies = 50;

function readCookie(url: URL, line: string): Kept | null {
  const parsed = parseCookie(line);
  // A control or non-Latin character in a value would make the request itself invalid.
  if (!parsed?.name || !/^[\t\x20-\x7e\x80-\xff]*$/.test(parsed.name + parsed.value)) return null;
  const asked = parsed.domain?.replace(/^\./, '').toLowerCase() ?? '';
  const wide = asked.includes('.') && isWithin(url.hostname, asked);
  if (asked !== '' && asked !== url.hostname && !wide) return null;
  const expires = parsed.expires === undefined ? Number.POSITIVE_INFINITY : Number(new Date(parsed.expires));
  return {
    name: parsed.name,
    value: parsed.value,
    domain: wide ? asked : url.hostname,
    hostOnly: !wide,
    path: parsed.path?.startsWith('/') ? parsed.path : url.pathname.slice(0, url.pathname.lastIndexOf('/')) || '/',
    secure: parsed.secure ?? false,
    gone: parsed.maxAge === undefined ? expires <= Date.now() : parsed.maxAge <= 0,
  };
}

function belongs(cookie: Kept, url: URL): boolean {
  if (cookie.secure && url.protocol !== 'https:') return false;
  if (cookie.hostOnly ? url.hostname !== cookie.domain : !isWithin(url.hostname, cookie.domain)) return false;
  const folder = cookie.path.endsWith('/') ? cookie.path : `${cookie.path}/`;
  return url.pathname === cookie.path || url.pathname.startsWith(folder);
}

const isWithin = (host: string, domain: string): boolean => host === domain || host.endsWith(`.${domain}`);
