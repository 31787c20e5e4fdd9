import type { CheerioAPI } from 'cheerio';
import { parentOf } from './around.ts';
import type { DomElement } from './dom.ts';
import { scriptText } from './page-lines.ts';
import { placeOf } from './places.ts';
import { tags } from './tags.ts';

/**
 * Address of the 党政机关网站标识 on a page: its script or link at conac.cn, or the picture that shows it. Null when the
 * page has none. `html`: the page as it came; the address often stands only inside a script that writes the picture.
 */
export function partyMarkOf($: CheerioAPI, html: string): string | null {
  if (!/conac|党政机关|政府机关|事业单位|bszs|(?:red|blue)\.png/i.test(html)) return null;
  for (const { attribs } of [...tags($, 'script'), ...tags($, 'a'), ...tags($, 'img')]) {
    const address = [attribs.src, attribs.href].find(value => value !== undefined && /(?:^|[/.])conac\.(?:cn|org)/i.test(value));
    if (address) return address.trim();
  }
  for (const script of tags($, 'script')) {
    const address = /(?:https?:)?(?:\/\/|%2F%2F)?(?:dcs|bszs)\.conac\.cn[^'"<>\s)]*/i.exec(scriptText(script))?.[0];
    if (address) return decoded(address);
  }
  for (const { attribs } of tags($, 'img')) {
    if (!attribs.src) continue;
    if (mark.test(`${attribs.alt ?? ''}\n${attribs.title ?? ''}`) || /conac|bszs/i.test(`${attribs.id ?? ''} ${attribs.src}`))
      return attribs.src.trim();
  }
  // The registry hands its pictures out under these names; elsewhere on a page red.png may be anything.
  const picture = tags($, 'img').find(image => /(?:^|\/)(?:red|blue)\.png$/.test(image.attribs.src?.trim() ?? '') && isInFooter(image));
  if (picture) return picture.attribs.src!.trim();
  return null;
}

function isInFooter(element: DomElement): boolean {
  for (let around: DomElement | null = element; around; around = parentOf(around)) if (placeOf(around) === 'footer') return true;
  return false;
}

const mark = /^\s*(?:党政机关|政府机关|事业单位)(?:网站)?(?:标[识志])?\s*$/m;

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
