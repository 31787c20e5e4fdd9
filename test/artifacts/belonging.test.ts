import { describe, expect, test } from 'vitest';
import { belonging } from '../../src/artifacts/belonging.ts';
import { Unit } from '../../src/model/unit.ts';

const unit = (id: string, name: string, url: string, more: object = {}) =>
  Unit.parse({ id, name, type: 'department', sites: [{ url }], ...more });
const city = unit('city', '明湖市人民政府', 'https://www.minghu.gov.cn/', { aliases: ['明湖市'], type: 'city' });
const education = unit('jyj', '明湖市教育局', 'https://www.minghu.gov.cn/jyj/', { aliases: ['市教育局'], parent: 'city' });
const civil = unit('mzj', '明湖市民政局', 'https://mzj.minghu.gov.cn/', { parent: 'city' });
const health = unit('wjw', '明湖市卫生健康委员会', 'https://wjw.minghu.gov.cn/', {
  parent: 'city',
  aliases: ['明湖市卫生和计划生育委员会'],
});
const district = unit('dh', '明湖市东湖区人民政府', 'https://www.donghu.gov.cn/', { type: 'county', parent: 'city' });
const office = unit('bgs', '明湖市人民政府办公室', 'https://bgs.minghu.gov.cn/', { parent: 'city' });
const sound = unit('px1', '平乡县人民政府', 'https://px.minghu.gov.cn/', { type: 'county' });
const likeSound = unit('px2', '萍乡县人民政府', 'https://pingx.minghu.gov.cn/', { type: 'county' });
const feng = unit('fx', '丰县人民政府', 'https://fx.minghu.gov.cn/', { type: 'county' });
const roster = [city, education, civil, health, district, office, sound, likeSound, feng];

describe('whose address it is', () => {
  const ofEducation = belonging(education, roster);
  test.for([
    ['https://www.minghu.gov.cn/jyj/gkzn.html', 'own'],
    ['HTTP://WWW.Minghu.gov.cn:80/jyj/gkzn.html', 'own'],
    ['https://www.minghu.gov.cn/jyjx/gkzn.html', 'shared'],
    ['https://www.minghu.gov.cn/zwgk/', 'shared'],
    ['https://mzj.minghu.gov.cn/gkzn.html', 'foreign'],
    ['https://www.example.org/', 'unknown'],
  ] as const)('%s is %s to a bureau on the city platform', ([url, expected]) => {
    expect(ofEducation.ofUrl(url)).toBe(expected);
  });

  test('a bureau’s section is not the city’s own', () => {
    expect(belonging(city, roster).ofUrl('https://www.minghu.gov.cn/jyj/gkzn.html')).toBe('foreign');
  });

  test('a section written without its slash is not the whole platform', () => {
    const section = belonging({ ...education, sites: [{ ...education.sites[0]!, url: 'https://www.minghu.gov.cn/jyj' }] }, roster);
    expect(section.ofUrl('https://www.minghu.gov.cn/jyj/gkzn.html')).toBe('own');
    expect(section.ofUrl('https://www.minghu.gov.cn/zwgk/')).toBe('shared');
  });
});

