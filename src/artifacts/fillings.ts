import type { CheerioAPI } from 'cheerio';
import type { Filling } from '../model/page-reading.ts';
import { normalise } from '../text/normalise.ts';
import { type DomElement, elementsNamed, isElement, isText, rootOf, textOf } from './dom.ts';
import { scriptText } from './page-lines.ts';
import { placeOf } from './places.ts';

/** Longest part of an address or a script by which it is known again. */
const longestKey = 160;

/**
 * What on the page may hold content and is neither words nor links. Pictures that are links belong to the links, those as small as a
 * bullet decorate; scripts count below the last place where the page says its name (`names`), because there the content would stand.
 */
export function fillingsOf($: CheerioAPI, names: readonly string[]): readonly Filling[] {
  const root = rootOf($);
  if (!root) return [];
  const own = new Set(names.map(normalise).filter(name => name !== ''));
  const found: Filling[] = [];
  let named = 0;
  const walk = (element: DomElement): void => {
    for (const child of element.children) {
      if (isText(child) && own.has(normalise(child.data))) named = found.length;
      if (!isElement(child)) continue;
      const filling = fillingOf(child);
      if (filling) found.push(filling);
      else if (child.name !== 'script' && child.name !== 'style' && placeOf(child) !== 'footer') walk(child);
    }
  };
  walk(root);
  return [...headScripts($), ...found.filter(({ kind }, index) => kind !== 'script' || index >= named)];
}

/** Scripts of the head stand on most pages of a site; one that few pages carry may fill a place on those. */
const headScripts = ($: CheerioAPI): readonly Filling[] =>
  elementsNamed($, 'head').flatMap(({ children }) =>
    children.flatMap(child =>
      isElement(child) && child.name === 'script' && mayWrite(child) ? [{ kind: 'head-script' as const, key: scriptKey(child) }] : [],
    ),
  );

function fillingOf(element: DomElement): Filling | null {
  const { name, attribs } = element;
  if (name === 'img') return isPicture(element) ? { kind: 'picture', key: sourceOf(element).slice(0, longestKey) } : null;
  if (name === 'embed' || name === 'object' || name === 'video' || name === 'audio')
    return { kind: 'file', key: (attribs.src ?? attribs.data ?? movieOf(element)).slice(0, longestKey) };
  if (name === 'button' && applies(element)) return { kind: 'field', key: attribs.id ?? attribs.onclick ?? '' };
  if (name === 'textarea' || (name === 'input' && isField(attribs)) || (name === 'select' && isChoice(attribs)))
    return { kind: 'field', key: attribs.name ?? attribs.id ?? '' };
  if (name === 'script' && showsFile(element)) return { kind: 'file', key: scriptText(element).slice(0, longestKey) };
  if (name === 'script' && mayWrite(element)) return { kind: 'script', key: scriptKey(element) };
  return null;
}

const scriptKey = (script: DomElement): string => (script.attribs.src ?? scriptText(script)).slice(0, longestKey);

function isPicture(element: DomElement): boolean {
  const { attribs, parent } = element;
  const isLink = parent?.type === 'tag' && (parent.name === 'a' || attribs.usemap !== undefined);
  const isBullet = [attribs.width, attribs.height].some(
    size => /^\d+(?:px)?$/.test(size?.trim() ?? '') && Number.parseInt(size!, 10) <= 24,
  );
  return !isLink && !isBullet && sourceOf(element) !== '';
}

/** A picture that is loaded when it comes into sight keeps its address beside `src`. */
export const sourceOf = ({ attribs }: DomElement): string =>
  attribs['data-src'] ?? attribs['data-original'] ?? attribs['data-lazy'] ?? attribs.src ?? '';

/** `<object><param name="movie" value="banner.swf">` */
const movieOf = ({ children }: DomElement): string =>
  children.flatMap(child =>
    isElement(child) && /^(?:movie|src|url)$/i.test(child.attribs.name ?? '') ? (child.attribs.value ?? []) : [],
  )[0] ?? '';

/** A script of the page that opens a document or a film in a viewer: `PDFObject.embed('/a.pdf', '#pdf')`. */
export const showsFile = (script: DomElement): boolean => script.attribs.src === undefined && viewer.test(scriptText(script));

const viewer = /PDFObject|pdfjs|FlexPaper|embedSWF|\bnew\s+\w*Player\s?\(|\.(?:pdf|ofd|swf|mp4|m3u8|flv)(?:\?[^'"]*)?['"]/i;

/** A field to write into; not a button, a tick box, or the site's search. */
function isField({ type = 'text', name = '', id = '', placeholder = '', class: classes = '' }: DomElement['attribs']): boolean {
  if (!/^(?:text|tel|email|number|date|file|url)$/i.test(type)) return false;
  return !isSearch([name, id, placeholder, classes]);
}

const isSearch = (words: readonly string[]): boolean =>
  /search|keyword|query|sousuo|sou_|^(?:q|kw|wd|key|words?)$|搜索|查询|检索|关键/i.test(words.join(' '));

/** A choice that is sent with a form; the lists of friendly links jump at once, or bear no name. */
const isChoice = ({ name = '', id = '', class: classes = '', onchange }: DomElement['attribs']): boolean =>
  name !== '' && onchange === undefined && !isSearch([name, id, classes]) && !/link|lj/i.test(name);

/** A button that opens the form. */
const applies = (button: DomElement): boolean => /申请|填写|登记|投诉|举报|留言|写信|咨询/.test(textOf(button, 40));

/** Counters, badges and sharing buttons write nothing that a reader came for; a script that only declares functions writes nothing yet. */
function mayWrite(script: DomElement): boolean {
  const { src, type = '' } = script.attribs;
  if (/json|template|html/i.test(type)) return true;
  if (src !== undefined) return !harmless.test(src);
  const code = scriptText(script);
  return loads.test(code) || (writes.test(code) && !harmless.test(code));
}

const harmless =
  /jiucuo|conac|share|tongji|cnzz|hm\.baidu|51\.la|analytics|counter|stats?[./]|jquery|\bwza\b|_hmt|bdimg|weixin|qrcode|font-?size/i;
const loads = /ajax|fetch\s?\(|XMLHttpRequest|axios|getJSON|\$\.(?:get|post)\s?\(|\.load\s?\(|new\s+Vue|createApp/i;
const writes = /document\.write|innerHTML|\.(?:html|append|prepend)\s?\(|insertAdjacent|appendChild|\w*(?:list|page|data)\w*\s?\(/i;
