import type { CheerioAPI } from 'cheerio';
import type { Identity } from '../model/page-reading.ts';
import { collapse } from '../text/normalise.ts';
import { type DomElement, isElement, isRead, isText, textOf } from './dom.ts';
import { organiserIn } from './organiser.ts';
import { partyMarkOf } from './party-mark.ts';
import { placesOfPage } from './place-memo.ts';
import { tags } from './tags.ts';

/**
 * The marks of identity a page shows (国办发〔2017〕47号 and the rules on filing ask for them). The footer is asked first,
 * then the end of the page, then the rest, because articles quote other people's numbers. Numbers come back without
 * spaces; `icp` as written otherwise, `police` as 京公网安备…号, `siteCode` as ten digits or bm and eight.
 * `html`: the page as it came, for marks that only a script carries.
 */
export function readIdentity($: CheerioAPI, html: string): Identity {
  const root = tags($, 'body')[0] ?? tags($, 'html')[0];
  const footer = root ? footerText(root, placesOfPage()) : '';
  const end = root ? endOf(root, longestEnd) : '';
  // Most pages show everything in the footer: the whole text is read only for what is not found there.
  const zones = [() => footer, () => end, () => (root ? textOf(root, longestText) : '')].map(once);
  return {
    icp: firstOf(zones, icpIn),
    police: firstOf(zones, policeIn) ?? policeFromLink($),
    siteCode: siteCodeOf($, zones),
    organiser: organiserIn(footer.slice(-longestFooter)) ?? organiserIn(end),
    partyMark: partyMarkOf($, html),
  };
}

const longestText = 300_000;
const longestEnd = 2500;
const longestFooter = 8000;

type Zone = () => string;

function once(read: Zone): Zone {
  let text: string | null = null;
  return () => {
    text ??= read().normalize('NFKC');
    return text;
  };
}

function firstOf<T>(zones: readonly Zone[], read: (zone: string) => T | null): T | null {
  for (const zone of zones) {
    const found = read(zone());
    if (found !== null) return found;
  }
  return null;
}

function footerText(element: DomElement, placeOf: ReturnType<typeof placesOfPage>): string {
  if (placeOf(element) === 'footer') return textOf(element, longestText);
  const parts: string[] = [];
  for (const child of element.children) {
    const text = isElement(child) && isRead(child) ? footerText(child, placeOf) : '';
    if (text !== '') parts.push(text);
  }
  return parts.join(' ');
}

/** The last `room` characters or so of the visible text. */
function endOf(element: DomElement, room: number): string {
  const parts: string[] = [];
  let left = room;
  for (let i = element.children.length - 1; i >= 0 && left > 0; i--) {
    const child = element.children[i]!;
    const text = isText(child) ? child.data.slice(-left) : isElement(child) && isRead(child) ? endOf(child, left) : '';
    const apart = isElement(child) && !['a', 'span', 'b', 'strong', 'font', 'i', 'em'].includes(child.name);
    if (text.trim() === '') continue;
    parts.unshift(apart ? ` ${text} ` : text);
    left -= text.length;
  }
  return collapse(parts.join(''));
}

const provinces = '京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼川蜀渝贵黔云滇藏陕秦甘陇青宁新港澳';

// Latin, Greek and Cyrillic letters that look alike stand in for one another, and spaces stand anywhere.
const icp = new RegExp(
  `([${provinces}])\\s?[I1lΙІ|]\\s?[CcСсϹ]\\s?[PpРрΡ]\\s?[备備]\\s?(?:案\\s?)?(?:第\\s?|字\\s?|[:]\\s?)?(\\d(?:\\s?\\d){5,11})\\s?(号)?(?:\\s?[-‐‑–—]\\s?(\\d{1,3}))?\\s?(号)?`,
  'i',
);

function icpIn(text: string): string | null {
  const [, province, number, mark, site, late] = icp.exec(text) ?? [];
  if (!province || !number || isPlaceholder(number)) return null;
  return `${province}ICP备${number.replace(/\s/g, '')}${mark ?? ''}${site ? `-${site}` : ''}${mark ? '' : (late ?? '')}`;
}

/** 0000000000: the template's, where nobody filled in the number. */
const isPlaceholder = (number: string): boolean => /^\D*(\d)(?:\s?\1)+$/.test(number);

const police = new RegExp(
  `([${provinces}])?\\s?(?:公\\s?网\\s?安\\s?备|公安网备|公安(?:机关)?(?:联网)?备案号?)\\s?[:]?\\s?(?:第\\s?)?(\\d(?:\\s?\\d){10,13})(?!\\d)`,
);

function policeIn(text: string): string | null {
  const [, province = '', number] = police.exec(text) ?? [];
  return number && !isPlaceholder(number) ? `${province}公网安备${number.replace(/\s/g, '')}号` : null;
}

/** The badge links to the filing: `…/portal/registerSystemInfo?recordcode=11010602060068`. */
function policeFromLink($: CheerioAPI): string | null {
  for (const { attribs } of tags($, 'a')) {
    const number = /beian.*record_?code=(\d{11,14})(?!\d)/i.exec(attribs.href ?? '')?.[1];
    if (number && !isPlaceholder(number)) return `公网安备${number}号`;
  }
  return null;
}

const siteCode = /(bm\s?\d{8}|\d{10})(?!\d)/i;
const labelledCode = new RegExp(`(?:标识|识别)码\\s?[:(]?\\s?${siteCode.source}`, 'gi');

/**
 * The code the page shows; of several, the one its own tags confirm (a bureau's page may show the city's beside it).
 * Without a visible one, that of the 找错 script or link, then the meta tag.
 */
function siteCodeOf($: CheerioAPI, zones: readonly Zone[]): string | null {
  const tagged = [
    ...tags($, 'script').map(({ attribs }) => attribs.sitecode ?? attribs['data-sitecode']),
    ...tags($, 'a').map(({ attribs }) => attribs.sitecode ?? /site_?code=([^&#]+)/i.exec(attribs.href ?? '')?.[1]),
    ...tags($, 'meta').map(({ attribs }) => (/^siteidcode$/i.test(attribs.name?.trim() ?? '') ? attribs.content : undefined)),
  ].flatMap(value => codeIn(value ?? '') ?? []);
  const shown = firstOf(zones, zone => {
    const codes = Array.from(zone.matchAll(labelledCode), ([, code]) => tidy(code!));
    const filledIn = codes.filter(code => !isPlaceholder(code));
    return filledIn.find(code => tagged.includes(code)) ?? filledIn[0] ?? codes[0] ?? null;
  });
  // What readers see counts: a number never filled in is not mended by one that only scripts see.
  if (shown !== null) return isPlaceholder(shown) ? null : shown;
  return tagged.find(code => !isPlaceholder(code)) ?? null;
}

function codeIn(value: string): string | null {
  const found = new RegExp(`^\\s*${siteCode.source}\\s*$`, 'i').exec(value)?.[1];
  return found ? tidy(found) : null;
}

const tidy = (code: string): string => code.replace(/\s/g, '').toLowerCase();
