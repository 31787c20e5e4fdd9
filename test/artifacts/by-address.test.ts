import { describe, expect, test } from 'vitest';
import { byAddress } from '../../src/artifacts/by-address.ts';

const known = byAddress(
  new Map([
    ['http://a.test/', 'home'],
    ['http://a.test/zmhd.htm', 'talk'],
    ['http://a.test/x.aspx?id=1&sid=3f9a0c77', 'first'],
    ['http://a.test/x.aspx?id=1&sid=b0295008', 'second'],
    ['http://a.test/#/list', 'route'],
  ]),
);

describe('what was seen under one session holds under the next', () => {
  test.for([
    ['another session id', 'http://a.test/zmhd.htm?sid=b0295008', 'talk'],
    ['a session in the path', 'http://a.test/zmhd.htm;jsessionid=1A2B', 'talk'],
    ['the address as asked for', 'http://a.test/x.aspx?id=1&sid=b0295008', 'second'],
    ['without the session', 'http://a.test/x.aspx?id=1', 'first'],
    ['a route', 'http://a.test/#/list', 'route'],
  ] as const)('%s', ([, url, expected]) => expect(known.get(url)).toBe(expected));
});

describe('but another page is another page', () => {
  test.for([
    ['a column number called sid', 'http://a.test/zmhd.htm?sid=12'],
    ['another number', 'http://a.test/x.aspx?id=2'],
    ['another route of the same document', 'http://a.test/#/article'],
  ] as const)('%s', ([, url]) => expect(known.get(url)).toBeUndefined());
});
