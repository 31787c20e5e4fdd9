import type { CheerioAPI } from 'cheerio';
import { type DomElement, isElement } from './dom.ts';
import { tags } from './tags.ts';

const provinces = '京津冀晋蒙辽遼吉黑沪滬苏蘇浙皖闽閩赣贛鲁魯豫鄂湘粤粵桂琼瓊川蜀渝贵贵黔云雲滇藏陕陝秦甘陇隴青宁寧新港澳兵';

// Latin, Greek and Cyrillic letters that look alike stand in for one another, and spaces stand anywhere.
const letters = '\\(?\\s?[I1lΙІ|]\\s?[CcСсϹ]\\s?[PpРрΡ]\\s?\\)?';
/** One run of digits, else digits with gaps between them: the number ends before a year that follows it. */
const number = '(\\d{8,10}(?!\\d)|\\d(?:\\s?\\d){5,11})';
const after = '\\s?(号)?(?:\\s?[-‐‑–—]\\s?(\\d{1,3}))?\\s?(号)?';
const filed = `${letters}\\s?[备備]\\s?(?:案\\s?)?(?:证\\s?)?(?:(?:编|登记|许可证)?\\s?号\\s?)?(?:第\\s?|字\\s?)?[:]?\\s?\\(?`;

const icp = new RegExp(`([${provinces}])\\s?\\)?\\s?${filed}${number}${after}`, 'i');
const icpWithoutProvince = new RegExp(`(?<![a-z])${filed}(\\d{8,10}(?!\\d))${after}`, 'i');
/** A licence to do business carries a number of its own, which the law lets stand in its place (互联网信息服务管理办法, 第十二条). */
const licence = new RegExp(`([${provinces}])\\s?${letters}\\s?[证證]\\s?(\\d{6,10}(?!\\d))\\s?(号)?`, 'i');

/** The ICP 备案 number in a text (NFKC), else that of a 许可证; without spaces, otherwise as written. Null when there is none. */
export function icpIn(text: string): string | null {
  const [, province, digits, mark, site, late] = icp.exec(text) ?? [];
  if (province && digits && !isPlaceholder(digits)) return `${province}ICP备${tail(digits, mark, site, late)}`;
  const [, bare, bareMark, bareSite, bareLate] = icpWithoutProvince.exec(text) ?? [];
  if (bare && !isPlaceholder(bare) && !digits) return `ICP备${tail(bare, bareMark, bareSite, bareLate)}`;
  const [, home, licensed, end = ''] = licence.exec(text) ?? [];
  return home && licensed && !isPlaceholder(licensed) ? `${home}ICP证${licensed}${end}` : null;
}

const tail = (digits: string, mark?: string, site?: string, late?: string): string =>
  `${digits.replace(/\s/g, '')}${mark ?? ''}${site ? `-${site}` : ''}${mark ? '' : (late ?? '')}`;

/** 0000000000: the template's, where nobody filled in the number. */
export const isPlaceholder = (text: string): boolean => /^\D*(\d)(?:\s?\1)+$/.test(text);

const policeNumber = '(?<!\\d)(\\d{11,14}(?!\\d)|\\d(?:\\s?\\d){10,13}(?!\\s?\\d))';
const police = new RegExp(
  `([${provinces}])?\\s?(?:公\\s?(?:海\\s?)?网\\s?安\\s?备|公\\s?安\\s?网\\s?备|公安(?:机关)?(?:联网|网站)?备案(?:编|登记)?(?:号码?)?|网\\s?安\\s?备)\\s?(?:案\\s?)?号?\\s?[:]?\\s?(?:第\\s?)?\\(?${policeNumber}`,
);

/** The 公安备案 number in a text (NFKC), as 京公网安备…号; the province is left out where none is shown. */
export function policeIn(text: string): string | null {
  const [, province = '', digits] = police.exec(text) ?? [];
  return digits && !isPlaceholder(digits) ? `${province}公网安备${digits.replace(/\s/g, '')}号` : null;
}

/** The badge links to the filing: `…/portal/registerSystemInfo?recordcode=11010602060068`, `…/#/query/webSearch?code=…`. */
export function policeFromLink($: CheerioAPI): string | null {
  for (const { attribs } of tags($, 'a')) {
    const digits = /beian[^\s"']{0,80}?code=(\d{11,14})(?!\d)/i.exec(attribs.href ?? '')?.[1];
    if (digits && !isPlaceholder(digits)) return `公网安备${digits}号`;
  }
  return null;
}

/** What pictures and links say of themselves: a badge may carry its number there. */
export const namesOfPictures = ($: CheerioAPI): string =>
  [...tags($, 'img'), ...tags($, 'area'), ...tags($, 'a')]
    .flatMap(({ attribs }) => [attribs.alt, attribs.title])
    .filter(text => text !== undefined && /备|備/.test(text))
    .slice(0, 50)
    .join(' ');

const registers = {
  icp: /(?:beian\.miit|miitbeian|miibeian)\.gov\.cn/i,
  police: /(?:beian\.mps\.gov\.cn|(?<![a-z])beian\.gov\.cn)/i,
} as const;

/** A picture that links to the register: the number may stand in it. */
export const isBadge = ($: CheerioAPI, mark: keyof typeof registers): boolean =>
  tags($, 'a').some(link => registers[mark].test(link.attribs.href ?? '') && holdsPicture(link));

const holdsPicture = (element: DomElement): boolean =>
  element.children.some(child => isElement(child) && (child.name === 'img' || holdsPicture(child)));
