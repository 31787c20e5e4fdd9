import { expect, test } from 'vitest';
import { buildHosts } from '../../fixtures/city/city.ts';
import { outsideHosts } from '../../fixtures/city/outside.ts';
import { cityUnits } from '../../fixtures/city/units/index.ts';

/** Registers that footers link to, and the name space of XHTML; no unit is meant by them. */
const registers = /(^|\.)(miit\.gov\.cn|beian\.gov\.cn|conac\.cn|www\.gov\.cn|kaipuyun\.cn|w3\.org)$/;

test('every unit lives under the invented domain, and nothing else that is named exists', () => {
  for (const { host, name } of cityUnits) {
    expect(host).toMatch(/\.minghu\.gov\.cn$/);
    expect(name).toMatch(/明湖市|云汀区|柳塘县|石矶县|芦汀镇|鹭嘴乡|鹭桥街道/);
  }
  for (const host of outsideHosts.keys())
    expect(host).toMatch(/\.canglan\.gov\.cn$|\.example$|^www\.yanbo\.gov\.cn$|^beian|^www\.beian|conac|zfwzgl|pucha/);
});

/** Every third address is enough: pages of one column are of one cloth. */
test('no page names a real province or its units', () => {
  const real =
    /北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾|内蒙古|广西|西藏|宁夏|新疆/;
  for (const site of buildHosts(cityUnits, '2026-11-20').values()) {
    for (const [path, route] of [...site.routes].filter((_, index) => index % 3 === 0)) {
      const { headers, body } = route();
      const text = headers['content-type'] === 'text/html' ? new TextDecoder('gb18030').decode(body) : body.toString('utf8');
      expect(real.exec(text)?.[0], `${site.host}${path}`).toBeUndefined();
      for (const [, host] of text.matchAll(/https?:\/\/([^/"'\s)]+)/g)) {
        expect(host!.endsWith('.minghu.gov.cn') || outsideHosts.has(host!) || registers.test(host!), `${host} on ${site.host}${path}`).toBe(
          true,
        );
      }
    }
  }
});
