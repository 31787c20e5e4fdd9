/** A number that belongs to a person, with where it stands in the text. */
export interface PersonalNumber {
  readonly number: string;
  readonly at: number;
}

/** First two digits of citizen's numbers: the provinces (GB/T 2260). */
const provinces = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83'.split(' '),
);
/** Two digits more make it the number of a card for the disabled. */
const identity =
  /(?<![\dA-Za-z])[1-9]\d{5}(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?=(?:\d{2}|\d[Bb]\d)?(?![\dA-Za-z]))/g;
/** What stands before a number that only looks like one: codes of firms, orders and projects. */
const otherNumber = /(?:信用代码|流水号|订单号?|批次号?|项目编?[号码]|文号|编号|单号|索引号)[^。；;，,\n]{0,12}$/u;

/**
 * Citizen's numbers written out in full (rule book §7.4, PII-1): right check character (ISO 7064 MOD 11-2), a province, a day of birth that
 * exists and is not after `today` (ISO), and not named as something else.
 */
export const identityNumbersIn = (text: string, today: string): readonly PersonalNumber[] =>
  [...text.matchAll(identity)]
    .filter(({ 0: number, index }) => isIdentity(number, today) && !otherNumber.test(text.slice(Math.max(0, index - 24), index)))
    .map(({ 0: number, index }) => ({ number, at: index }));

function isIdentity(number: string, today: string): boolean {
  const born = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
  const day = new Date(`${born}T00:00:00Z`);
  const exists = !Number.isNaN(day.getTime()) && day.toISOString().startsWith(born);
  return provinces.has(number.slice(0, 2)) && exists && born <= today && checkCharacter(number.slice(0, 17)) === number[17]!.toUpperCase();
}

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const checkCharacter = (body: string): string =>
  '10X98765432'[weights.reduce((sum, weight, index) => sum + weight * Number(body[index]), 0) % 11]!;

/** Thirteen to nineteen digits with a right Luhn digit: the form of a payment card or its account. */
export function isCardNumber(text: string): boolean {
  const digits = text.replaceAll(/[\s-]/g, '');
  if (!/^\d{13,19}$/.test(digits) || /^(\d)\1+$/.test(digits)) return false;
  const sum = [...digits].reduceRight((whole, digit, index) => {
    const doubled = Number(digit) * ((digits.length - index) % 2 === 0 ? 2 : 1);
    return whole + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0;
}

export const isMobileNumber = (text: string): boolean => /^(?:\+?86)?1[3-9]\d{9}$/.test(text.replaceAll(/[\s-]/g, ''));

/** 349999199001011234 → 3499************34, 15400000001 → 154****0001: so that whoever has to mend it can find it and nobody else learns it. */
export function masked(number: string): string {
  const [head, tail] = number.length > 11 ? [4, 2] : [3, 4];
  return `${number.slice(0, head)}${'*'.repeat(Math.max(number.length - head - tail, 1))}${number.slice(-tail)}`;
}

const account = /(?:账号|帐号|卡号|银行账户|银行卡)[^\d。；;\n]{0,12}(\d[\d -]{11,22}\d)/g;

/** A text in which citizen's numbers, and card numbers that are called so, can no longer be read. */
export function withoutPersonalData(text: string): string {
  const numbers = [
    ...[...text.matchAll(identity)]
      .map(([number]) => number)
      .filter(number => checkCharacter(number.slice(0, 17)) === number[17]!.toUpperCase()),
    ...[...text.matchAll(account)].flatMap(([, number]) => (isCardNumber(number!) ? [number!] : [])),
  ];
  return numbers.reduce((rest, number) => rest.replaceAll(number, masked(number)), text);
}
