import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type City, cityUnits, startCity } from '../../fixtures/city/serve.ts';
import { get, linksOf, textOf } from './support.ts';

let city: City;
beforeAll(async () => {
  city = await startCity();
});
afterAll(() => city.close());

/** Links that are broken or walled on purpose; everything else on any site must answer 200. */
const planted: Readonly<Record<string, readonly string[]>> = {
  shiji: ['302 /zfxxgk/gkzd/', '403 /zfxxgk/yjgl/'],
  czj: ['404 /zfxxgk/ysqgk/'],
  scjgj: ['404 /art/2019/3/15/art_54000_1001.html', '404 /col/col99999/index.html', '404 /njxt/login.jsp', '404 /zt/2019zlyhd/index.html'],
  tyj: ['403 /zfxxgk/fdzdgknr/rsxx.htm'],
  yjj: ['404 /zfxxgk/fdzdgknr/xzxk/'],
};
const walkable = cityUnits.filter(({ quirks }) => quirks?.wall === undefined).map(({ id }) => id);

describe('every site, walked to its end', () => {
  test.for(walkable)('%s has just the faults that were planted', async id => {
    const { url, prefixes } = city.roster.find(unit => unit.id === id)!.sites[0]!;
    const seen = new Set([url]);
    const faults: string[] = [];
    for (const address of seen) {
      const first = await get(city, address);
      const answer = first.status === 503 ? await get(city, address) : first;
      if (answer.status !== 200) faults.push(`${answer.status} ${new URL(address).pathname}`);
      if (!address.startsWith(prefixes[0]!) || !answer.type.includes('html')) continue;
      for (const link of linksOf(textOf(answer.body), address)) if (!/[?&]sid=|\/rili\//.test(link)) seen.add(link);
    }
    expect(faults.sort()).toEqual(planted[id] ?? []);
    expect(seen.size).toBeGreaterThan(id === 'shj' ? 5 : 80);
  });
});

test('every host of the roster is in the world', () => {
  const hosts = city.roster.flatMap(({ sites }) => sites.map(({ url }) => new URL(url).host));
  for (const host of hosts) expect(city.world.has(host), host).toBe(true);
});
