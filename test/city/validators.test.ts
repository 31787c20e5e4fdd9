import { request } from 'undici';
import { describe, expect, test } from 'vitest';
import { cityOf, clientOf, smallUnit } from './hosts-support.ts';

const home = 'http://shiyan.minghu.gov.cn/';

/** Asks a small site of this kind for a page, and once more with what its answer gave. */
async function askTwice(family: string, path = '') {
  const city = await cityOf(smallUnit('shiyan', `family: ${family}\n`));
  const dispatcher = clientOf(city);
  const ask = async (headers: Readonly<Record<string, string>> = {}) => {
    const { statusCode, headers: given, body } = await request(home + path, { dispatcher, headers });
    return { status: statusCode, tag: given.etag, modified: given['last-modified'], length: (await body.arrayBuffer()).byteLength };
  };
  const first = await ask();
  const before = city.sentBytes();
  const again = await ask({
    ...(first.tag ? { 'if-none-match': String(first.tag) } : {}),
    ...(first.modified ? { 'if-modified-since': String(first.modified) } : {}),
  });
  return { first, again, sent: city.sentBytes() - before };
}

describe('what servers of the city say to whoever has a page already', () => {
  test.for(['trs', 'province', 'col-art', 'frames', 'pictures'] as const)('%s: that it has not changed', async family => {
    const { first, again, sent } = await askTwice(family);
    expect(first.status).toBe(200);
    expect(again).toMatchObject({ status: 304, length: 0 });
    expect(sent).toBeLessThan(first.length);
  });

  test.for([
    ['asp-table', undefined],
    ['asp-query', undefined],
  ] as const)('%s: nothing, for its pages are made when they are asked for', async ([family]) => {
    const { first, again } = await askTwice(family);
    expect([first.tag, first.modified, again.status]).toEqual([undefined, undefined, 200]);
  });

  test('catalog-table: the other machine knows it under another tag', async () => {
    const { first, again } = await askTwice('catalog-table');
    expect(again.status).toBe(200);
    expect(again.tag).not.toBe(first.tag);
  });

  test('mobile: that it is new, whenever it is asked', async () => {
    const { first, again } = await askTwice('mobile', 'm/index.html');
    expect(again.status).toBe(200);
    expect(again.modified).not.toBe(first.modified);
  });

  test('an error has no version', async () => {
    const { first } = await askTwice('trs', 'no/such/page.html');
    expect(first).toMatchObject({ status: 404, tag: undefined, modified: undefined });
  });
});
