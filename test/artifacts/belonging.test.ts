import { describe, expect, test } from 'vitest';
import { belonging } from '../../src/artifacts/belonging.ts';
import { Unit } from '../../src/model/unit.ts';

const unit = (id: string, name: string, url: string, more: object = {}) =>
  Unit.parse({ id, name, type: 'department', sites: [{ url }], ...more });
const city = unit('city', '明湖市人民政府', 'https://www.minghu.gov.cn/', { aliases: ['明湖市'], type: 'city' });
const education = unit('jyj', '明湖市教育局', 'https://www.minghu.gov.cn/jyj/', { aliases: ['市教育局'], parent: 'city' });
const civil = unit('mzj', '明湖市民政局', 'https://mzj.minghu.gov.cn/', { parent: 'city' });
const sound = unit('px1', '平乡县人民政府', 'https://px.minghu.gov.cn/', { type: 'county' });
const likeSound = unit('px2', '萍乡县人民政府', 'https://pingx.minghu.gov.cn/', { type: 'county' });
const roster = [city, education, civil, sound, likeSound];

describe('whose address it is', () => {
  const ofEducation = belonging(education, roster);
  test.for([
    ['https://www.minghu.gov.cn/jyj/gkzn.html', 'own'],
    ['https://www.minghu.gov.cn/zwgk/', 'shared'],
    ['https://mzj.minghu.gov.cn/gkzn.html', 'foreign'],
    ['https://www.example.org/', 'unknown'],
  ] as const)('%s is %s to a bureau on the city platform', ([url, expected]) => {
    expect(ofEducation.ofUrl(url)).toBe(expected);
  });

  test('a bureau’s section is not the city’s own', () => {
    expect(belonging(city, roster).ofUrl('https://www.minghu.gov.cn/jyj/gkzn.html')).toBe('foreign');
  });
});

describe('whom a text is about', () => {
  test.for([
    ['教育局', education, '明湖市教育局政府信息公开指南', null],
    ['the platform’s name beside the own one', education, '公开指南_明湖市教育局_明湖市人民政府', null],
    ['only the platform above it', education, '公开指南_明湖市人民政府门户网站', null],
    ['another bureau', education, '明湖市民政局政府信息公开指南', '明湖市民政局'],
    ['both, as in a joint notice', education, '明湖市民政局 明湖市教育局关于寒假的通知', null],
    ['a bureau’s guide on the city’s list', city, '明湖市教育局政府信息公开指南', '明湖市教育局'],
    ['a county of the same sound', sound, '萍乡县人民政府公开年报', '萍乡县人民政府'],
    ['nobody', education, '政府信息公开指南', null],
  ] as const)('%s', ([, of, text, expected]) => {
    expect(belonging(of, roster).foreignNameIn(text)).toBe(expected);
  });
});
