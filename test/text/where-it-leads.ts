import { expect } from 'vitest';
import { resolveUrl } from '../../src/text/urls.ts';

const origin = 'http://www.minghu.test';

/** The page on which the references of the tables stand. */
export const page = `${origin}/zwgk/list/index.html?p=1#top`;

/** [as written on the page, where it leads]: `/…` on the same host, `~/…` beside the page, null for what is no web address. */
export function expectToLead([reference, expected]: readonly [string, string | null]): void {
  const found = resolveUrl(reference, page);
  const written = found && found.url + (found.fragment === null ? '' : `#${found.fragment}`);
  expect(written).toBe(expected?.replace(/^~/, '/zwgk/list').replace(/^(?=\/)/, origin) ?? null);
}
