import type { Page } from '../../model/artifacts.ts';
import type { Identity } from '../../model/page-reading.ts';
import type { Clue } from '../../model/story.ts';

/** Every value of a mark that the pages show, each once, with the first page that shows it. `title`: what the mark is called. */
export function markClues(pages: readonly Page[], mark: keyof Identity, title: string): readonly Clue[] {
  const seen = new Map<string, Page>();
  for (const page of pages) {
    const value = page.trouble === null ? page.identity[mark] : null;
    if (typeof value === 'string' && !seen.has(value)) seen.set(value, page);
  }
  return Array.from(seen, ([value, { look }], index) => ({
    accepted: index === 0,
    what: title,
    url: look.finalUrl,
    foundOn: null,
    shows: value,
    reason: index === 0 ? null : '已采信先看到的一个',
    files: [],
  }));
}