describe('whom a text is about', () => {
  test.for([
    ['教育局', education, '明湖市教育局政府信息公开指南', null],
    ['the platform’s name beside the own one', education, '公开指南_明湖市教育局_明湖市人民政府', null],
    ['only the platform above it', education, '公开指南_明湖市人民政府门户网站', null],
    ['another bureau', education, '明湖市民政局政府信息公开指南', '明湖市民政局'],
    ['another bureau as it is called at home', education, '市民政局政府信息公开指南', '明湖市民政局'],
    ['both, as in a joint notice', education, '明湖市民政局 明湖市教育局关于寒假的通知', null],
    ['a bureau’s guide on the city’s list', city, '明湖市教育局政府信息公开指南', '明湖市教育局'],
    ['a county of the same sound', sound, '萍乡县人民政府公开年报', '萍乡县人民政府'],
    ['nobody', education, '政府信息公开指南', null],
    ['a name spread by spaces', education, '明湖市 民 政 局 政府信息公开指南', '明湖市民政局'],
    ['the short form of a long name', education, '明湖市卫健委 明湖市卫生健康委公开年报', '明湖市卫生健康委员会'],
    ['a former name, by the alias', education, '明湖市卫生和计划生育委员会2017年年报', '明湖市卫生健康委员会'],
    ['the office of the own government', city, '明湖市人民政府办公室2025年年报', null],
    ['the government in short', city, '明湖市政府公开指南', null],
    ['the government above an office', office, '明湖市人民政府公开指南', null],
    ['a district without the city in front', city, '东湖区人民政府公开年报', '明湖市东湖区人民政府'],
    ['the own district without the city in front', district, '东湖区政府公开年报', null],
    ['a bureau of the same kind of a district that no roster knows', education, '西湖区教育局2025年公开年报', '西湖区教育局'],
    ['a bureau of the same kind of another city', education, '邻湖市教育局公开年报', '邻湖市教育局'],
    ['a county that no roster knows', sound, '大河县人民政府公开年报', '大河县人民政府'],
    ['a county whose name ends like the own one', feng, '永丰县人民政府公开年报', '永丰县人民政府'],
    ['the own county behind its province', feng, '江苏丰县人民政府公开年报', null],
    ['the own bureau among words', education, '关于市教育局2025年公开年报', null],
    ['a government above that no roster knows', sound, '大河市人民政府公开年报', null],
    ['the city in front of the own district', district, '大河市东湖区人民政府公开年报', null],
    ['a township that no roster knows', city, '城关镇人民政府公开年报', '城关镇人民政府'],
    ['no county in particular', sound, '各县人民政府公开年报', null],
    ['all districts', city, '全市各区县人民政府公开年报', null],
    ['townships', city, '乡镇人民政府公开年报', null],
    ['a bureau of another name', education, '明湖市教育体育局公开年报', null],
    ['an institution below it', education, '明湖市教育局招生考试院公开年报', null],
  ] as const)('%s', ([, of, text, expected]) => {
    expect(belonging(of, roster).foreignNameIn(text)).toBe(expected);
  });

  test('an alias that is only the kind of office is not another place’s', () => {
    const called = belonging({ ...education, aliases: ['教育局'] }, roster);
    expect(called.foreignNameIn('东湖区教育局公开年报')).toBe('东湖区教育局');
    expect(called.names('东湖区教育局公开年报')).toBe(false);
    expect(called.names('教育局公开年报')).toBe(true);
    const housing = belonging({ ...education, name: '明湖市住房和城乡建设局', aliases: ['住建局'] }, roster);
    expect(housing.names('东湖区住建局年报')).toBe(false);
    expect(housing.foreignNameIn('东湖区住建局年报')).toBe('东湖区住建局');
    expect(housing.names('明湖市住建局年报')).toBe(true);
    expect(called.names('明湖市 教育局公开年报')).toBe(true);
  });
});

test.for([
  ['明湖市教育局公开指南', education, true],
  ['明 湖 市 教 育 局', education, true],
  ['市教育局公开指南', education, true],
  ['欢迎访问市教育局', education, true],
  ['明湖市教育局办公室', education, true],
  ['明湖市教育局行政处罚决定', education, true],
  ['明湖市教育局直属学校预算', education, true],
  ['邻湖市教育局公开指南', education, false],
  ['区教育局公开指南', education, false],
  ['明湖市教育体育局公开指南', education, false],
  ['明湖市教育局招生考试院公开指南', education, false],
  ['明湖市教育局招生考试院 明湖市教育局公开指南', education, true],
  ['明湖市卫生和计划生育委员会公开指南', health, true],
  ['明湖市卫生健康委公开指南', health, true],
  ['市卫生健康委员会公开指南', health, true],
  ['萍乡县人民政府', sound, false],
  ['永丰县人民政府', feng, false],
  ['丰县人民政府', feng, true],
  ['东湖区人民政府', district, true],
  ['明湖市人民政府办公室', city, true],
  ['明湖市人民政府国有资产监督管理委员会', city, false],
  ['明湖市人民政府', office, false],
  ['明湖市人民政府办公室', office, true],
] as const)('%s names %o: %s', ([text, of, expected]) => {
  expect(belonging(of, roster).names(text)).toBe(expected);
});

