import type { Anchor } from '../model/page-reading.ts';

/**
 * The page is the entrance to others: its address `url` is a directory, and links on it, be they in its menu, lead further into that
 * directory. The root of a host is above everything and says nothing.
 */
export function hasPagesBelow(url: string, anchors: readonly Anchor[]): boolean {
  const directory = url.replace(/(?:index|default)\.\w+$/i, '');
  if (!directory.endsWith('/') || new URL(directory).pathname === '/') return false;
  const below = anchors.flatMap(anchor => (anchor.url?.startsWith(directory) ? [anchor.url] : []));
  return new Set(below.filter(one => one !== url && one !== directory)).size >= leastBelow;
}

/** One link below may be an article. */
const leastBelow = 2;
