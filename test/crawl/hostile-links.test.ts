import { expect, test } from 'vitest';
import { checkLinks } from '../../src/crawl/check-links.ts';
import { createRobots } from '../../src/crawl/robots.ts';
import { testFetcher } from '../support/test-fetcher.ts';
import { hostileCases, hostileSite, smallLimits } from './hostile-site.ts';

const server = hostileSite();

function linksFrom(path: string) {
  const fetcher = testFetcher(smallLimits);
  const limits = { concurrency: 4, maxPages: 20, secondLookAfterMilliseconds: 0, record: null };
  return checkLinks({ startUrl: server().origin + path, fetcher, robots: createRobots(fetcher, 'gongkai-test'), ...limits });
}

test.for(hostileCases)('a link to $name: $said', async ({ number, said, orSaid = said }) => {
  const { origin } = server();
  server().takeAsked();
  const found = await linksFrom(`/index-${number}`);
  const verdictOn = (path: string) =>
    (['broken', 'unsure', 'suspect'] as const).find(verdict => found[verdict].some(({ url }) => url === origin + path)) ?? 'ok';
  expect([said, orSaid]).toContain(verdictOn(`/case-${number}`));
  expect(verdictOn('/good')).toBe('ok');
  expect(found).toMatchObject({ stoppedBecause: 'complete', startTrouble: null });
  // Redirects and second looks are requests too, but nothing makes us ask without end.
  expect(server().takeAsked().length).toBeLessThan(60);
});

test.for(hostileCases)('$name as the start page', async ({ number }) => {
  server().takeAsked();
  const found = await linksFrom(`/case-${number}`);
  // What could not be read has a cause; what could be read has been read.
  expect(found.startTrouble === null).toBe(found.pages > 0);
  expect(['complete', 'unreachable', 'blocked', 'page-budget']).toContain(found.stoppedBecause);
  expect(server().takeAsked().length).toBeLessThan(60);
});
