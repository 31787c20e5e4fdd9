import { describe, expect, test } from 'vitest';
import type { Lead } from '../../src/artifacts/interest.ts';
import { createFrontier } from '../../src/crawl/frontier.ts';
import { leadTo } from '../support/lead.ts';

const frontier = () => createFrontier({ keyOf: url => url.replace(/#.*/, '') });

describe('frontier', () => {
  test('takes the most interesting first, ties in the order found', () => {
    const one = frontier();
    one.add([leadTo('a'), leadTo('b', { depth: 9 }), leadTo('c'), leadTo('d', { depth: 9 })]);
    const interest = ({ depth }: Lead) => depth * 10;
    expect(['b', 'd', 'a', 'c'].map(() => one.take(interest, 0)?.url)).toEqual(['b', 'd', 'a', 'c']);
  });

  test('gives nothing below the least interest', () => {
    const one = frontier();
    one.add([leadTo('a')]);
    expect(one.take(() => 29, 30)).toBeNull();
    expect(one.take(() => 30, 30)?.url).toBe('a');
  });

  test('an address is given once, however it is written and however often it is found', () => {
    const one = frontier();
    one.add([leadTo('a'), leadTo('a#top')]);
    expect(one.take(() => 50, 0)).not.toBeNull();
    one.add([leadTo('a')]);
    expect(one.take(() => 50, 0)).toBeNull();
  });

  test('a later lead that promises more replaces one still waiting', () => {
    const one = frontier();
    one.add([leadTo('a', { text: '更多' })]);
    one.add([leadTo('a', { text: '政府信息公开指南', items: ['guide'] })]);
    expect(one.take(() => 50, 0)?.text).toBe('政府信息公开指南');
  });

  test('what is left stays known, with the interest it has now', () => {
    const one = frontier();
    one.add([leadTo('a'), leadTo('b')]);
    one.done('a');
    expect(one.left(() => 70, 30)).toEqual([
      { url: 'b', foundOn: 'https://a.gov.cn/', anchorText: 'b', reason: 'budget', trap: null, interest: 70 },
    ]);
    expect(one.left(() => 20, 30)).toEqual([]);
  });
});
