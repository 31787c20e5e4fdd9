import type { CheerioAPI } from 'cheerio';
import { collapse } from '../text/normalise.ts';
import { parentOf } from './around.ts';
import { type DomElement, type DomNode, isElement, isRead, isText } from './dom.ts';
import { tags } from './tags.ts';

/**
 * A list on the page waits for a script: it says that its entries are still on the way, it carries the address they come from,
 * or it is empty beside a script of its own or beside the request to switch scripts on. A list that is merely empty waits for
 * nothing: a column without entries looks like that too.
 */
export function hasWaitingList($: CheerioAPI): boolean {
  const boxes = [...listTags, 'div', 'section'].flatMap(name => tags($, name).slice(0, most));
  const lists = boxes.filter(box => isList(box) && isVacant(box));
  if (lists.length === 0) return false;
  return asksForScript($) || lists.some(list => saysLoading(list) || sourceOf(list) || standsBesideScript(list));
}

const most = 300;
const listTags = ['ul', 'ol', 'tbody', 'table', 'dl'];

/** By its tag, or by a name that promises entries. */
const isList = ({ name, attribs }: DomElement): boolean =>
  listTags.includes(name) || listName.test(`${attribs.id ?? ''} ${attribs.class ?? ''}`);

const listName =
  /(?:^|[\s_-]|[a-z](?=[A-Z]))(?:list|lists|newslist|articles?|records?|results?|rows|datalist|tbody|liebiao)(?:$|[\s\d_-]|[A-Z])/i;

/** Nothing to read inside, or only the word that it is loading. */
function isVacant(box: DomElement): boolean {
  const words = wordsOfSmall(box);
  return words !== null && (words === '' || (words.length <= longestNotice && loading.test(words)));
}

/** The words of a box of few parts; null for one that holds more, or a link, a picture or a field. */
function wordsOfSmall(box: DomElement): string | null {
  const parts: string[] = [];
  const waiting: DomNode[] = box.children.slice(0, mostParts + 1);
  for (let seen = 0; waiting.length > 0; seen++) {
    const node = waiting.shift()!;
    if (seen >= mostParts || (isElement(node) && content.has(node.name))) return null;
    if (isText(node)) parts.push(node.data.slice(0, 200));
    else if (isElement(node) && isRead(node)) waiting.push(...node.children.slice(0, mostParts));
  }
  return collapse(parts.join(' '));
}

const mostParts = 20;
const content = new Set(['a', 'img', 'iframe', 'input', 'video', 'object', 'embed', 'select']);

const longestNotice = 30;
const loading =
  /^[\p{P}\p{S}\s]*(?:(?:数据|内容|信息|列表|页面|栏目)?(?:正在)?(?:努力|拼命|玩命)?(?:加载|载入|读取|获取)(?:数据|内容|信息|列表)?(?:之?中)?|loading)[\p{P}\p{S}\s]*(?:请?(?:稍[候后等]|等待).{0,2})?[\p{P}\p{S}\s]*$/iu;

/** Nothing but the word that something is on its way: 正在加载，请稍候…. */
export const isLoadingNotice = (words: string): boolean =>
  words !== '' && words.length <= longestNotice && loading.test(words) && onItsWay.test(words);

/** `加载` without 正在, 中 or dots is the word of a button. */
const saysLoading = (list: DomElement): boolean => onItsWay.test(wordsOfSmall(list) ?? '');
const onItsWay = /正在|中|[.…]|请|loading/i;

/** `data-url="/api/list?channelId=109"`: where the entries come from. */
const sourceOf = ({ attribs }: DomElement): boolean =>
  Object.entries(attribs).some(([name, value]) => sourceName.test(name) && sourceAddress.test(value.trim()));

const sourceName = /^(?:data|lay)-(?:\w+-)*(?:url|api|source|remote|src|href|path|action|ajax)$/;
const sourceAddress = /^(?:(?:https?:)?\/\/|\.{0,2}\/)[\w.-]|\.(?:json|jsonp|do|action|ashx|asmx|php|jsp|aspx)(?:$|\?)|\w\?\w+=/i;

/** A named list and a script from outside stand in one box of the page: the script is there for the list. */
function standsBesideScript(list: DomElement): boolean {
  const around = parentOf(list);
  if (!list.attribs.id || !around || around.name === 'body') return false;
  const at = around.children.indexOf(list);
  return around.children
    .slice(at)
    .some(child => isElement(child) && child.name === 'script' && child.attribs.src && !library.test(child.attribs.src));
}

const library = /jquery|bootstrap|layui|vue|swiper|share|count|stat|analytics|conac|jiucuo|wza|slide|common|main\.|base\.|public/i;

/** 请启用JavaScript, for readers without: in the middle of a page, where the list should be. */
const asksForScript = ($: CheerioAPI): boolean =>
  tags($, 'noscript').some(notice => {
    const around = parentOf(notice);
    const words = collapse(wordsIn(notice).slice(0, 400));
    return around !== null && around.name !== 'head' && around.name !== 'body' && words.length <= 80 && request.test(words);
  });

const request = /(?:启用|开启|打开|允许|支持|激活|enable).{0,12}(?:java\s?script|脚本|js)/i;

const wordsIn = (node: DomElement): string =>
  node.children.map(child => (isText(child) ? child.data : isElement(child) ? wordsIn(child) : '')).join(' ');
