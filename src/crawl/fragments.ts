import type { ScannedPage } from '../artifacts/extract-links.ts';
import { textFingerprint } from './fingerprint.ts';

/** A link to a place inside a page where there is no such place. */
export interface LostFragment {
  /** With the fragment. */
  readonly url: string;
  readonly verdict: 'broken' | 'suspect';
  readonly reason: string;
  /** Number of the page that it points into. */
  readonly target: number;
  readonly pages: readonly number[];
}

/** Follows links with a `#place` to the place. Pages and targets by number. */
export interface Fragments {
  offer(target: number, targetUrl: string, fragment: string, page: number): void;
  /** A page was read. Only pages without scripts can prove that a place is missing: a script may make it. */
  learn(page: number, scanned: ScannedPage): void;
  lost(): readonly LostFragment[];
}

export function createFragments(): Fragments {
  const offered = new Map<string, { readonly target: number; readonly url: string; readonly fragment: string; readonly pages: number[] }>();
  const places = new Map<number, ReadonlySet<number>>();
  return {
    offer(target, targetUrl, fragment, page) {
      if (alwaysThere.test(fragment)) return;
      const url = `${targetUrl}#${fragment}`;
      const known = offered.get(url);
      if (!known && offered.size >= mostFragments) return;
      const pages = known?.pages ?? [];
      if (!known) offered.set(url, { target, url, fragment, pages });
      if (pages.length < mostPages && pages.at(-1) !== page) pages.push(page);
    },
    learn(page, { hasScript, ids }) {
      if (!hasScript) places.set(page, new Set(ids.map(fingerprintOf)));
    },
    lost: () =>
      [...offered.values()].flatMap(({ target, url, fragment, pages }): LostFragment[] => {
        const there = places.get(target);
        const name = decoded(fragment);
        if (!there || there.has(fingerprintOf(name)) || there.has(fingerprintOf(fragment))) return [];
        if (/^!?\//.test(fragment)) return [{ url, verdict: 'suspect', reason: '页面能打开，但没有处理“#/”地址的脚本', target, pages }];
        return [{ url, verdict: 'broken', reason: `页面能打开，但其中没有“${name}”这个位置`, target, pages }];
      }),
  };
}

/** The top of a page is always there, and text fragments are looked for by the browser (HTML standard §7.4.6.3; WICG text fragments). */
const alwaysThere = /^top$|:~:/i;
const mostFragments = 20_000;
const mostPages = 20;

// Numbers, because a name cut out of a page would keep the whole page in memory.
const fingerprintOf = (name: string): number => textFingerprint(name, { digits: 'kept' });

function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
