import type { PageReading, Row } from '../model/page-reading.ts';

/** The entries of a page that stand under one heading. */
export interface Box {
  /** The heading as shown; null for entries under none, or under one that names several lists (tabs). */
  readonly heading: string | null;
  /** In document order, at least one. */
  readonly rows: readonly Row[];
}

/** The entries of a page by the headings they stand under, in the order of the headings; an address under several headings counts in each. */
export function boxesOf({ rows, anchors }: Pick<PageReading, 'rows' | 'anchors'>): readonly Box[] {
  const headings = new Map<string, Set<string | null>>();
  for (const { url, section, place } of anchors) {
    if (url === null || place === 'footer' || place === 'friend-links') continue;
    headings.set(url, (headings.get(url) ?? new Set()).add(section === null || namesSeveral(section) ? null : section));
  }
  const boxes = new Map<string | null, Row[]>();
  for (const row of rows) {
    for (const heading of (row.url === null ? undefined : headings.get(row.url)) ?? [null]) {
      const box = boxes.get(heading);
      if (box) box.push(row);
      else boxes.set(heading, [row]);
    }
  }
  return [...boxes].map(([heading, held]) => ({ heading, rows: held }));
}

/** `通知公告 政策文件`, `要闻|公告`: the words of several tabs. Letters spaced apart (通 知 公 告) are one name. */
const namesSeveral = (heading: string): boolean => heading.split(/[\s|｜/／·•、]+/).filter(name => name.length >= 2).length > 1;
