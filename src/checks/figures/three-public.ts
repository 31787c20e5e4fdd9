import { numberIn, plain } from './cells.ts';
import { blankDoubt, type Slip, type Told } from './slip.ts';

/** What a “三公”经费 table tells, by the words over a column or in front of a line. */
const parts = {
  total: /^(?:三公经费)?(?:支出)?合计$|^三公经费(?:支出)?(?:合计)?$/,
  abroad: /因公出国/,
  cars: /^小计$|公务用车购置[及和与](?:公务用车)?运行(?:维护)?费?(?:小计)?$/,
  carsBought: /公务用车购置费?$/,
  carsRun: /^(?:其中)?(?:公务用车)?运行(?:维护)?费?$/,
  meals: /公务接待/,
} as const;
type Part = keyof typeof parts;
const names = Object.keys(parts) as readonly Part[];

/** The six figures of one year or kind, as they are written. */
export interface ThreePublic {
  readonly label: string;
  readonly cells: Readonly<Record<Part, string>>;
}

/** Every group of six figures in the “三公”经费 tables of a document; none when no table has all its parts. */
export const threePublicIn = ({ tables }: Pick<Told, 'tables'>): readonly ThreePublic[] =>
  tables.flatMap(({ rows }) => (sumsMore(rows) ? [] : [...inColumns(rows), ...inLines(rows)]));

/** A table of “三公”经费、会议费和培训费: its 合计 is the sum of all of them. */
const sumsMore = (rows: readonly (readonly string[])[]): boolean =>
  rows.some(row => row.some(cell => /^\d?(?:会议费|培训费)/.test(plain(cell))));

/** What does not come out in the “三公”经费 tables of a document; null when there is no such table with all its parts. */
export function slipsInThreePublic(told: Pick<Told, 'tables'>): readonly Slip[] | null {
  const groups = threePublicIn(told);
  return groups.length === 0 ? null : groups.flatMap(slipsIn);
}

/** The official layout: six columns for each year, the words above them. */
function inColumns(rows: readonly (readonly string[])[]): readonly ThreePublic[] {
  const first = rows.findLastIndex(row => row.some(cell => parts.carsBought.test(plain(cell)))) + 1;
  if (first === 0) return [];
  const heads = rows.slice(0, first);
  const width = Math.max(...rows.map(row => row.length));
  const leaves = Array.from({ length: width }, (_, column) =>
    plain(heads.map(row => row[column] ?? '').findLast(cell => cell !== '') ?? ''),
  );
  return leaves.flatMap((leaf, start): readonly ThreePublic[] => {
    if (!parts.total.test(leaf)) return [];
    const columns = partsAmong(leaves.slice(start, start + names.length));
    const label = heads[0]!.slice(0, start + 1).findLast(cell => cell !== '') ?? '';
    return columns ? rows.slice(first).flatMap(row => groupOf(label, part => row[start + columns[part]])) : [];
  });
}

/** One line for each figure, one column for each year. */
function inLines(rows: readonly (readonly string[])[]): readonly ThreePublic[] {
  const lines = partsAmong(
    rows.map(row => plain(row.find(cell => cell !== '' && numberIn(cell) === null) ?? '').replace(/^[\d其中]+/, '')),
  );
  if (!lines) return [];
  // A sheet ends each row with its last filled cell.
  const width = Math.max(...rows.map(row => row.length));
  return Array.from({ length: width }, (_, column) => column).flatMap(column =>
    groupOf(rows[0]![column] ?? '', part => rows[lines[part]]![column]),
  );
}

/** Where each part stands among these words; null when one is missing or stands twice. */
function partsAmong(words: readonly string[]): Readonly<Record<Part, number>> | null {
  const found = names.map(part => words.flatMap((word, index) => (parts[part].test(word) ? [index] : [])));
  if (found.some(places => places.length !== 1)) return null;
  return Object.fromEntries(names.map((part, index) => [part, found[index]![0]!])) as Record<Part, number>;
}

/** None where one of the places holds words. An empty table, as it must be shown by those who spent nothing, has no sum that is wrong. */
function groupOf(label: string, cellOf: (part: Part) => string | undefined): readonly ThreePublic[] {
  const cells = Object.fromEntries(names.map(part => [part, cellOf(part) ?? ''])) as Record<Part, string>;
  const values = Object.values(cells);
  if (values.some(cell => numberIn(cell) === null)) return [];
  return [{ label, cells }];
}

/** 合计 = 出国 + 用车 + 接待, 用车 = 购置 + 运行, each within what rounding can make of it (rule book §5.4, SG-3). */
function slipsIn({ label, cells }: ThreePublic): readonly Slip[] {
  const value = (part: Part) => numberIn(cells[part])!;
  const compare = (whole: Part, name: string, of: readonly Part[]): readonly Slip[] => {
    const sum = of.reduce((all, part) => all + value(part), 0);
    // The whole may be rounded to fewer places than its parts.
    const lastPlace = 10 ** -Math.min(decimalsOf(cells[whole]), Math.max(...of.map(part => decimalsOf(cells[part]))));
    if (Math.abs(value(whole) - sum) <= ((of.length + 1) * lastPlace) / 2 + 1e-9) return [];
    const year = label === '' || numberIn(label) !== null ? '' : `“${label}”中`;
    return [
      {
        rule: 'SG-3',
        says: `${year}${name}填${cells[whole]}，各项之和是${tidy(sum)}`,
        doubt: blankDoubt([whole, ...of].every(part => cells[part].trim() !== '')),
      },
    ];
  };
  return [
    ...compare('total', '“三公”经费合计', ['abroad', 'cars', 'meals']),
    ...compare('cars', '公务用车购置及运行费小计', ['carsBought', 'carsRun']),
  ];
}

const decimalsOf = (cell: string): number => /\.(\d+)$/.exec(cell.trim())?.[1]?.length ?? 0;
const tidy = (number: number): string => String(Math.round(number * 1e6) / 1e6);
