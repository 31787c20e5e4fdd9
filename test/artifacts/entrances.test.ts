import { expect, test } from 'vitest';
import { entranceNotes, isOutOfReach, openedAs } from '../../src/artifacts/entrances.ts';
import { failureTitles } from '../../src/model/fetch-outcome.ts';
import type { Security } from '../../src/model/security.ts';
import type { Entrance } from '../../src/model/snapshot.ts';

const url = 'http://jyj.minghu.example/';
const warned = (rung: Security['rung'], finding: Security['finding']): Entrance => {
  const security: Security = { origin: 'https://jyj.minghu.example', rung, finding, detail: '' };
  return { url, openedAs: url, failure: null, security };
};
const switched = (cause: keyof typeof failureTitles, detail = ''): Entrance => ({
  url,
  openedAs: 'https://jyj.minghu.example/',
  failure: { cause, detail },
  security: null,
});

test.for([
  [switched('refused'), '起始网址 http://jyj.minghu.example/ 打不开（服务器拒绝连接），已改用 https://jyj.minghu.example/ 。'],
  [switched('tls', 'EPROTO'), '起始网址 http://jyj.minghu.example/ 打不开（无法建立加密连接），已改用 https://jyj.minghu.example/ 。'],
  [warned('unverified', 'expired'), 'https://jyj.minghu.example 安全证书已过期，浏览器会警告；越过警告后照常检查。'],
  [warned('legacy', 'old-protocol'), 'https://jyj.minghu.example 只支持已停用的旧加密协议，新版浏览器会警告或打不开；越过警告后照常检查。'],
  [warned('completed', 'chain-incomplete'), 'https://jyj.minghu.example 安全证书缺少中间证书，部分浏览器会警告；越过警告后照常检查。'],
] as const)('%j', ([entrance, note]) => {
  expect(entranceNotes([entrance])).toEqual([note]);
});

test('what holds for two start addresses of one site is said once', () => {
  const second = { ...warned('unverified', 'expired'), url: `${url}zwgk/`, openedAs: `${url}zwgk/` };
  expect(entranceNotes([warned('unverified', 'expired'), second])).toHaveLength(1);
});

test('a start address is opened as itself where nothing else is known', () => {
  expect(openedAs({ entrances: [switched('dns')] }, url)).toBe('https://jyj.minghu.example/');
  expect(openedAs({ entrances: [switched('dns')] }, 'http://mzj.minghu.example/')).toBe('http://mzj.minghu.example/');
});

test('only where nobody answered may another form of the address be tried', () => {
  const causes = Object.keys(failureTitles) as (keyof typeof failureTitles)[];
  expect(causes.filter(cause => isOutOfReach({ failure: { cause, detail: '' } }))).toEqual(['dns', 'refused', 'reset', 'timeout', 'tls']);
  expect(isOutOfReach({ failure: null })).toBe(false);
});
