import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LinkCheckHead, RecordedAddress } from '../../src/model/link-record.ts';
import type { Subject } from './contract.ts';

const start = 'https://www.minghu.example/';
const head = (id: string, day: number, startUrl = start): LinkCheckHead => ({
  id,
  startUrl,
  startedAt: `2026-11-${day}T18:00:00.000Z`,
  vantage: '政务外网',
  userAgent: 'gongkai/0.1',
});
const address = (id: number, changes: Partial<RecordedAddress> = {}): RecordedAddress => ({
  id,
  url: `${start}${id}.html`,
  verdict: 'ok',
  cause: null,
  reason: '',
  status: 200,
  hops: [],
  attempts: 1,
  ...changes,
});
const dead = { verdict: 'broken', cause: 'not-found', reason: '返回404（页面不存在）', status: 404 } as const;
const end = { finishedAt: '2026-11-20T19:00:00.000Z', stoppedBecause: 'complete', pages: 1, links: 2 } as const;

/** Checks of links. */
export function testLinks({ store }: Subject) {
  /** A finished check that found these. */
  async function checked(
    id: string,
    day: number,
    addresses: readonly RecordedAddress[],
    changes: Partial<typeof end> = {},
    startUrl = start,
  ) {
    const record = await store().beginLinkCheck(head(id, day, startUrl));
    await record.keep({ addresses, pages: [{ id: 0, targets: addresses.map(each => each.id) }] });
    await store().endLinkCheck(id, { ...end, ...changes });
  }

  describe('checks of links', () => {
    test('everything comes back; what is said later replaces what was said before, also in the same batch', async () => {
      const record = await store().beginLinkCheck(head('c1', 20));
      const hops = [{ url: start, status: 302, location: '/a' }];
      await record.keep({ addresses: [address(0, { hops }), address(1, dead), address(1)], pages: [{ id: 0, targets: [3, 1, 2] }] });
      await record.keep({ addresses: [address(2, dead), address(0, { ...dead, attempts: 3 })], pages: [] });
      expect(await store().recordedLinks('c1')).toEqual({
        addresses: [address(0, { ...dead, attempts: 3 }), address(1), address(2, dead)],
        pages: [{ id: 0, targets: [3, 1, 2] }],
      });
      expect(await store().recordedLinks('c2')).toEqual({ addresses: [], pages: [] });
    });

    test('any address and reason that a server may invent is kept', async () => {
      let count = 0;
      await fc.assert(
        fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 200 }), async text => {
          const id = `any-${count++}`;
          await (await store().beginLinkCheck(head(id, 20))).keep({ addresses: [address(0, { url: text, reason: text })], pages: [] });
          const [kept] = (await store().recordedLinks(id)).addresses;
          expect(kept).toMatchObject({ url: text.toWellFormed().replaceAll('\0', '\uFFFD') });
        }),
        { numRuns: 20 },
      );
    });

    test('more than one statement holds', async () => {
      const many = Array.from({ length: 1_234 }, (_, id) => address(id));
      await checked('c1', 20, many);
      expect((await store().recordedLinks('c1')).addresses).toEqual(many);
    });

    test('of earlier checks of the same address only what was not ok is kept', async () => {
      await checked('c1', 18, [address(0), address(1, dead), address(2, { verdict: 'unsure', cause: 'timeout', reason: '超时未响应' })]);
      await checked('other', 18, [address(0)], {}, 'https://elsewhere.example/');
      await checked('c2', 19, [address(0)]);
      expect(await store().recordedLinks('c1')).toMatchObject({ addresses: [{ id: 1 }, { id: 2 }], pages: [] });
      expect((await store().recordedLinks('c2')).addresses).toHaveLength(1);
      expect((await store().recordedLinks('other')).addresses).toHaveLength(1);
    });

    test('history: earlier checks of the same address, the newest first, as many as asked for', async () => {
      const doubtful = { verdict: 'suspect', cause: 'home', reason: '跳转到首页' } as const;
      await checked('c1', 17, [address(1, dead), address(2, doubtful)]);
      await checked('c2', 18, [address(1)], { stoppedBecause: 'complete' });
      await checked('elsewhere', 18, [address(1, dead)], {}, 'https://elsewhere.example/');
      await store().beginLinkCheck(head('left', 19));
      await checked('c4', 20, [address(1, dead)]);
      const url = `${start}1.html`;
      expect(await store().linkHistory('c4', 10)).toEqual([
        { startedAt: '2026-11-19T18:00:00.000Z', isComplete: false, broken: new Set(), doubtful: new Set() },
        { startedAt: '2026-11-18T18:00:00.000Z', isComplete: true, broken: new Set(), doubtful: new Set() },
        { startedAt: '2026-11-17T18:00:00.000Z', isComplete: true, broken: new Set([url]), doubtful: new Set([`${start}2.html`]) },
      ]);
      expect(await store().linkHistory('c4', 1)).toHaveLength(1);
      expect(await store().linkHistory('c1', 9)).toEqual([]);
    });
  });
}
