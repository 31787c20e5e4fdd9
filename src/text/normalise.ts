/**
 * Spaces as a reader sees them: every run of white space (also the ideographic space, the no-break space and
 * zero-width characters) becomes one space; none at the ends. The other characters stay as they are.
 */
export function collapse(text: string): string {
  let collapsed = '';
  let start = -1;
  for (let i = 0; i < text.length; i++) {
    if (isGap[text.charCodeAt(i)] === 0) {
      if (start < 0) start = i;
      continue;
    }
    if (start >= 0) collapsed = joined(collapsed, text.slice(start, i));
    start = -1;
  }
  if (start === 0) return text;
  return start < 0 ? collapsed : joined(collapsed, text.slice(start));
}

const joined = (before: string, word: string): string => (before === '' ? word : `${before} ${word}`);

/**
 * The form in which texts are compared, never shown. NFKC (full width, look-alike radicals), white space and quote
 * marks gone, fraction slashes → `/`, the circles used as a zero → `0` after a numeral, lower case. Idempotent.
 */
export function normalise(text: string): string {
  const { forms, most } = text.length > longestShort ? long : short;
  const earlier = forms.get(text);
  if (earlier !== undefined) return earlier;
  const form = normaliseAnew(text);
  if (forms.size >= most) forms.clear();
  forms.set(text, form);
  return form;
}

/** Forms made before: the same menu stands on every page of a site, and the same words are looked for on all of them. */
const short = { forms: new Map<string, string>(), most: 20_000 };
/** Whole documents, which several checks look through one after the other. */
const long = { forms: new Map<string, string>(), most: 16 };
const longestShort = 60;

function normaliseAnew(text: string): string {
  let current = pass(text);
  while (!settled.test(current)) {
    const next = pass(current);
    if (next === current) return current;
    current = next;
  }
  return current;
}

const invisible =
  '\\u00ad\\u034f\\u061c\\u115f\\u1160\\u180e\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u206f\\u2800\\u3164\\ufe00-\\ufe0f\\ufeff\\uffa0';
const gap = new RegExp(`[\\s\\u0085${invisible}]`);
// A table, because an expression over every page of a site takes ten times as long.
const isGap = new Uint8Array(0x10000);
for (let code = 0; code < isGap.length; code++) isGap[code] = Number(gap.test(String.fromCharCode(code)));
const gapsAndQuotes = new RegExp(
  `[\\s\\u0085${invisible}"'\`´¨«»\\u2018-\\u201f\\u2032-\\u2037\\u2039\\u203a\\u300c-\\u300f\\u301d-\\u301f\\uff02\\uff07\\uff40]+`,
  'g',
);

// Simplified and common radicals that NFKC leaves alone; text taken from PDF files is full of them.
const radicals: Readonly<Record<string, string>> = {
  '⺠': '民',
  '⺮': '竹',
  '⻁': '虎',
  '⻄': '西',
  '⻅': '见',
  '⻆': '角',
  '⻉': '贝',
  '⻋': '车',
  '⻓': '长',
  '⻔': '门',
  '⻘': '青',
  '⻙': '韦',
  '⻚': '页',
  '⻛': '风',
  '⻜': '飞',
  '⻝': '食',
  '⻢': '马',
  '⻣': '骨',
  '⻥': '鱼',
  '⻦': '鸟',
  '⻧': '卤',
  '⻨': '麦',
  '⻩': '黄',
  '⻬': '齐',
  '⻮': '齿',
  '⻰': '龙',
};
const radical = /[\u2e80-\u2eff]/g;
const slashes = /[\u2044\u2215\u29f8]/g;

// A hollow circle in front of a numeral may be a bullet (○三公经费); after a numeral it is a zero (二○二六).
const circleZero = /(?<=[0-9一二三四五六七八九十])[〇○◯]+|〇+(?=[0-9一二三四五六七八九十])/g;

// Plain ASCII without quotes and capitals, and ideographs without circles: one pass is known to be enough.
const settled = /^[!#-&(-@[-_a-~\u4e00-\u9fff]*$/;

const pass = (text: string): string =>
  text
    .replace(gapsAndQuotes, '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(gapsAndQuotes, '')
    .replace(slashes, '/')
    .replace(radical, character => radicals[character] ?? character)
    .replace(circleZero, circles => '0'.repeat(circles.length));
