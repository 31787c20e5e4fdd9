import type { CheerioAPI } from 'cheerio';
import { type DomElement, elementsNamed, isElement } from './dom.ts';
import { showsFile, sourceOf } from './fillings.ts';

/**
 * The page shows pictures or embedded files where its content stands: a scan, a PDF viewer, a video. What they say was not read.
 * Pictures that are links, and those of header and footer, decorate.
 */
export function showsPictures($: CheerioAPI): boolean {
  if (elementsNamed($, 'embed', 'object', 'video').length > 0) return true;
  if (elementsNamed($, 'script').some(script => showsFile(script) && !isDecoration(script))) return true;
  return elementsNamed($, 'img').some(image => photograph.test(sourceOf(image)) && !isDecoration(image));
}

const photograph = /\.(?:jpe?g|png|webp|bmp|tiff?)(?:$|[?#])|^data:image\/(?:jpeg|png|webp)/i;
const frame = /head|top|banner|logo|nav|menu|foot|bottom|bq|copyright|icon|qr|ewm|share/i;

function isDecoration(image: DomElement): boolean {
  let element: DomElement['parent'] = image;
  while (element && isElement(element)) {
    if (element.name === 'a' || element.name === 'header' || element.name === 'footer') return true;
    if (frame.test(`${element.attribs.class ?? ''} ${element.attribs.id ?? ''}`)) return true;
    element = element.parent;
  }
  return false;
}
