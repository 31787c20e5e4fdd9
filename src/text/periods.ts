/** The time a sentence speaks of. */
export interface Period {
  /** As written: 本年度, 2025年上半年, 第三季度, 截至2025年12月31日. */
  readonly text: string;
  /** The newest year of it; null when only the day on which it was said would tell, and that is not known. */
  readonly year: number | null;
}

/**
 * The time a sentence speaks of; null when it names none. `saidOn`: the day (ISO) from which 本年度, 去年 and 目前 count; null when unknown.
 * The year of a law or of a document, in brackets, is not the time of what is said, nor is the year since when something is so.
 */
export function periodOf(sentence: string, saidOn: string | null): Period | null {
  const said = withDigits(sentence.normalize('NFKC').replace(/《[^》]*》|\([^)]*\)|〔[^〕]*〕|\[[^\]]*\]/gu, ''));
  const now = speaksOfNow.exec(said)?.[0];
  if (now !== undefined) return { text: now, year: yearOf(saidOn) };
  const named = namedIn(said);
  if (named) return named;
  const last = lastYear.exec(said)?.[0];
  const year = yearOf(saidOn);
  if (last !== undefined) return { text: last, year: year === null ? null : year - 1 };
  const part = partOfYear.exec(said)?.[0];
  return part === undefined ? null : { text: part, year };
}

const part = '(?:上半年|下半年|(?:前[一二三]个?|第?[一二三四1-4])季度|\\d{1,2}月份|\\d{1,2}\\s?[-—–~至]\\s?\\d{1,2}月)';
const speaksOfNow = new RegExp(
  `(?:截[至止]到?)?(?:本年度?${part}?|今年度?${part}?|目前|当前|现在|现阶段|本季度|本月|近年来?|近[一二两三四五]年来?|至今|以来|迄今|不再)|现(?=无|没|未|暂|尚|仍)`,
  'u',
);
const lastYear = /(?:上一?年度?|去年|上年末)(?!级)/u;
const partOfYear = new RegExp(part, 'u');

const yearPattern = '20\\d{2}';
/** Both ends of a stretch of time; its end counts. */
const stretch = new RegExp(`${yearPattern}\\s?年?度?(?:\\d{1,2}月(?:\\d{1,2}日)?)?\\s?[-—–~至到]\\s?(${yearPattern})\\s?年度?`, 'gu');
const until = new RegExp(`截[至止]到?\\s?(${yearPattern})\\s?年(?:\\s?\\d{1,2}\\s?月(?:\\s?\\d{1,2}\\s?日)?|底|末)?`, 'gu');
const plain = new RegExp(
  `(?<![自从至到\\d])(${yearPattern})\\s?年度?${part}?(?!\\s?\\d{1,2}\\s?月|[^，。,]{0,6}(?:起|后|修订|修正))`,
  'gu',
);

/** The newest of the years that are named as the time of what is said. */
function namedIn(said: string): Period | null {
  const found = [stretch, until, plain].flatMap(pattern =>
    Array.from(said.matchAll(pattern), ([text, year]) => ({ text, year: Number(year) })),
  );
  return found.reduce<(typeof found)[number] | null>((newest, one) => (newest && newest.year >= one.year ? newest : one), null);
}

const numerals: Readonly<Record<string, string>> = Object.fromEntries(
  [...'零一二三四五六七八九'].map((numeral, value) => [numeral, String(value)]),
);
const withDigits = (text: string): string =>
  text.replace(/二[〇○Ｏ零]{1}[一二三四五六七八九零〇○]{2}(?=\s?年)/gu, run => [...run].map(one => numerals[one] ?? '0').join(''));

const yearOf = (day: string | null): number | null => (day === null ? null : Number(day.slice(0, 4)));
