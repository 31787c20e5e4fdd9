import { describe, expect, test } from 'vitest';
import { arrivalOf } from '../../src/artifacts/arrival.ts';
import { belonging, withPrefix } from '../../src/artifacts/belonging.ts';
import { readPage } from '../../src/artifacts/read-page.ts';
import type { Look } from '../../src/model/snapshot.ts';
import { Unit } from '../../src/model/unit.ts';
import { vocabulary } from './vocabulary.ts';

const unit = (id: string, name: string, url: string, more: object = {}) =>
  Unit.parse({ id, name, type: 'department', parent: 'city', sites: [{ url }], ...more });
const city = unit('city', '明湖市人民政府', 'http://www.minghu.gov.cn/', { aliases: ['明湖市'], type: 'city', parent: null });
const education = unit('jyj', '明湖市教育局', 'http://jyj.minghu.gov.cn/', { aliases: ['市教育局'] });
const civil = unit('mzj', '明湖市民政局', 'http://mzj.minghu.gov.cn/', { aliases: ['市民政局'] });
const section = unit('tx', '潭溪乡人民政府', 'http://xxgk.minghu.gov.cn/openness/tanxi/');
const neighbour = unit('sy', '水云镇人民政府', 'http://xxgk.minghu.gov.cn/openness/shuiyun/');
const roster = [city, education, civil, section, neighbour];

/** How the start address of `of` ends, when it is redirected over these addresses to a page with this title and body. */
function arrive(of: Unit, way: readonly string[], title: string, body = '', status = 200) {
  const from = of.sites[0]!.url;
  const finalUrl = way.at(-1)!;
  const chain = [from, ...way.slice(0, -1)];
  const look: Look = {
    url: from,
    finalUrl,
    hops: chain.map((url, index) => ({ url, status: 301, location: way[index]! })),
    purpose: 'page',
    via: 'http',
    foundOn: null,
    anchorText: null,
    fetchedAt: '2026-11-20T01:00:00.000Z',
    unchangedSince: null,
    elapsedMs: 1,
    attempts: 1,
    address: '127.0.0.1',
    security: null,
    status,
    failure: null,
    headers: {},
    truncated: false,
    bytes: 1,
    bodySha256: 'a',
  };
  const html = `<html><head><title>${title}</title></head><body>${body}</body></html>`;
  return arrivalOf(from, look, readPage({ html, url: finalUrl, encoding: 'utf-8' }, vocabulary), {
    unit: of,
    roster,
    belonging: belonging(of, roster),
  });
}

describe('the unit’s own new place', () => {
  test.for([
    ['another name under the same domain', ['http://edu.minghu.gov.cn/'], '明湖市教育局门户网站', '', 'http://edu.minghu.gov.cn/'],
    ['by its alias, under the same domain', ['https://edu.minghu.gov.cn/'], '市教育局', '', 'https://edu.minghu.gov.cn/'],
    [
      'the page is deeper than the entrance',
      ['http://edu.minghu.gov.cn/', 'http://edu.minghu.gov.cn/m/index.html'],
      '明湖市教育局',
      '',
      'http://edu.minghu.gov.cn/',
    ],
    [
      'only its footer names it',
      ['http://edu.minghu.gov.cn/'],
      '首页',
      '<div class="footer">主办单位：明湖市教育局</div>',
      'http://edu.minghu.gov.cn/',
    ],
    ['another government domain, by its full name', ['http://jyj.canglan.gov.cn/mh/'], '明湖市教育局', '', 'http://jyj.canglan.gov.cn/mh/'],
  ] as const)('%s', ([, way, title, body, prefix]) => {
    const arrival = arrive(education, way, title, body);
    expect(arrival).toEqual({ prefix, trouble: null });
    const there = belonging(withPrefix(education, prefix), roster);
    expect(there.ofUrl(`${prefix}zwgk/index.html`)).toBe('own');
    expect(there.ofUrl('http://jyj.minghu.gov.cn/zwgk/')).toBe('own');
    expect(there.ofUrl('http://mzj.minghu.gov.cn/zwgk/')).toBe('foreign');
  });

  test('a section of a platform that was given another directory', () => {
    expect(arrive(section, ['http://xxgk.minghu.gov.cn/gk/tanxi/index.html'], '潭溪乡人民政府')).toEqual({
      prefix: 'http://xxgk.minghu.gov.cn/gk/tanxi/',
      trouble: null,
    });
  });
});

