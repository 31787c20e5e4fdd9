import { expect, test } from 'vitest';
import { judgeCode } from '../../src/checks/whose-code.ts';
import type { NameOwner, SiteIdentity } from '../../src/model/artifacts.ts';

type Relation = NameOwner['relation'];
const names: Readonly<Record<Relation, string | null>> = {
  own: '明湖市教育局',
  below: '明湖市教育局考试院',
  above: '明湖市人民政府',
  other: '明湖市民政局',
  unknown: null,
};
const home = 'https://jyj.minghu.gov.cn/';
const seen = (code: string, relation: Relation, where: 'text' | 'script' = 'text'): SiteIdentity['siteCodes'][number] => ({
  code,
  where,
  page: home,
  owner: { relation, name: names[relation] },
});
const [own, city, civil, stray] = ['3499990002', '3499990001', '3499990003', '3499990009'];
const site = (siteCode?: string) => [{ url: home, disclosureUrl: null, prefixes: [], siteCode }];

// What the pages carry, the unit's code on the roster, the outcome, and words of what is said.
test.for([
  ['the own code', [seen(own, 'own')], own, 'pass', own],
  ['the own code beside the city’s', [seen(city, 'above'), seen(own, 'own')], own, 'pass', own],
  ['a section under the city’s code', [seen(city, 'above')], undefined, 'pass', '所在平台明湖市人民政府的标识码'],
  ['the city’s in the footer, the own in the script', [seen(city, 'above'), seen(own, 'own', 'script')], own, 'pass', '所在平台'],
  ['another bureau’s', [seen(civil, 'other')], own, 'partial', '标注的3499990003是明湖市民政局的标识码'],
  [
    'another bureau’s in the footer, the own in the script',
    [seen(civil, 'other'), seen(own, 'own', 'script')],
    own,
    'partial',
    '明湖市民政局',
  ],
  ['the own in the footer, another’s in the script', [seen(own, 'own'), seen(civil, 'other', 'script')], own, 'pass', own],
  ['another bureau’s in the script only', [seen(civil, 'other', 'script')], own, 'partial', '网页代码里的3499990003'],
  ['an institution’s below it', [seen(stray, 'below')], own, 'partial', '明湖市教育局考试院'],
  ['one that nobody has, where the roster has another', [seen(stray, 'unknown')], own, 'unsure', '名单登记的是3499990002'],
  ['one that nobody has, where the roster has none', [seen(stray, 'unknown')], undefined, 'pass', stray],
] as const)('%s', ([, siteCodes, registered, outcome, words]) => {
  const said = judgeCode({ siteCode: { value: siteCodes[0].code, page: home }, siteCodes }, { sites: site(registered) });
  expect(said.outcome).toBe(outcome);
  expect(`${said.measured.shown} ${said.measured.reason}`).toContain(words);
  expect(said.page).toBe(home);
});
