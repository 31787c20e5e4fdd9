/** Where targets were found: the first few pages for each, as numbers, so that a large site costs little. */
export interface Referrers {
  /** Target and page by number. The links of one page are added one after another, so a repeated one is noticed. */
  add(target: number, page: number): void;
  /** Pages in the order in which they were added. */
  of(target: number): readonly number[];
  /** Pages that link to it, also those beyond the limit that are not listed. */
  count(target: number): number;
}

/** `limit`: pages remembered for each target. Memory: at most 8 bytes per remembered page and 12 per target. */
export function createReferrers({ limit }: { readonly limit: number }): Referrers {
  // Lists linked through numbers: entry i is about page pages[i], and the entry before it for the same target is earlier[i].
  const pages: number[] = [];
  const earlier: number[] = [];
  const latest: number[] = [];
  const counts: number[] = [];
  const lastPage: number[] = [];
  return {
    add(target, page) {
      while (latest.length <= target) {
        latest.push(none);
        counts.push(0);
        lastPage.push(none);
      }
      if (lastPage[target] === page) return;
      lastPage[target] = page;
      counts[target]!++;
      if (counts[target]! > limit) return;
      earlier.push(latest[target]!);
      latest[target] = pages.push(page) - 1;
    },
    of(target) {
      const found: number[] = [];
      for (let i = latest[target] ?? none; i !== none; i = earlier[i]!) found.push(pages[i]!);
      return found.reverse();
    },
    count: target => counts[target] ?? 0,
  };
}

const none = -1;
