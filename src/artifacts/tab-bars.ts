import { holdsAnchor, parentOf } from './around.ts';
import { type DomElement, isElement, isText, textOf } from './dom.ts';
import { saysOpen } from './sections.ts';

/** How a reader meets words that are one of several in a row and no link: as tabs over boxes of links, or as a menu that does nothing. */
export type PlainName = 'tab' | 'menu-entry';

/**
 * Whether an element is one of several short names in a row none of which is a link. Where as many boxes of links stand behind them they
 * are tabs, whatever the template calls them: `<ul><li>政府文件</li><li>人事信息</li></ul><div><ul>…</ul><ul>…</ul></div>`. Else they are
 * entries of a menu that only a script can open. Null when it is neither.
 */
export function plainNameOf(element: DomElement): PlainName | null {
  if (!nameTags.has(element.name)) return null;
  const bar = parentOf(element);
  if (!bar || bar.name === 'body') return null;
  const known = bars.get(bar) ?? kindOfBar(bar);
  bars.set(bar, known);
  return known.tag === element.name && nameIn(element) ? known.kind : null;
}

interface Bar {
  readonly tag: string;
  readonly kind: PlainName | null;
}

/** Every bar is looked at once, however many names it has. */
const bars = new WeakMap<DomElement, Bar>();

const nameTags: ReadonlySet<string> = new Set(['li', 'span', 'div', 'dd', 'dt', 'em', 'i', 'b']);
const fewest = { tab: 2, 'menu-entry': 3 };
const most = 24;

function kindOfBar(bar: DomElement): Bar {
  const names = bar.children.filter(isElement).filter(child => !isAside(child));
  const [first] = names;
  const none = { tag: '', kind: null };
  if (!first || names.length < fewest.tab || names.length > most) return none;
  if (bar.children.some(child => isText(child) && /[\p{L}\p{N}]/u.test(child.data))) return none;
  if (!names.every(name => name.name === first.name && nameIn(name))) return none;
  if (hasBoxesBehind(bar, names.length)) return { tag: first.name, kind: 'tab' };
  const isMenu = first.name === 'li' && names.length >= fewest['menu-entry'];
  return { tag: first.name, kind: isMenu ? 'menu-entry' : null };
}

/** An empty element, or the “more” beside the names. */
const isAside = (element: DomElement): boolean => saysOpen(textOf(element, 20));

/** 2 to 12 letters without a mark between them, and no link. */
const nameIn = (element: DomElement): boolean => /^[\p{Script=Han}A-Za-z0-9]{2,12}$/u.test(textOf(element, 20)) && !holdsAnchor(element);

/** As many boxes with links as there are names stand next to the bar, or in one box next to it or to a box that holds nothing else. */
function hasBoxesBehind(bar: DomElement, count: number): boolean {
  let around: DomElement | null = bar;
  for (let i = 0; i < 3 && around && around.name !== 'body'; i++) {
    const behind = elementsBehind(around, count);
    if (behind.length > 0) return areBoxes(behind, count) || areBoxes(behind[0]!.children.filter(isElement), count);
    around = parentOf(around);
  }
  return false;
}

function elementsBehind(element: DomElement, count: number): readonly DomElement[] {
  const found: DomElement[] = [];
  for (let next = element.next; next && found.length <= count; next = next.next)
    if (isElement(next) && holdsAnchor(next) && !opensColumn.test(textOf(next, 20))) found.push(next);
  return found;
}

/** The way to the column beside its tab is no box of it. Boxes out of sight have no words. */
const opensColumn = /^[\s>»+]*(?:查看|了解)?(?:更多|more)[\s>»+]*$/i;

/** Exactly so many of one kind, each with a link in it. */
const areBoxes = (elements: readonly DomElement[], count: number): boolean => {
  const [first] = elements;
  const alike = elements.filter(({ name }) => name === first?.name);
  return first !== undefined && first.name !== 'li' && alike.length === count && alike.every(holdsAnchor);
};
