import { normalise } from '../text/normalise.ts';

/**
 * A name taken apart: 明湖市 + 教育局. Both in the form in which texts are compared. The place is empty where the name begins with none
 * (国家档案馆), and the organ where the name is nothing but a place.
 */
export interface NameParts {
  readonly place: string;
  readonly organ: string;
}

const level = '省市州盟县区旗镇乡';
const government = /人民政府$|政府$/u;

/** `above`: names of the units above it, by which the place is known; without them it is what ends in 省, 市, 县 … in front. */
export function partsOf(name: string, above: readonly string[]): NameParts {
  const whole = normalise(name);
  const place = [whole, ...above.map(normalise)]
    .map(one => one.replace(government, ''))
    .filter(one => endsInLevel.test(one) && whole.startsWith(one) && (one !== whole || !government.test(name)))
    .reduce((longest, one) => (one.length > longest.length ? one : longest), '');
  const found = place || (leadingPlace.exec(whole)?.[0] ?? '');
  return { place: found, organ: whole.slice(found.length) };
}

const endsInLevel = new RegExp(`[${level}]$`, 'u');
const leadingPlace = new RegExp(`^\\p{Script=Han}{2,5}?[${level}](?=\\p{Script=Han}{2})`, 'u');

/**
 * Other ways to write a name that mean the same: 明湖市政府, 明湖市发展和改革委, 市教育局, 东湖区教育局 for 明湖市东湖区教育局. `above`: names of
 * the units above it. What stands for it only at home (市教育局) is left out for `home: 'elsewhere'`.
 */
export function formsOf(name: string, above: readonly string[], home: 'same' | 'elsewhere'): readonly string[] {
  const whole = normalise(name);
  const { place, organ } = partsOf(name, above);
  const upper = above.map(one => normalise(one).replace(government, '')).filter(one => one !== place && place.startsWith(one));
  const inner = upper.map(one => place.slice(one.length)).filter(one => new RegExp(`^\\p{Script=Han}{1,5}[${level}]$`, 'u').test(one));
  const atHome = home === 'same' && organ.length >= 2 && endsInLevel.test(place) ? [place.at(-1)! + organ] : [];
  const full = [whole, ...(organ.length >= 2 ? inner.map(one => one + organ) : []), ...atHome];
  return [...new Set(full.flatMap(one => [one, one.replace(/人民政府/u, '政府'), one.replace(/委员会$/u, '委')]))].filter(
    one => one.length >= 3 || one === whole,
  );
}

/** How high a place stands, by the last letter of its name. */
export const rankOf = (place: string): number => ranks.findIndex(letters => letters.includes(place.at(-1) ?? ' '));
const ranks = ['镇乡', '县区旗', '市州盟', '省'] as const;

/** A text as names are looked for in it, with the places where a gap or a mark stands in front. */
export interface NameText {
  readonly text: string;
  readonly gaps: ReadonlySet<number>;
}

export function nameTextOf(written: string): NameText {
  const gaps = new Set<number>([0]);
  let text = '';
  for (const word of written.split(/\s+/)) {
    gaps.add(text.length);
    text += normalise(word);
  }
  return { text, gaps };
}

/**
 * True where a name may begin: every name but a short one anywhere, one such as 市教育局 or 丰县人民政府 only where no other place's name
 * runs into it (邻湖市教育局, 永丰县人民政府).
 */
export function beginsAt({ text, gaps }: NameText, at: number, name: string): boolean {
  if (!isShort.test(name) || gaps.has(at)) return true;
  const before = text.slice(Math.max(0, at - 3), at);
  return !/\p{Script=Han}$/u.test(before) || leadsIn.test(before);
}

const isShort = new RegExp(`^\\p{Script=Han}?[${level}]\\p{Script=Han}`, 'u');
const provinces =
  '北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|内蒙古|广西|西藏|宁夏|新疆|中国';
const leadsIn = new RegExp(
  `(?:[${level}由对向经与和及为在是请致报送受于的到给从按被据该我本共让驻原就将会同并]|关于|根据|转发|印发|访问|走进|${provinces})$`,
  'u',
);

/** The place in front of a word, when it is another one than `place`: 东湖区 in front of 教育局. Null when it is the same, or none is there. */
export function otherPlaceBefore(read: NameText, at: number, place: string): string | null {
  const { text, gaps } = read;
  const isSame = place !== '' && text.endsWith(place, at) && beginsAt(read, at - place.length, place + text.charAt(at));
  if (isSame) return null;
  let start = at - 1;
  while (start > Math.max(0, at - longestPlace) && !gaps.has(start)) start--;
  const found = placeAtEnd.exec(text.slice(Math.max(0, start), at))?.[0];
  if (!found || notAPlace.test(found) || (found.length < place.length && place.endsWith(found))) return null;
  return found;
}

const longestPlace = 12;
const words = `${level}由与和及的各`;
const placeAtEnd = new RegExp(`(?<=^|[^\\p{Script=Han}]|[${words}、])(?:(?![${words}])\\p{Script=Han}){2,4}[${level}]$`, 'u');
/** 全市, 城区, 开发区 … say no name. */
const notAPlace = /^[全本我该所下辖每外跨]|级|(?:城|地|园|发|社|校|辖|库|林|山|灾|新|景|牧|治|片|小|郊)区$|(?:城|超|门|上)市$|自治州$/u;
