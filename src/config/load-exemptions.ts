import { extname } from 'node:path';
import { GongkaiError } from '../model/errors.ts';
import { Exemption } from '../model/exemption.ts';
import { collapse, normalise } from '../text/normalise.ts';
import { isoDay } from '../text/written-day.ts';
import { readCsv, readXlsx } from './roster-table.ts';

/** The columns of the table, with the headings that people write for them. The first is ours. */
const headings = {
  unit: ['单位编码', '编码', '单位代码', '单位编号'],
  check: ['检查项编号', '检查项', '检查项编码'],
  reason: ['理由', '不适用理由', '原因'],
  approvedBy: ['批准人', '审批人', '批准单位'],
  on: ['批准日期', '审批日期', '批准时间'],
  from: ['起始日期', '开始日期', '自'],
  until: ['截止日期', '结束日期', '至'],
} as const satisfies Record<keyof Exemption, readonly [string, ...string[]]>;
type Field = keyof typeof headings;
const fields = Object.keys(headings) as readonly Field[];

/** An empty table with one example row. */
export const exemptionTemplate: readonly (readonly string[])[] = [
  fields.map(field => headings[field][0]),
  ['minghu-jyj', 'administrative-penalty', '处罚权已划转综合执法局', '明湖市政务公开办', '2026-01-12', '2026-01-01', '2026-12-31'],
];

export interface KnownIds {
  readonly units: ReadonlySet<string>;
  readonly checks: ReadonlySet<string>;
}

/**
 * Reads a table of exemptions from .csv or .xlsx, in the order of the file. Throws GongkaiError: EXEMPTIONS_INVALID with every fault, row and
 * column; FILE_UNREADABLE.
 */
export async function readExemptions(file: string, known: KnownIds): Promise<readonly Exemption[]> {
  const rows = await readTable(file);
  const at = rows.findIndex(row => row.filter(cell => fieldOf(cell) !== null).length >= 2);
  const columns = new Map(fields.map(field => [field, (rows[at] ?? []).findIndex(cell => fieldOf(cell) === field)]));
  const missing = fields.filter(field => columns.get(field)! < 0);
  if (missing.length > 0) refuse(file, [`缺少“${missing.map(field => headings[field][0]).join('”“')}”列，请按模板填写`]);

  const read = rows
    .slice(at + 1)
    .map((row, index) => ({ row, place: `行 ${at + index + 2}` }))
    .filter(({ row }) => row.some(cell => collapse(cell) !== ''))
    .map(({ row, place }) => ({ place, ...readRow(field => collapse(row[columns.get(field)!] ?? ''), known) }));
  const exemptions = read.flatMap(({ exemption }) => (exemption ? [exemption] : []));
  const overlaps = read.flatMap(({ exemption, place }, index) =>
    exemption && read.slice(0, index).some(({ exemption: other }) => other && overlap(exemption, other))
      ? [`${place}：“${exemption.unit}”的“${exemption.check}”在同一段时间内写了两次，请删去一行`]
      : [],
  );
  refuse(file, [...read.flatMap(({ place, faults }) => faults.map(fault => `${place}${fault}`)), ...overlaps]);
  return exemptions;
}

async function readTable(file: string): Promise<readonly (readonly string[])[]> {
  const extension = extname(file).toLowerCase();
  if (extension === '.csv') return readCsv(file);
  if (extension === '.xlsx') return readXlsx(file);
  throw new GongkaiError('FILE_UNREADABLE', `不认识文件 ${file} 的格式，请用 .xlsx 或 .csv 文件。`);
}

const fieldOf = (heading: string): Field | null =>
  fields.find(field => headings[field].some(word => normalise(word) === normalise(heading).replace(/\([^()]*\)$/, ''))) ?? null;

function readRow(cell: (field: Field) => string, { units, checks }: KnownIds) {
  const given = Object.fromEntries(
    fields.map(field => [field, field === 'on' || field === 'from' || field === 'until' ? isoDay(cell(field)) : cell(field)]),
  );
  const parsed = Exemption.safeParse(given);
  const faults = parsed.success ? [] : parsed.error.issues.map(({ path, message }) => `“${headings[path[0] as Field][0]}”列：${message}`);
  const { unit, check } = given as Record<Field, string>;
  if (unit !== '' && !units.has(unit)) faults.push(`“${headings.unit[0]}”列：名单中没有“${unit}”，请用 gongkai units list 查看`);
  if (check !== '' && !checks.has(check)) faults.push(`“${headings.check[0]}”列：没有检查项“${check}”，请用 gongkai checks list 查看`);
  return { exemption: faults.length === 0 && parsed.success ? parsed.data : null, faults };
}

const overlap = (one: Exemption, other: Exemption): boolean =>
  one.unit === other.unit && one.check === other.check && one.from <= other.until && other.from <= one.until;

function refuse(file: string, faults: readonly string[]): void {
  if (faults.length === 0) return;
  throw new GongkaiError(
    'EXEMPTIONS_INVALID',
    `不适用审批表 ${file} 有 ${faults.length} 处错误，请改正后重试：\n  ${faults.join('；\n  ')}。`,
  );
}
