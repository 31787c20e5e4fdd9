import { collapse } from '../text/normalise.ts';
import { type DomElement, isElement, isRead, isText, textOf } from './dom.ts';
import type { ShortTexts } from './short-texts.ts';

/** The steps from the home page to this page as the page shows them, without the home page itself; empty when it shows none. */
export function breadcrumbOf(root: DomElement): string[] {
  for (const place of candidates(root)) {
    if (textOf(place, longest + 20).length > longest) continue;
    const steps = stepsIn(place);
    if (steps.length > 0 && steps.length <= deepest) return steps;
  }
  return [];
}

/**
 * The line that tells where the reader is (您现在的位置：首页 > 通知公告): its links name columns, never entries of a list. A box
 * that also holds the list, or anything else than words and links, is no such line. `words`: the texts of the page's nodes.
 */
export function isTrail(element: DomElement, words: ShortTexts): boolean {
  const first = element.children.find(child => words.get(child) !== '');
  if (!first || !opensTrail.test(words.get(first) ?? '')) return false;
  const isLine = element.children.every(child => !isElement(child) || inline.has(child.name));
  return isLine && textOf(element, longest + 20).length <= longest;
}

const opensTrail = /^[^\p{L}]{0,6}(?:您|你)?的?(?:当前|现在|目前)?(?:所?在)?的?位置(?:是|为)?(?!\p{L})/u;
const inline = new Set(['a', 'span', 'b', 'strong', 'em', 'i', 'font', 'img', 'label']);

const longest = 200;
/** More steps are a menu. */
const deepest = 8;

/** Elements that say “当前位置” or begin with a link to the home page, then those whose name promises a breadcrumb. */
function* candidates(root: DomElement): Generator<DomElement> {
  const named: DomElement[] = [];
  const waiting: DomElement[] = [root];
  while (waiting.length > 0) {
    const element = waiting.pop()!;
    if (element.children.some(child => isText(child) && here.test(child.data))) yield* upwards(element);
    if (element.name === 'a' && beginsTrail(element)) yield* upwards(element.parent as DomElement);
    if (crumbNames.test(`${element.attribs.class ?? ''} ${element.attribs.id ?? ''}`) && separator.test(textOf(element, longest)))
      named.push(element);
    for (const child of element.children.toReversed()) if (isElement(child) && isRead(child)) waiting.push(child);
  }
  yield* named;
}

const here = /(?:当前|现在|所在|目前)的?位置|位置\s*[:：]|当前(?:栏目|页面)\s*[:：]/;
const crumbNames =
  /(?:^|[\s_-])(?:bread-?(?:crumbs?)?(?:nav|box|bar|list|wrap|con)?|crumbs?|curmbs?|pos|position|location|local|weizhi|dqwz|wz|site-?path|path|here|loc|nav-?path|currentpath|mianbao)(?:$|[\s\d_-])/i;
const separator = />|»|›|→|＞|\/|\\/;

/** The element itself and, where the steps stand beside the words, the elements around it. */
function* upwards(element: DomElement): Generator<DomElement> {
  let around: DomElement | null = element;
  for (let i = 0; i < 3 && around; i++) {
    yield around;
    around = around.parent?.type === 'tag' ? around.parent : null;
  }
}

/** `<a>首页</a> &gt; …` */
function beginsTrail(link: DomElement): boolean {
  if (!/^(?:网站|本站)?首\s*页$/.test(textOf(link, 8))) return false;
  const next = link.next;
  return (
    next !== null &&
    link.parent?.type === 'tag' &&
    /^\s*(?:>|»|›|→|＞|\/|\\|-)/.test(isText(next) ? next.data : isElement(next) ? textOf(next, 8) : '')
  );
}

const separators = /\s*(?:>+|»+|›+|→|＞+|\/|\\|\||::|--+|—+|·|\s-\s)\s*/;
const noStep =
  /^(?:(?:当前|现在|目前)?您?的?(?:当前|现在|所?在|目前)?的?(?:位置|栏目|页面)(?:是|为)?|首\s*页|(?:网站|本站|返回)首页|home|index|正文|内容|详细内容|详情|信息详情|文章正文|内容页|信息内容|查看|浏览|列表|.?)$/i;

function stepsIn(place: DomElement): string[] {
  const pieces: string[] = [];
  const gather = (element: DomElement): void => {
    for (const child of element.children) {
      if (isText(child)) pieces.push(...child.data.split(separators));
      else if (isElement(child) && child.name === 'a') pieces.push(textOf(child, 100));
      else if (isElement(child) && isRead(child)) gather(child);
    }
  };
  gather(place);
  return pieces
    .map(piece => collapse(piece.replace(/^.*(?:位置|栏目)(?:是|为)?\s*[:：]/s, '')).replace(/^[:：\s>]+|[:：\s>]+$/g, ''))
    .filter(step => step.length <= 80 && !noStep.test(step) && !/^\d{4}-\d{1,2}-\d{1,2}/.test(step));
}
