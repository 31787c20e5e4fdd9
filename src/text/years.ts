const digits: Readonly<Record<string, string>> = Object.fromEntries(
  [...'〇一二三四五六七八九'].map((numeral, value) => [numeral, String(value)]),
);

/** The years a title names, in order: 2025年, 2025, 二〇二五年, 二O二五年 with a letter for the zero. Parts of longer numbers (document numbers, dates without 年) are not years. */
export function yearsIn(title: string): readonly number[] {
  const arabic = title
    .normalize('NFKC')
    .replace(/二[〇○◯零OoОо0][〇○◯零OoОо0一二三四五六七八九]{2}(?=\s*年)/g, run => [...run].map(numeralToDigit).join(''));
  return [...arabic.matchAll(/(?<!\d)(20[0-4]\d)(?!\d)/g)].map(match => Number(match[1]));
}

const numeralToDigit = (numeral: string) => digits[numeral] ?? '0';
