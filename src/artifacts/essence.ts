import { collapse } from '../text/normalise.ts';

/**
 * A text without what the same page says anew each time it is asked for: addresses, numbers, days, hours, and the words of its own
 * address. `urls`: the addresses under which it was asked for and answered.
 */
export function essenceOf(text: string, urls: readonly string[]): string {
  const own = urls.flatMap(addressWords).sort((a, b) => b.length - a.length);
  const rest = own.reduce((left, word) => left.replaceAll(word, ' '), text.normalize('NFKC'));
  return collapse(
    rest
      .replace(addresses, ' ')
      .replace(hours, ' ')
      .replace(/\d+/g, ' ')
      .replace(/[^\p{L}\s]+/gu, ' '),
  ).toLowerCase();
}

const addresses = /https?:\/\/[\w.:%/?#&=+~-]+|(?:\/[\w%~-]+(?:\.[\w-]+)*){1,20}\/?/g;
const hours = /(?:星期|周)[一二三四五六日天]|[上下]午|(?:甲|乙|丙|丁|戊|己|庚|辛|壬|癸)[子丑寅卯辰巳午未申酉戌亥]年|农历\S{0,8}/g;

/** The address in the forms in which a page may repeat it; short words are left, for they may mean something else. */
function addressWords(url: string): readonly string[] {
  const parsed = URL.parse(url);
  if (!parsed) return [];
  const forms = [
    url,
    `${parsed.pathname}${parsed.search}`,
    parsed.pathname,
    parsed.pathname.split('/').at(-1) ?? '',
    parsed.search.slice(1),
  ];
  return [...new Set(forms.flatMap(form => [form, decoded(form)]))].filter(form => form.length >= 5);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
