import { describe, expect, test } from 'vitest';
import { belonging } from '../../src/artifacts/belonging.ts';
import { othersDocument } from '../../src/artifacts/others-document.ts';
import type { PageReading } from '../../src/model/page-reading.ts';
import { Unit } from '../../src/model/unit.ts';

const unit = (id: string, name: string, parent: string | null = 'minghu') =>
  Unit.parse({
    id,
    name,
    type: 'department',
    group: null,
    powers: [],
    parent,
    sites: [{ url: `http://${id}.minghu.gov.cn/`, prefixes: [] }],
  });
const roster = [
  unit('minghu', '明湖市人民政府', null),
  unit('jyj', '明湖市教育局'),
  unit('gxj', '明湖市工业和信息化局'),
  unit('mzj', '明湖市民政局'),
];
const ofEducation = belonging(roster[1]!, roster);
const owner = (kind: PageReading['kind'], text: string) => othersDocument({ kind, text }, ofEducation);

describe('whose text a page carries', () => {
  test.for([
    [
      'another unit bears the duties',
      'other',
      '一、主要职责 根据有关规定，明湖市工业和信息化局履行下列职责：（一）拟订规划。',
      '明湖市工业和信息化局',
    ],
    ['in the other wording', 'other', '明湖市工业和信息化局的主要职责是：（一）拟订规划。', '明湖市工业和信息化局'],
    [
      'a guide whose institution is another unit',
      'guide',
      '为方便公众，编制本指南。工作机构：明湖市工业和信息化局办公室',
      '明湖市工业和信息化局',
    ],
    ['the same office of another place, which no roster knows', 'other', '西湖区教育局的主要职责是：（一）拟订教育规划。', '西湖区教育局'],
    ['the own office as it is called at home', 'other', '教育局的主要职责是：（一）拟订教育规划，指导西湖区教育局的工作。', null],
    ['the own office, and that of another place', 'other', '西湖区教育局的主要职责是：监测。市教育局指导。', null],
    ['the own duties', 'other', '明湖市教育局的主要职责是：（一）拟订教育规划，会同明湖市工业和信息化局管理校园网络。', null],
    ['nobody is named', 'other', '主要职责是：（一）拟订规划。（二）监测运行。', null],
    ['another unit is only mentioned', 'other', '（一）拟订教育规划。（二）会同明湖市工业和信息化局推进产教融合。', null],
    [
      'the duties of another unit further down, as a remark',
      'other',
      `${'本局负责教育工作。'.repeat(40)}明湖市工业和信息化局的主要职责是：监测运行。`,
      null,
    ],
    ['both are named', 'other', '明湖市工业和信息化局的主要职责是监测运行；明湖市教育局管理学校。', null],
    [
      'leaders who all are another unit’s',
      'other',
      '沈明 明湖市工业和信息化局局长。王平 明湖市工业和信息化局副局长。李安，现任明湖市工业和信息化局副局长。',
      '明湖市工业和信息化局',
    ],
    ['a partner named twice', 'other', '与明湖市工业和信息化局共建基地，由明湖市工业和信息化局提供设备。', null],
    [
      'a directory of offices',
      'other',
      '明湖市工业和信息化局 电话1；明湖市工业和信息化局 地址；明湖市工业和信息化局 网址；明湖市民政局 电话2',
      null,
    ],
    ['a list of headlines', 'list', '明湖市工业和信息化局的主要职责是：（一）拟订规划。', null],
  ] as const)('%s', ([, kind, text, expected]) => {
    expect(owner(kind, text)).toBe(expected);
  });
});

test('what every place has is not the own one: 市人民政府 in a guide copied from another township', () => {
  const towns = [...roster, unit('hezhou', '荷洲镇人民政府'), unit('shuiyun', '水云镇人民政府')];
  const text = '为了方便获取水云镇人民政府的政府信息，编制本指南。向市人民政府申请的，按照规定办理。';
  expect(othersDocument({ kind: 'guide', text }, belonging(towns[4]!, towns))).toBe('水云镇人民政府');
  expect(othersDocument({ kind: 'guide', text }, belonging(towns[5]!, towns))).toBeNull();
});
