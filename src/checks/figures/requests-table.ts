import type { DocumentTable } from '../../model/document.ts';
import { columnOf, numberIn, plain } from './cells.ts';
import { blankDoubt, type Slip, sum } from './slip.ts';

/** The heads of the seven columns of numbers in the form: six sorts of applicants, and their sum. */
const applicants = ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计'] as const;

interface Line {
  /** As it is written. */
  readonly name: string;
  /** One for each of `applicants`; a blank cell is 0. */
  readonly numbers: readonly number[];
  readonly isBlank: readonly boolean[];
}

/** 三、收到和处理政府信息公开申请情况, in the form of 国办公开办函〔2021〕30号 and 〔2019〕60号. */
export interface RequestsTable {
  readonly received: Line;
  readonly carriedIn: Line;
  /** Every line between 本年度办理结果 and its sum. */
  readonly results: readonly Line[];
  readonly whole: Line;
  readonly carriedOut: Line;
}

/** Some offices add a line with the sum of a group above its parts; the form has none. */
const isSubtotal = (name: string): boolean => /^[三四五六](?:不予公开|无法提供|不予处理|其他处理)$/.test(name);

/** The table of requests among the tables of a report; null when none has all its heads and lines, with a number in each place. */
export function requestsTable(tables: readonly DocumentTable[]): RequestsTable | null {
  for (const table of tables) {
    const found = readTable(table);
    if (found) return found;
  }
  return null;
}

function readTable(table: DocumentTable): RequestsTable | null {
  const first = table.rows.findIndex(row => row.some(cell => /^一?本年新收/.test(plain(cell))));
  if (first < 0) return null;
  const columns = applicants.map(name => columnOf(table, first, new RegExp(`^${name}$`)));
  // Both 其他 and 总计 are words of other heads as well; those of the applicants stand on the right.
  const places = columns.map(found => found.at(-1));
  if (places.some((place, index) => place === undefined || (index > 0 && place <= (places[index - 1] ?? place)))) return null;

  const lines: Line[] = [];
  for (const row of table.rows.slice(first)) {
    const cells = places.map(place => row[place!] ?? '');
    const numbers = cells.map(numberIn);
    const names = row.slice(0, places[0]).filter(cell => cell !== '');
    const name = names.at(-1);
    if (name === undefined || isSubtotal(plain(name))) continue;
    if (numbers.some(number => number === null)) return null;
    lines.push({ name, numbers: numbers as readonly number[], isBlank: cells.map(cell => cell.trim() === '') });
  }
  const at = (word: RegExp) => lines.findIndex(({ name }) => word.test(plain(name)));
  const [received, carriedIn, whole, carriedOut] = [at(/本年新收/), at(/上年结转/), at(/^七?总计$/), at(/结转下年度/)];
  if (received !== 0 || carriedIn !== 1 || whole < leastResults || carriedOut !== whole + 1) return null;
  return {
    received: lines[received]!,
    carriedIn: lines[carriedIn]!,
    results: lines.slice(carriedIn + 1, whole),
    whole: lines[whole]!,
    carriedOut: lines[carriedOut]!,
  };
}

/** Lines in front of the sum: the two above, and at least one for each of the six sorts of results. */
const leastResults = 8;

/** NB-4 for each column, NB-5 for each line, NB-6 for each column of applicants and the last. */
export function slipsInRequests(table: RequestsTable): readonly Slip[] {
  const { received, carriedIn, results, whole, carriedOut } = table;
  const all = [received, carriedIn, ...results, whole, carriedOut];
  const columns = applicants.map((name, column) => ({
    name,
    of: (line: Line) => line.numbers[column]!,
    isFilled: (...lines: readonly Line[]) => lines.every(line => !line.isBlank[column]),
  }));
  return [
    ...columns.flatMap(({ name, of, isFilled }): readonly Slip[] => {
      const [came, went] = [of(received) + of(carriedIn), of(whole) + of(carriedOut)];
      const says = `“${name}”一列新收${of(received)}加上年结转${of(carriedIn)}等于${came}，办理总计${of(whole)}加结转下年${of(carriedOut)}等于${went}`;
      return came === went ? [] : [{ rule: 'NB-4', says, doubt: blankDoubt(isFilled(received, carriedIn, whole, carriedOut)) }];
    }),
    ...all.flatMap(({ name, numbers, isBlank }): readonly Slip[] => {
      const [said, parts] = [numbers.at(-1)!, sum(numbers.slice(0, -1))];
      return said === parts
        ? []
        : [{ rule: 'NB-5', says: `“${name}”一行总计填${said}，各列之和是${parts}`, doubt: blankDoubt(!isBlank.includes(true)) }];
    }),
    ...columns.flatMap(({ name, of, isFilled }): readonly Slip[] => {
      const parts = sum(results.map(of));
      const says = `“${name}”一列办理结果总计填${of(whole)}，各项之和是${parts}`;
      return of(whole) === parts ? [] : [{ rule: 'NB-6', says, doubt: blankDoubt(isFilled(whole, ...results)) }];
    }),
  ];
}
