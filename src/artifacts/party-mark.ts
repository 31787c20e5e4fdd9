import type { CheerioAPI } from 'cheerio';
import { parentOf } from './around.ts';
import type { DomElement } from './dom.ts';
import { placeOf } from './places.ts';
import { inlineScripts } from './script-words.ts';
import { tags } from './tags.ts';

/**
 * Address of the 党政机关网站标识 on a page: the register's script, the link to its entry, or the picture that shows it. A friend link to
 * the register itself (www.conac.cn) is not the mark. Null when the page has none. `html`: the page as it came; the address often stands
 * only inside a script that writes the picture.
 */
export function partyMarkOf($: CheerioAPI, html: string): string | null {
  if (!/conac|CA\d{15}|党政机关|政府机关|事业单位|bszs|(?:red|blue)\.png/i.test(html)) return null;
  for (const { attribs } of [...tags($, 'script'), ...tags($, 'a'), ...tags($, 'img')]) {
    const address = [attribs.src, attribs.href].find(value => value !== undefined && (entry.test(value) || ownCopyIn(value) !== null));
    if (address) return address.trim();
  }
  for (const script of inlineScripts($)) {
    const address = /(?:https?:)?(?:\/\/|%2F%2F)?(?:dcs|bszs)\.conac\.cn[^'"<>\s)]*/i.exec(script)?.[0] ?? ownCopyIn(script);
    if (address) return decoded(address);
  }
  const pictures = tags($, 'img').filter(image => image.attribs.src);
  const named = pictures.find(({ attribs }) => mark.test(`${attribs.alt ?? ''}\n${attribs.title ?? ''}`));
  if (named) return named.attribs.src!.trim();
  const registers = pictures.find(
    image => /conac|bszs/i.test(`${image.attribs.id ?? ''} ${image.attribs.src}`) && !isIn(image, 'friend-links'),
  );
  if (registers) return registers.attribs.src!.trim();
  // The registry hands its pictures out under these names; elsewhere on a page red.png may be anything.
  const picture = pictures.find(image => /(?:^|\/)(?:red|blue)\.png$/.test(image.attribs.src!.trim()) && isIn(image, 'footer'));
  return picture?.attribs.src?.trim() ?? null;
}

/** The script and the pictures of the register, and its page about one site: `bszs.conac.cn/sitename?method=show&id=…`. */
const entry = /(?:^|[/.])(?:dcs\.conac\.(?:cn|org)|bszs\.conac\.(?:cn|org)(?:\/[^\s]*[?&]id=|\/sitename))/i;

/** The register's script is called after the number it gave the site; some sites serve a copy of it, or fetch it by way of another host. */
function ownCopyIn(text: string): string | null {
  const found = /(?<=[/'"]|%2F|^)CA\d{15,24}\.js/i.exec(text);
  return found && `${/[^\s'"<>=()]*$/.exec(text.slice(Math.max(0, found.index - 300), found.index))![0]}${found[0]}`;
}

function isIn(element: DomElement, place: ReturnType<typeof placeOf>): boolean {
  for (let around: DomElement | null = element; around; around = parentOf(around)) if (placeOf(around) === place) return true;
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
