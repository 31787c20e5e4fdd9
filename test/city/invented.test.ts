import { describe, expect, test } from 'vitest';
import { buildHosts } from '../../fixtures/city/city.ts';
import { usualNight } from '../../fixtures/city/nights.ts';
import { missingHost, outsideHosts } from '../../fixtures/city/outside.ts';
import { readCityUnits } from '../../fixtures/city/unit-file.ts';
import { textOf } from './support.ts';

/** Registers that footers link to, and the name space of XHTML; no unit is meant by them. */
const registers = /(^|\.)(miit\.gov\.cn|beian\.gov\.cn|conac\.cn|www\.gov\.cn|kaipuyun\.cn|w3\.org)$/;

const units = readCityUnits();
const hosts = buildHosts(units, usualNight);

test('every unit lives under the invented domains, and nothing else that is named exists', () => {
  for (const { plan } of units) expect(plan.host).toMatch(/\.minghu\.gov\.cn$|^xxgk\.canglan\.gov\.cn$/);
  for (const host of outsideHosts.keys())
    expect(host).toMatch(/\.canglan\.gov\.cn$|\.example$|^www\.yanbo\.gov\.cn$|^beian|^www\.beian|conac|zfwzgl|pucha/);
});

test('every address and every region in a name is invented', () => {
  const regions = /^(明湖|云汀区|柳塘县|石矶县|望湖区|烟浦县|青莲县|芦汀镇|鹭嘴乡|鹭桥街道|水云镇|荷洲镇|潭溪乡|白塔街道|月湾镇)/;
  for (const { plan } of units) {
    expect(plan.name).toMatch(regions);
    expect(plan.address).toMatch(/^沧澜省明湖市/);
  }
});

const real =
  /北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾|内蒙古|广西|西藏|宁夏|新疆/;

/** Every third address is enough: pages of one column are of one cloth. Files are drawn elsewhere. */
describe('no page names a real province or its units', () => {
  test.for([...hosts.values()].map(site => [site.host, site] as const))('%s', async ([host, site]) => {
    for (const [path, route] of [...site.routes].filter((_, index) => index % 3 === 0)) {
      if (path.includes('/attach/')) continue;
      const { headers, body } = await route(new URL(path, `http://${host}`), { userAgent: '', cookie: '' });
      if (!headers['content-type']?.includes('html')) continue;
      const text = textOf(body);
      expect(real.exec(text)?.[0], `${host}${path}`).toBeUndefined();
      for (const [, linked] of text.matchAll(/https?:\/\/([^/"'\s)<]+)/g))
        expect(isInvented(linked!), `${linked} on ${host}${path}`).toBe(true);
    }
  });
});

const isInvented = (host: string): boolean =>
  hosts.has(host) || outsideHosts.has(host) || host === missingHost || /\.minghu\.gov\.cn$/.test(host) || registers.test(host);
