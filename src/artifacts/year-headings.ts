import { parentOf } from './around.ts';
import type { TokenStream, YearHeading } from './list-tokens.ts';

/**
 * The year of the heading (2026年) under which the token at a place stands; null when there is none. A heading speaks for the smallest
 * box that holds tokens behind it, up to the next heading. Years in a row without entries between them are buttons, and speak for
 * nothing; nor does a year at the end of an entry.
 */
export function headingYears({ years, ranges }: TokenStream): (at: number) => number | null {
  const headings = years
    .filter(({ at }, i) => years[i - 1]?.at !== at && years[i + 1]?.at !== at)
    .map(heading => ({ year: heading.year, at: heading.at, end: scopeEnd(heading, ranges) }));
  return at => {
    let [low, high] = [0, headings.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (headings[middle]!.at <= at) low = middle + 1;
      else high = middle;
    }
    const last = headings[low - 1];
    return last && at < last.end ? last.year : null;
  };
}

/** Levels between a heading and the box of its entries; higher up stands a year of the page's own. */
const highest = 3;

function scopeEnd({ element, at }: YearHeading, ranges: TokenStream['ranges']): number {
  let box = parentOf(element);
  for (let level = 0; box && level < highest && (level === 0 || box.name !== 'body'); level++, box = parentOf(box)) {
    const [start, end] = ranges.get(box) ?? [at, at];
    if (end > at || start < at) return end;
  }
  return at;
}
