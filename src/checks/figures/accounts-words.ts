import { normalise } from '../../text/normalise.ts';
import { numberIn } from './cells.ts';
import type { Slip, Told } from './slip.ts';
import { threePublicIn } from './three-public.ts';

/** 2025年一般公共预算三公经费预算14.99万元 → the sum that the text names, and its unit. */
const total =
  /三公经费(?:财政拨款)?(?:支出)?(?:预算|决算)?(?:支出|安排)?(?:数|总额|总计|合计|共计)?(?:为|是|共)?(\d+(?:\.\d+)?)(万元|元)/gu;

/**
 * SG-6: the sum of “三公”经费 in the text that no table has, in 元 or 万元. One that agrees is enough: others may be of another year. Null when
 * no table could be read.
 */
export function slipsInTotals({ tables, text }: Told): readonly Slip[] | null {
  const groups = threePublicIn({ tables });
  if (groups.length === 0) return null;
  const inTables = groups.map(({ cells }) => numberIn(cells.total)!);
  const words = normalise(text);
  const said = [...words.matchAll(total)]
    .filter(({ index }) => !otherSubject.test(words.slice(Math.max(0, index - 24), index)))
    .map(([, number, unit]) => ({ number: number!, unit: unit! }));
  const [first] = said;
  if (first === undefined || said.some(({ number }) => inTables.some(value => isSame(number, value)))) return [];
  const shown = [...new Set(groups.map(({ cells }) => cells.total).filter(cell => cell.trim() !== ''))].join('、');
  if (shown === '') return [];
  return [{ rule: 'SG-6', says: `正文写“三公”经费${first.number}${first.unit}，表中合计是${shown}`, doubt: null }];
}

/** The clause is on another year, or on others. */
const otherSubject = /(?:上年|去年|上一年度?|上年度|下属|所属|其中)[^。;,]{0,16}$/u;

/** Equal in one of the units of money that stand over such tables, as far as the places that are written tell. */
const isSame = (said: string, value: number): boolean =>
  [1, 10_000, 1 / 10_000].some(factor => Math.abs(Number(said) * factor - value) <= Math.max(halfPlace(said) * factor, 0.005) + 1e-9);

/** Half of the last place that is written. */
const halfPlace = (number: string): number => 0.5 / 10 ** (/\.(\d+)$/.exec(number)?.[1]?.length ?? 0);

/** 12.16万元,比上年增加3.16万元,增长35.11% → now, up or down, by how much, by how much in percent. */
const change =
  /(\d+(?:\.\d+)?)万元,(?:比|较)(?:上年|去年|上年度|20\d\d年度?)(?:预算|决算)?数?(增加|减少)(\d+(?:\.\d+)?)万元,(?:增长|下降|增幅|降幅|增加|减少)(?:为|约)?(\d+(?:\.\d+)?)%/gu;

/**
 * SG-7 and SG-8, both proposals of the rule book: percentages that do not follow from the amounts beside them, within what rounding can make
 * and a tenth of a percentage point; cars that are kept and cost nothing. Null when there is no text.
 */
export function slipsInChanges({ tables, text }: Told): readonly Slip[] | null {
  if (text === '') return null;
  const words = normalise(text);
  const percentages = [...words.matchAll(change)].flatMap((match): readonly Slip[] => {
    const [says, now, way, by, percent] = match;
    const { index } = match;
    const [difference, share] = [Number(by), Number(percent)];
    const base = Number(now) + (way === '增加' ? -difference : difference);
    const [less, half] = [halfPlace(now!) + halfPlace(by!), halfPlace(by!)];
    if (base <= 1e-9) return share === 0 ? [] : [{ rule: 'SG-7', says: `“${says}”，上年是0，不能写百分比`, doubt: null }];
    const [least, most] = [(difference - half) / (base + less), (difference + half) / Math.max(base - less, 1e-9)];
    const room = Math.max(tenth, 2 * halfPlace(percent!));
    if (share >= least * 100 - room && share <= most * 100 + room) return [];
    return [{ rule: 'SG-7', says: `“${says}”，按金额计算是${((difference / base) * 100).toFixed(2)}%`, doubt: partDoubt(words, index) }];
  });
  return [...percentages, ...keptCars(tables, words)];
}

/** 支出100万元,其中基本支出80万元,比上年…: of which of the two it is said the words do not tell. */
const partDoubt = (words: string, index: number): string | null =>
  /其中[^。;]{0,20}$/u.test(words.slice(Math.max(0, index - 24), index)) ? '增减说的可能是前面的总数' : null;

/** Of a percentage point. */
const tenth = 0.1;

function keptCars(tables: Told['tables'], words: string): readonly Slip[] {
  const kept = Number(/保有量(?:为|共)?(\d+)辆/u.exec(words)?.[1] ?? 0);
  const spent = threePublicIn({ tables }).map(({ cells }) => cells.carsRun);
  if (kept === 0 || spent.length === 0 || spent.some(cell => cell.trim() === '' || numberIn(cell) !== 0)) return [];
  return [{ rule: 'SG-8', says: `公务用车保有量${kept}辆，运行维护费是0`, doubt: '车辆可能由其他经费负担' }];
}