test.for([
  ['明湖市教育局', education, 'own', '明湖市教育局'],
  ['中国·明湖市教育局', education, 'own', '明湖市教育局'],
  ['明湖市教育局信息中心', education, 'below', '明湖市教育局'],
  ['明湖市人民政府办公室', education, 'other', '明湖市人民政府办公室'],
  ['明湖市人民政府', education, 'above', '明湖市人民政府'],
  ['明湖市人民政府办公室', city, 'own', '明湖市人民政府办公室'],
  ['明湖市民政局', education, 'other', '明湖市民政局'],
  ['烟波市人民政府办公室', education, 'unknown', null],
  ['某科技有限公司', education, 'unknown', null],
] as const)('the organiser %s is to %o %s', ([name, of, relation, whose]) => {
  expect(belonging(of, roster).ofName(name)).toEqual({ relation, name: whose });
});

describe('whose code it is', () => {
  const coded = (one: Unit, siteCode: string) => ({ ...one, sites: one.sites.map(site => ({ ...site, siteCode })) });
  const coding = [coded(city, '3499990001'), coded(education, '3499990002'), coded(civil, '3499990003'), district];
  test.for([
    ['3499990002', 'own', '明湖市教育局'],
    ['3499990001', 'above', '明湖市人民政府'],
    ['3499990003', 'other', '明湖市民政局'],
    ['3499990009', 'unknown', null],
  ] as const)('%s: %s', ([code, relation, name]) => {
    expect(belonging(coding[1]!, coding).ofSiteCode(code)).toEqual({ relation, name });
  });

  test('a code that an official gave to the bureau’s section too is its own', () => {
    const shared = [coded(city, '3499990001'), coded(education, '3499990001')];
    expect(belonging(shared[1]!, shared).ofSiteCode('3499990001').relation).toBe('own');
  });
});

describe('an office that cannot be this unit under any short form', () => {
  const bureau = unit('rsj', '明湖市人力资源和社会保障局', 'https://rsj.minghu.gov.cn/', { parent: 'city' });
  const town = unit('lt', '明湖市东湖区柳塘镇人民政府', 'https://lt.minghu.gov.cn/', { type: 'township', parent: 'city' });
  test.for([
    ['明湖市水利局', education, true],
    ['明湖市第一小学', education, true],
    ['市人社局', bureau, false],
    ['明湖市社保局', bureau, false],
    ['明湖市卫健委', health, false],
    ['明湖市水利局', city, false],
    ['东湖区竹溪镇', town, true],
    ['东湖区柳塘镇', town, false],
    ['柳塘镇人民政府', town, false],
  ] as const)('%s to %o: %s', ([name, of, expected]) => {
    expect(belonging(of, [city]).isStrange(name)).toBe(expected);
  });
});

test('a street office of a district that is on no roster is itself', () => {
  const street = unit('xf', '明湖市东湖区学府街道办事处', 'https://xf.minghu.gov.cn/', {
    aliases: ['学府街道'],
    type: 'township',
    parent: 'city',
  });
  const ofStreet = belonging(street, [city]);
  expect(ofStreet.foreignNameIn('东湖区学府街道政府信息公开指南')).toBeNull();
  expect(ofStreet.names('东湖区学府街道2026年部门预算')).toBe(true);
  expect(ofStreet.names('南泉区学府街道2026年部门预算')).toBe(false);
  expect(ofStreet.ofName('东湖区人民政府').relation).toBe('above');
  expect(ofStreet.ofName('南泉区人民政府').relation).toBe('unknown');
});
