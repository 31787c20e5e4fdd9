import { expect, test } from 'vitest';
import { makeSite } from '../../scripts/bench/site.ts';
import { extractLinks } from '../../src/artifacts/extract-links.ts';

const origin = 'http://bench.test';

test('the truth is what a reader would find, one address after another', () => {
  const site = makeSite(300);
  const met = new Set(['/']);
  const dead = new Set<string>();
  let pages = 0;
  for (const path of met) {
    const first = site.replyTo(path);
    const reply = first?.location ? site.replyTo(first.location) : first;
    if (reply === null || reply.status >= 400) dead.add(path);
    if (first?.status !== 200 || first.type === 'image/png') continue;
    pages++;
    for (const { url } of extractLinks(first.body.toString(), origin + path)) met.add(url.slice(origin.length));
  }
  expect(pages).toBe(300);
  expect(dead).toEqual(site.broken);
  expect(dead.size).toBeGreaterThan(100);
  met.delete('/');
  expect(new Set([...site.linked].filter(path => path !== '/'))).toEqual(met);
});

test('a broken address ends at an answer that says so', () => {
  const site = makeSite(300);
  const ends = [...site.broken].map(path => site.endOf(path));
  for (const end of ends) expect(site.replyTo(end)?.status).toBeGreaterThanOrEqual(404);
  expect(ends.some(end => !site.broken.has(end))).toBe(true);
});

test('the same number of pages gives the same site', () => {
  const [one, other] = [makeSite(50), makeSite(50)];
  for (const path of one.linked) expect(one.replyTo(path)).toEqual(other.replyTo(path));
  expect(one.replyTo('/nowhere')).toBeNull();
});
