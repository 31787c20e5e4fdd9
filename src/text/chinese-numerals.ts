/** 1–99 in Chinese numerals or digits (五, 十五, 二十五, 廿五, 二〇, 〇五, 元, 05); NaN for anything else. */
export function numeral(text: string): number {
  if (/^\d{1,2}$/.test(text)) return Number(text);
  if (text === '元') return 1;
  const round = /^([一二三])[〇零]$/.exec(text);
  if (round) return digits.indexOf(round[1]!) * 10;
  const [, tens, ten, ones] = /^(?:[〇零](?=.$)|([二三四五六七八九]?)(十|廿|卅))?([一二三四五六七八九]?)$/.exec(text) ?? [];
  if (ones === undefined) return Number.NaN;
  const base = ten === '廿' ? 20 : ten === '卅' ? 30 : ten ? (tens ? digits.indexOf(tens) : 1) * 10 : 0;
  return base + (ones ? digits.indexOf(ones) : 0) || Number.NaN;
}

/** The year that four numerals write: 二〇二六, 二0二六, 2026. Whatever is no numeral is one of the many circles used as a zero. */
export const yearOfNumerals = (text: string): number =>
  Number([...text].map(character => (/\d/.test(character) ? character : Math.max(0, digits.indexOf(character)))).join(''));

/** Every character that writers use for the zero of a year: 〇, circles, and letters that look like one. */
export const zeros = '〇○◯⭕零oOοΟоО0';

/** The numerals of cheques in their plain form (贰 → 二), which have the same length. */
export const plainNumerals = (text: string): string =>
  /[壹贰叁肆伍陆柒捌玖拾貳參叄陸]/.test(text) ? text.replace(/[壹贰叁肆伍陆柒捌玖拾貳參叄陸]/g, character => formal[character]!) : text;

const digits = '〇一二三四五六七八九';
const formal: Readonly<Record<string, string>> = {
  壹: '一',
  贰: '二',
  貳: '二',
  叁: '三',
  參: '三',
  叄: '三',
  肆: '四',
  伍: '五',
  陆: '六',
  陸: '六',
  柒: '七',
  捌: '八',
  玖: '九',
  拾: '十',
};
