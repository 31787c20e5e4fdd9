import { expect, test } from 'vitest';
import type { LinkBatch } from '../../src/model/link-record.ts';
import { anchors, answer, check, page, type Reply, told } from './link-site.ts';

/** Answers each address with the given replies in turn, the last one for ever. */
function inTurn(...replies: readonly Reply[]): Reply {
  let times = 0;
  return (request, response) => answer(replies[Math.min(times++, replies.length - 1)]!, request, response);
}

test('what fails is asked again when everything else is done', async () => {
  const found = await check({
    '/': page(anchors('/ill', '/a', '/b')),
    '/ill': 500,
    '/a': page(anchors('/c')),
    '/b': page(''),
    '/c': page(''),
  });
  expect(told(found, found.broken)).toEqual(['/ill 服务器内部错误（500）']);
  expect(found.broken[0]).toMatchObject({ attempts: 3, cause: 'server-error', status: 500 });
  const asked = found.asked.filter(path => !path.includes('gongkai-'));
  expect(asked.filter(path => path === '/ill')).toHaveLength(3);
  expect(asked.at(-1)).toBe('/ill');
});

test('a trouble that has passed by the end of the run is none, and the page is read', async () => {
  const found = await check({
    '/': page(anchors('/late')),
    '/late': inTurn(503, 503, page(anchors('/dead', '/ill'))),
    '/ill': inTurn(502, 502, page('')),
  });
  expect(found).toMatchObject({ pages: 3, unsure: [] });
  expect(told(found, found.broken)).toEqual(['/dead 返回404（页面不存在）']);
});

test('what says the same a moment later is asked once: gone, refused by rule, moved in circles', async () => {
  const found = await check({ '/': page(anchors('/gone', '/closed', '/loop')), '/gone': 410, '/closed': 403, '/loop': { to: '/loop' } });
  expect(found.asked.filter(path => path === '/gone' || path === '/closed' || path === '/loop')).toHaveLength(3);
});

test('everything is written down: each address with its verdict, each page with its links', async () => {
  const batches: LinkBatch[] = [];
  const record = { keep: async (batch: LinkBatch) => void batches.push(batch) };
  const { origin } = await check({ '/': page(anchors('/a', '/dead', '/a')), '/a': page(anchors('/')) }, { record });
  const addresses = new Map(
    batches.flatMap(batch => batch.addresses).map(({ id, url, verdict }) => [id, `${url.replace(origin, '')} ${verdict}`]),
  );
  const pages = batches
    .flatMap(batch => batch.pages)
    .map(({ id, targets }) => [addresses.get(id), targets.map(each => addresses.get(each))]);
  expect([...addresses.values()].sort()).toEqual(['/ ok', '/a ok', '/dead broken']);
  expect(pages).toEqual([
    ['/ ok', ['/a ok', '/dead broken']],
    ['/a ok', ['/ ok']],
  ]);
});

test('a store that breaks ends the check with its error', async () => {
  const record = { keep: () => Promise.reject(new Error('disk full')) };
  await expect(check({ '/': page('') }, { record })).rejects.toThrow('disk full');
});
