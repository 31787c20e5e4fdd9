import { normalise } from '../../text/normalise.ts';
import { requestsTable } from './requests-table.ts';
import type { Slip, Told } from './slip.ts';

/** What the text may tell of the table of requests: the words around the number, and what it is called in a message. */
const said = [
  {
    name: '收到申请',
    pattern:
      /(?:共|新|累计)?(?:收到|受理|接收|接到|新收)(?:各类|公众|群众)?(?:提出)?的?(?:依申请公开|(?:政府)?信息公开)的?申请(?:数量)?(?:共计?|总计|合计|为)?(\d+)[件条份宗]/gu,
    none: /(?:未|没有)(?:收到|受理|接到)(?:任何|公众|群众|过)?(?:提出)?的?(?:依申请公开|(?:政府)?信息公开)(?:政府信息)?的?申请/u,
  },
  { name: '上年结转', pattern: /(?:上年|上一年度?)结转(?:政府信息公开)?(?:申请)?(\d+)[件条份宗]/gu, none: null },
  { name: '结转下年', pattern: /结转(?:至|到)?(?:下年度?|下一年度?|次年)(?:继续)?(?:办理)?(\d+)[件条份宗]/gu, none: null },
] as const;
type Name = (typeof said)[number]['name'];

/** A clause on another year, on one of several ways or on others is none on the whole of this one. */
const otherYear = /(?:上年|去年|上一年度?|同期|往年|历年|以来|累计|通过|其中|学校|下属|所属)[^。;,]{0,12}$/u;

/**
 * NB-9: numbers in the text that the table of requests does not have. One statement that agrees is enough: others may count something else.
 * Null when the table could not be read.
 */
export function slipsInWords({ tables, text, year }: Told): readonly Slip[] | null {
  const table = requestsTable(tables);
  if (table === null) return null;
  const whole = (line: { readonly numbers: readonly number[] }) => line.numbers.at(-1)!;
  const [received, carriedIn, carriedOut] = [whole(table.received), whole(table.carriedIn), whole(table.carriedOut)];
  const right: Readonly<Record<Name, readonly number[]>> = {
    收到申请: [received, received + carriedIn],
    上年结转: [carriedIn],
    结转下年: [carriedOut],
  };
  const words = normalise(text);
  return said.flatMap(({ name, pattern, none }): readonly Slip[] => {
    const told = [...words.matchAll(pattern)].filter(({ index }) => isOfYear(words, index, year)).map(([, number]) => Number(number));
    const numbers = none?.test(words) ? [...told, 0] : told;
    const [first] = numbers;
    if (first === undefined || numbers.some(number => right[name].includes(number))) return [];
    return [{ rule: 'NB-9', says: `正文写${name}${first}件，表格中是${right[name][0]}件`, doubt: null }];
  });
}

/** The clause before it names no other year. */
function isOfYear(words: string, index: number, year: number): boolean {
  const before = words.slice(Math.max(0, index - 24), index);
  const clause = before.slice(before.search(/[^。;,]*$/u));
  const named = /(20\d\d)年/u.exec(clause)?.[1];
  return !otherYear.test(clause) && (named === undefined || named === String(year));
}