describe('the same place under another spelling', () => {
  test.for(['https://jyj.minghu.gov.cn/', 'https://www.jyj.minghu.gov.cn/index.html'])('%s', address => {
    expect(arrive(education, [address], '任何标题')).toEqual({ prefix: null, trouble: null });
  });
});

describe('places that prove nothing', () => {
  const list = '<h3>明湖市教育局</h3><h3>明湖市民政局</h3><h3>潭溪乡人民政府</h3>';
  test.for([
    ['another unit’s site', education, ['http://mzj.minghu.gov.cn/'], '明湖市民政局', '', '那里是明湖市民政局的网站'],
    ['another unit’s site that names this one', education, ['http://mzj.minghu.gov.cn/'], '明湖市教育局', '', '那里是明湖市民政局的网站'],
    [
      'a host that nobody on the roster has, with another unit’s page',
      education,
      ['http://new.minghu.gov.cn/'],
      '明湖市民政局',
      '<h1>明湖市教育局</h1>',
      '没有标明本单位的名称',
    ],
    [
      'another unit’s section of the platform',
      section,
      ['http://xxgk.minghu.gov.cn/openness/shuiyun/'],
      '潭溪乡人民政府',
      '',
      '那里是其他单位的网站',
    ],
    [
      'the front page of the platform, which lists all units',
      section,
      ['http://xxgk.minghu.gov.cn/openness/'],
      '明湖市政府信息公开平台',
      `<h3>潭溪乡人民政府</h3><h3>水云镇人民政府</h3><h3>明湖市民政局</h3>`,
      '没有标明本单位的名称',
    ],
    [
      'a portal that nobody on the roster has and that lists all units',
      education,
      ['http://portal.minghu.gov.cn/'],
      '政务公开平台',
      list,
      '没有标明本单位的名称',
    ],
    [
      'a title that lists units',
      education,
      ['http://portal.minghu.gov.cn/'],
      '明湖市教育局、明湖市民政局公开专栏',
      '',
      '没有标明本单位的名称',
    ],
    ['a hijacked domain', education, ['http://www.casino.example/'], '明湖市教育局', '<h1>明湖市教育局</h1>', '也不是政府网站'],
    [
      'a name that only ends like the government’s',
      education,
      ['http://jyj.minghu.gov.cn.casino.example/'],
      '明湖市教育局',
      '',
      '也不是政府网站',
    ],
    [
      'a parking page under the same domain',
      education,
      ['http://parked.minghu.gov.cn/'],
      '欢迎使用',
      '<h1>网站建设中</h1>',
      '没有标明本单位的名称',
    ],
    ['the bureau of another city, under its alias', education, ['http://jyj.pinghu.gov.cn/'], '平湖市教育局', '', '没有标明本单位的名称'],
    [
      'a platform that tells units apart by parameters',
      education,
      ['http://xx.canglan.gov.cn/index.aspx?dept=12'],
      '明湖市教育局',
      '',
      '以参数区分',
    ],
  ] as const)('%s', ([, of, way, title, body, reason]) => {
    const { prefix, trouble } = arrive(of, way, title, body);
    expect(prefix).toBeNull();
    expect(trouble).toMatchObject({ kind: 'unsure', reason: expect.stringContaining(reason) });
    expect(trouble!.reason).toContain(new URL(way.at(-1)!).host);
  });

  test('the city is not its bureau, though the name is contained in it', () => {
    expect(arrive(city, ['http://new.minghu.gov.cn/'], '明湖市教育局').prefix).toBeNull();
    expect(arrive(city, ['http://new.minghu.gov.cn/'], '明湖市人民政府门户网站').prefix).toBe('http://new.minghu.gov.cn/');
  });

  test('an answer that is no page speaks for itself', () => {
    expect(arrive(education, ['http://edu.minghu.gov.cn/'], '404 Not Found', '', 404)).toEqual({ prefix: null, trouble: null });
  });
});
