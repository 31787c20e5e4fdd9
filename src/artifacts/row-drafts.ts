import { publishingRoles } from '../text/date-labels.ts';
import { collapse } from '../text/normalise.ts';
import { nearest, parentOf } from './around.ts';
import { type DomElement, textOf } from './dom.ts';
import type { LinkToken, TokenStream } from './list-tokens.ts';
import { pairTokens } from './pair-tokens.ts';
import type { DateToken } from './token-dates.ts';

/** A list entry before its year is settled. */
export interface Draft {
  /** Place in the document: index of its day or title among the tokens. */
  readonly at: number;
  readonly title: string;
  /** The element whose address opens the entry. */
  readonly opener: DomElement;
  /** The box that holds the entry, and the list the box stands in. */
  readonly box: DomElement;
  readonly list: DomElement;
  readonly day: Pick<DateToken, 'iso' | 'monthDay' | 'daysAgo'>;
}

/** Entries whose title is a link, in the order in which they were proven. */
export function linkedDrafts({ tokens, ranges, prose }: TokenStream): readonly Draft[] {
  const links = running(tokens.map(token => token.kind === 'link' && isTitle(token.title)));
  const dates = running(tokens.map(token => token.kind === 'date'));
  const inside = (counts: readonly number[], box: DomElement) => {
    const [from, to] = ranges.get(box) ?? [0, 0];
    return counts[to]! - counts[from]!;
  };
  const longest = new Map<DomElement, number>();
  const scopes = new Set(tokens.flatMap(token => (token.kind === 'date' ? (scopeOf(token) ?? []) : [])));
  const drafts = new Map<LinkToken, Draft>();
  const spent = new Set<unknown>();
  const places = new Map(tokens.map((token, at) => [token, at]));
  // Small boxes first: what belongs to an entry is not there any more when the box around the list is read.
  for (const box of [...scopes].sort((one, other) => depth(other) - depth(one))) {
    const own = tokens.slice(...ranges.get(box)!).filter(token => !spent.has(token) && (token.kind !== 'link' || isTitle(token.title)));
    for (const token of own) spent.add(token);
    const pairs = pairTokens(own.filter(token => token.kind !== 'date' || token.role !== 'clock'));
    if (pairs.length === 1 && textOf(box, longestEntry + 20).length > longestEntry) continue;
    if ((prose.get(box) ?? 0) > longestEntry * pairs.length) continue;
    const list = pairs.length > 1 ? box : (parentOf(box) ?? box);
    for (const { link, date } of pairs)
      drafts.set(link, { at: places.get(link)!, title: titleOf(link), opener: link.element, box, list, day: date });
  }
  for (const [at, link] of tokens.entries()) {
    if (link.kind !== 'link' || !link.date || !publishingRoles.includes(link.date.role) || drafts.has(link) || !isTitle(link.title))
      continue;
    const box = nearest(link.element, ['li', 'tr', 'dd']) ?? link.element;
    drafts.set(link, { at, title: titleOf(link), opener: link.element, box, list: parentOf(box) ?? box, day: link.date });
  }
  return withoutBylines([...drafts.values()]);

  /**
   * The smallest box that holds the day and a title. An `li` is an entry of its own: its day never belongs to a link outside.
   * Neither does a day inside an article: there the link outside is one of the menu.
   */
  function scopeOf({ element }: DateToken): DomElement | null {
    let box: DomElement | null = element;
    while (box && inside(links, box) === 0) {
      box = (box.name === 'li' && !isListOfDays(parentOf(box))) || (prose.get(box) ?? 0) > longestSummary ? null : parentOf(box);
    }
    const around = box && !['li', 'tr', 'dd', 'body'].includes(box.name) ? parentOf(box) : null;
    if (!box || !around || longestTitle(box) >= 6) return box;
    // Beside the day stands only a short link, such as the source: the title may be in the box around.
    const same = inside(dates, around) === inside(dates, box) && inside(links, around) <= 4;
    return same && longestTitle(around) >= 2 * longestTitle(box) ? around : box;
  }

  /** `<ul><li>2026-03-05</li><li>2026-03-04</li></ul>` beside the list of the titles. */
  function isListOfDays(list: DomElement | null): boolean {
    if (list === null || inside(links, list) > 0) return false;
    const count = inside(dates, list);
    return count > 1 && (prose.get(list) ?? 0) <= 14 * count;
  }

  function longestTitle(box: DomElement): number {
    const known = longest.get(box);
    if (known !== undefined) return known;
    const titles = tokens.slice(...ranges.get(box)!).map(token => (token.kind === 'link' && isTitle(token.title) ? token.title.length : 0));
    const found = titles.reduce((most, length) => Math.max(most, length), 0);
    longest.set(box, found);
    return found;
  }
}

