import fc from 'fast-check';
import type { DocumentContent, Table } from '../../fixtures/city/documents/content.ts';
import { gridOf } from '../../fixtures/city/documents/content.ts';
import type { Subject } from '../../fixtures/city/documents/subject.ts';

export const archives: Subject = {
  id: 'daj',
  name: '明湖市档案局',
  type: 'department',
  address: '沧澜省明湖市望湖区兰台路1号',
  exchange: '897',
  duties: ['拟订档案事业发展规划', '监督指导各单位档案工作'],
  topics: ['档案数字化', '家谱征集', '企业档案评估'],
};

export const city: Subject = { ...archives, id: 'minghu', name: '明湖市人民政府', type: 'city' };
export const township: Subject = { ...archives, id: 'luzui', name: '鹭嘴乡人民政府', type: 'township' };

/** Units of every type, under any name of a bureau, as far as their documents depend on them. */
export const subjects: fc.Arbitrary<Subject> = fc
  .tuple(
    fc.stringMatching(/^[a-z]{2,6}$/),
    fc.constantFrom('city', 'county', 'department', 'township', 'public-body'),
    fc.constantFrom('档案局', '民政局', '卫生健康委员会', '财政局', '退役军人事务局', '机关事务中心'),
  )
  .map(([id, type, office]) => ({ ...archives, id, type, name: `明湖市${office}` }));

export const years = fc.integer({ min: 2019, max: 2027 });

export const tablesOf = (content: DocumentContent): Table[] => content.blocks.filter(block => block.kind === 'table');

/** The table whose caption contains the words. Throws when there is none. */
export function tableOf(content: DocumentContent, words: string): Table {
  const found = tablesOf(content).find(({ caption }) => caption.includes(words));
  if (found === undefined) throw new Error(`no table ${words} in ${content.title}`);
  return found;
}

/** Hundredths of every number; text stays text. Merged cells stand in each place that they cover. */
export const valuesOf = (table: Table): (string | number)[][] =>
  gridOf(table).at.map(row => row.map(({ value }) => (typeof value === 'number' ? Math.round(value * 100) : value)));

/** The number in the row that begins with the label, in the column `at` places to the right of it. */
export function numberAt(table: Table, label: string, at: number): number {
  for (const row of valuesOf(table)) {
    const column = row.indexOf(label);
    const value = column < 0 ? undefined : row[column + at];
    if (typeof value === 'number') return value;
  }
  throw new Error(`no number beside ${label} in ${table.caption}`);
}

export const sum = (numbers: readonly number[]): number => numbers.reduce((all, number) => all + number, 0);
