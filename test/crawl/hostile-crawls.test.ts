import { expect, test } from 'vitest';
import { createGuide } from '../../src/artifacts/guide.ts';
import { createReader } from '../../src/artifacts/reader.ts';
import { crawlSite } from '../../src/crawl/crawl-site.ts';
import { createRobots } from '../../src/crawl/robots.ts';
import { Settings } from '../../src/model/settings.ts';
import { stopReasons } from '../../src/model/snapshot.ts';
import { Unit } from '../../src/model/unit.ts';
import { vocabulary } from '../support/judge-site.ts';
import { testFetcher } from '../support/test-fetcher.ts';
import { hostileAnswers } from './hostile-answers.ts';
import { hostileCases, hostileSite, smallLimits } from './hostile-site.ts';

const server = hostileSite();
const settings = Settings.parse({ crawl: { maxPages: 10, maxLinks: 10 } });
const reader = createReader(vocabulary, { today: '2026-11-20' });

function crawlFrom(path: string) {
  const start = server().origin + path;
  const unit = Unit.parse({ id: 'jyj', name: '明湖市教育局', type: 'department', sites: [{ url: start }] });
  const fetcher = testFetcher({ ...smallLimits, maxBodyBytes: 100_000 });
  return crawlSite({
    snapshotId: 's',
    unitId: 'jyj',
    startUrls: [start],
    guide: createGuide({
      unit,
      roster: [unit],
      reader,
      wants: [
        { kind: 'item', item: 'guide', proof: 'page' },
        { kind: 'item', item: 'institution', proof: 'page' },
      ],
      homeUrls: new Set([start]),
    }),
    fetcher,
    robots: createRobots(fetcher, 'gongkai-test'),
    keepBody: async () => 'a'.repeat(64),
    settings,
    now: () => Date.parse('2026-11-20T01:00:00Z'),
  });
}

test.for(hostileCases)('an audit that meets $name', async ({ number }) => {
  const snapshot = await crawlFrom(`/index-${number}`);
  expect(JSON.parse(JSON.stringify(snapshot))).toEqual(snapshot);
  const lookAt = (path: string) => snapshot.looks.find(({ url }) => url === server().origin + path);
  expect(lookAt('/good')).toMatchObject({ status: 200, failure: null, truncated: false });
  expect(lookAt(`/case-${number}`)).toBeDefined();
  expect(snapshot.stoppedBecause).toBe('complete');
});

// As a start page a page is read no otherwise than as another one.
test.for(hostileCases.slice(0, hostileAnswers.length))('an audit that starts with $name', async ({ number }) => {
  server().takeAsked();
  const snapshot = await crawlFrom(`/case-${number}`);
  expect(Object.keys(stopReasons)).toContain(snapshot.stoppedBecause);
  expect(snapshot.looks.length).toBeGreaterThan(0);
  expect(server().takeAsked().length).toBeLessThan(60);
});
