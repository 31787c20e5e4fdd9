import { expect, test } from 'vitest';
import { delayNotes } from '../../src/artifacts/delay-notes.ts';
import { createAskedDelays } from '../../src/crawl/asked-delays.ts';
import { createRobots } from '../../src/crawl/robots.ts';
import { startServer } from '../support/http-server.ts';
import { testFetcher } from '../support/test-fetcher.ts';

async function heeding(robotsText: string) {
  const server = await startServer((_, response) => response.end(robotsText));
  const robots = createRobots(testFetcher(), 'gongkai');
  const slowed: number[] = [];
  const delays = createAskedDelays(robots, { slowDown: (_host, seconds) => void slowed.push(seconds) });
  for (const path of ['/a', '/b']) {
    await robots.allows(server.origin + path);
    delays.heed(server.origin + path);
  }
  return { slowed, beyond: delays.beyond };
}

test('a delay is taken over once for each origin', async () => {
  expect(await heeding('User-agent: *\nCrawl-delay: 3')).toEqual({ slowed: [3], beyond: [] });
});

test('one beyond all bounds is told', async () => {
  const { slowed, beyond } = await heeding('User-agent: *\nCrawl-delay: 300');
  expect(slowed).toEqual([300]);
  expect(delayNotes(beyond)).toEqual(['127.0.0.1 的 robots.txt 要求每隔300秒访问一次，超过了本程序等待的上限，实际每隔30秒访问一次。']);
});

test('where none is asked for nothing is slowed', async () => {
  expect(await heeding('User-agent: *\nDisallow: /x')).toEqual({ slowed: [], beyond: [] });
});