/** The text can name an entry: two letters at least, and not one of the words of the page's own furniture. */
export const isTitle = (text: string): boolean =>
  /\p{L}.*\p{L}/su.test(text) && !furniture.test(text.replace(/[\s[\]【】()（）>»›…．.+|]+/g, ''));

const furniture =
  /^(?:设为首页|加入收藏|收藏(?:本站|本页)?|登[录陆]|注册|更多.{0,6}|more|首页|[上下前后]一?页|[尾末]页|返回.{0,4}|打印(?:本页)?|关闭(?:窗口|本页)?|分享.{0,4}|english|en|rss|无障碍.{0,4}|[繁简]体?(?:中文|版)?|手机版|移动版|(?:查看)?(?:详情|详细|全文)|(?:点击)?查看(?:更多|内容)?|阅读全文|纠错|微信|微博|qq(?:空间)?|(?:附件)?下载|附件)$/i;

const running = (flags: readonly boolean[]): readonly number[] => {
  const counts = [0];
  for (const flag of flags) counts.push(counts.at(-1)! + (flag ? 1 : 0));
  return counts;
};

function depth(element: DomElement): number {
  let levels = 0;
  for (let around = parentOf(element); around; around = parentOf(around)) levels++;
  return levels;
}

/** The link's words; its tooltip where they are cut off and the tooltip goes on. */
function titleOf({ title, element }: LinkToken): string {
  const tip = collapse(element.attribs.title ?? '');
  const shown = title.replace(/(?:\.{2,}|…+)$/, '').replace(/^[·•\s]+/, '');
  return shown !== title && shown.length >= 4 && tip.startsWith(shown.slice(0, 8)) ? tip : title.replace(/^[·•▪◆■●\s]+/, '');
}

/** The line under an article's headline (来源, 浏览次数, a link to the source) looks like an entry, but has no sister. */
function withoutBylines(drafts: readonly Draft[]): readonly Draft[] {
  const sisters = Map.groupBy(drafts, ({ box, list }) => `${shape(box)}<${shape(list)}`);
  return drafts.filter(draft => {
    if (sisters.get(`${shape(draft.box)}<${shape(draft.list)}`)!.length > 1) return true;
    const text = textOf(draft.box, longestLoneEntry + 20);
    // A card holds its day inside the link; a byline never does.
    if (draft.box === draft.opener && !byline.test(text)) return true;
    return draft.title.length >= 6 && text.length <= longestLoneEntry && !byline.test(text);
  });
}

/** With summary. An article with a breadcrumb above it is longer. */
const longestEntry = 500;
const longestLoneEntry = 200;
/** What stands with the day when the title stands outside. */
const longestSummary = 300;

const shape = ({ name, attribs }: DomElement): string => `${name}.${attribs.class ?? ''}`;
/** Words of the line under a headline. */
export const byline =
  /来\s*源\s*[：:]|作者\s*[：:]|浏览|点击(?:数|量|次数|率)|阅读(?:数|量|次数)|访问量|字\s*[号体]|【?打印|责任编辑|编辑\s*[：:]|[上下]一[篇条]|视力保护|字\s*体\s*[：:]|分享到/;
