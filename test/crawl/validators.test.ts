import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { conditionsOf, isUnchanged, renewedHeaders, validatorsOf } from '../../src/crawl/validators.ts';
import type { FetchResponse } from '../../src/model/fetch-outcome.ts';

const url = 'http://minghu.example/gkzn.html';
const modified = 'Tue, 03 Nov 2026 08:00:00 GMT';
const date = 'Fri, 20 Nov 2026 01:00:00 GMT';
const of = (headers: Readonly<Record<string, string>>) => validatorsOf({ finalUrl: url, headers });

describe('validators of an earlier answer', () => {
  test.for([
    ['both', { etag: '"5f-1"', 'last-modified': modified, date }, { etag: '"5f-1"', lastModified: modified }],
    ['a weak tag, as of compressed pages', { etag: 'W/"5f-1"' }, { etag: 'W/"5f-1"', lastModified: null }],
    ['a date alone', { 'last-modified': modified, date }, { etag: null, lastModified: modified }],
    ['a tag without quotes is none', { etag: '5f-1', 'last-modified': modified, date }, { etag: null, lastModified: modified }],
  ] as const)('%s', ([, headers, { etag, lastModified }]) => {
    expect(of(headers)).toEqual({ url, etag, lastModified });
  });

  test.for([
    ['nothing', {}],
    ['an empty tag', { etag: '""' }],
    ['a date in the second of the answer', { 'last-modified': date, date }],
    ['a date half a minute before the answer', { 'last-modified': 'Fri, 20 Nov 2026 00:59:31 GMT', date }],
    ['a date in the future', { 'last-modified': 'Sat, 21 Nov 2026 01:00:00 GMT', date }],
    ['a date beside an answer without one', { 'last-modified': modified }],
    ['a date in another form', { 'last-modified': '2026-11-03 08:00:00', date }],
    ['no date at all', { 'last-modified': 'Tue, 33 Nov 2026 08:00:00 GMT', date }],
  ] as const)('%s gives nothing to ask by', ([, headers]) => {
    expect(of(headers)).toBeNull();
  });

  test('whatever a server sends, what is sent back is a header value', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (tag, day) => {
        const validators = of({ etag: tag, 'last-modified': day, date });
        if (validators) for (const value of Object.values(conditionsOf(validators))) expect(value).toMatch(/^[\x20-\x7e]+$/);
      }),
    );
  });
});

describe('a 304', () => {
  const validators = { url, etag: '"a"', lastModified: modified };
  const answer = (headers: Readonly<Record<string, string>>, changes: Partial<FetchResponse> = {}) =>
    isUnchanged({ status: 304, finalUrl: url, headers, ...changes } as FetchResponse, validators);

  test.for([
    ['bare', {}],
    ['with the same tag', { etag: '"a"' }],
    ['with the same tag, called weak', { etag: 'W/"a"' }],
    ['with the same date', { 'last-modified': modified }],
  ] as const)('%s confirms', ([, headers]) => {
    expect(answer(headers)).toBe(true);
  });

  test.for([
    ['with another tag', { etag: '"b"' }, {}],
    ['with another date', { 'last-modified': date }, {}],
    ['from another address', {}, { finalUrl: 'http://minghu.example/' }],
    ['that is none', {}, { status: 200 }],
  ] as const)('%s does not', ([, headers, changes]) => {
    expect(answer(headers, changes)).toBe(false);
  });

  test('renews what it says, but for what describes the bytes', () => {
    const earlier = { 'content-type': 'text/html; charset=gbk', 'content-length': '90', server: 'old', etag: '"a"' };
    expect(renewedHeaders(earlier, { 'content-type': 'text/plain', 'content-length': '0', server: 'new', date })).toEqual({
      ...earlier,
      server: 'new',
      date,
    });
  });
});
