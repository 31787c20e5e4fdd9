import type { CheerioAPI } from 'cheerio';
import type { Identity } from '../model/page-reading.ts';
import { collapse } from '../text/normalise.ts';
import { type DomElement, isElement, isRead, isText, textOf } from './dom.ts';
import { icpIn, isBadge, isPlaceholder, namesOfPictures, policeFromLink, policeIn } from './filing-numbers.ts';
import { organiserIn, unitWithAddressIn } from './organiser.ts';
import { partyMarkOf } from './party-mark.ts';
import { placesOfPage } from './place-memo.ts';
import { inlineScripts, wordsWrittenBy } from './script-words.ts';
import { siteCodeOf, siteCodesOf } from './site-codes.ts';
import { tags } from './tags.ts';

/**
 * The marks of identity a page shows (国办发〔2017〕47号 and the rules on filing ask for them). The footer is asked first,
 * then the end of the page, then the rest, because articles quote other people's numbers; then what inline scripts write, and what
 * pictures are called. Numbers come back without spaces; `icp` as written otherwise, `police` as 京公网安备…号, `siteCode` as ten digits
 * or bm and eight. `html`: the page as it came, for marks that only a script carries.
 */
export function readIdentity($: CheerioAPI, html: string): Identity {
  const root = tags($, 'body')[0] ?? tags($, 'html')[0];
  const footer = root ? footerText(root, placesOfPage()) : '';
  const lines = footer.slice(-longestFooter);
  const end = root ? endOf(root, longestEnd) : '';
  const scripts = inlineScripts($);
  const written = once(() => wordsWrittenBy(scripts));
  // Most pages show everything in the footer: the whole text is read only for what is not found there.
  const shown = [() => footer, () => end, () => (root ? textOf(root, longestText) : '')].map(once);
  const zones = [...shown, written, once(() => namesOfPictures($))];
  const icp = firstOf(zones, icpIn);
  const police = firstOf(zones, policeIn) ?? policeFromLink($);
  const siteCodes = siteCodesOf($, [...shown, written], scripts);
  return {
    icp,
    police,
    siteCode: siteCodeOf(siteCodes),
    organiser: organiserIn(lines) ?? organiserIn(end) ?? organiserIn(written()) ?? unitWithAddressIn(lines),
    partyMark: partyMarkOf($, html),
    siteCodes: siteCodes.filter(({ code }) => !isPlaceholder(code)),
    badges: [
      ...(icp === null && isBadge($, 'icp') ? ['icp' as const] : []),
      ...(police === null && isBadge($, 'police') ? ['police' as const] : []),
    ],
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
