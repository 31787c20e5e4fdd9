import type { CheerioAPI } from 'cheerio';
import { collapse } from '../text/normalise.ts';
import { type DomElement, isElement, isRead, isText, textOf } from './dom.ts';
import { emptySentence } from './empty-page.ts';
import { tokensOf } from './list-tokens.ts';
import { scriptText } from './page-lines.ts';
import { placeOf } from './places.ts';
import { jumpCodes, refreshTag } from './refresh-to.ts';
import { tags } from './tags.ts';
import { unfilledPlace } from './unfilled-places.ts';
import { hasWaitingList } from './waiting-lists.ts';

/**
 * Why the static HTML lacks what a reader would see, as one Chinese clause; null when it does not. Ordinary pages use
 * scripts too: only pages on which little else is to be found need them. `html`: the page as it came.
 */
export function needsBrowser($: CheerioAPI, html: string): string | null {
  if (tags($, 'frame').some(({ attribs }) => attribs.src)) return '页面由框架（frameset）拼成';
  const body = tags($, 'body')[0];
  if (!body) return html.trim() === '' ? null : '页面没有正文';
  const links = [...tags($, 'a'), ...tags($, 'area')].filter(({ attribs }) => attribs.href !== undefined).length;
  const page: Measured = { $, body, text: textOf(body, 3000), links, rows: rowsOf($) };
  for (const reason of reasons) {
    const found = reason(page);
    if (found !== null) return found;
  }
  return null;
}

interface Measured {
  readonly $: CheerioAPI;
  readonly body: DomElement;
  /** The beginning of the visible text. */
  readonly text: string;
  readonly links: number;
  /** Days beside links or in them: entries of lists. */
  readonly rows: number;
}

const rowsOf = ($: CheerioAPI): number =>
  tokensOf($).tokens.filter(token => token.kind === 'date' || (token.kind === 'link' && token.date !== null)).length;

function redirected({ $, text, links }: Measured): string | null {
  if (text.length > 60 || links > 2) return null;
  if (/url\s*=/i.test(refreshTag($)?.attribs.content ?? '')) return '页面只用于跳转';
  return jumpCodes($).some(code => jump.test(code)) ? '页面由脚本跳转' : null;
}

const jump = /location(?:\.href)?\s?=|location\.(?:replace|assign)\s?\(|window\.open\s?\(|http-equiv=\\?["']?refresh/i;

/** The element into which a framework writes the whole page is as good as empty. */
function shell({ $, text, links }: Measured): string | null {
  if (text.length > 200 || links > 5 || tags($, 'script').length === 0) return null;
  const mounts = [...tags($, 'div'), ...tags($, 'app-root')].filter(
    ({ name, attribs }) => name === 'app-root' || 'ng-app' in attribs || /^(?:app|root|__next|__nuxt|[\w-]+-app)$/i.test(attribs.id ?? ''),
  );
  return mounts.some(mount => textOf(mount, 200).length <= 100) ? '页面内容全部由脚本生成' : null;
}

const bare = ({ $, text, links }: Measured): string | null =>
  text.length <= 50 && links <= 3 && tags($, 'script').length > 0 && !/[。；]/.test(text) && !isUnfinished(text) ? '正文由脚本填充' : null;

/** 敬请期待, and nothing else: it says itself that it is not ready. Whether there are 暂无数据 may be for the script to say. */
const isUnfinished = (text: string): boolean => emptySentence(text) !== null && /敬请期待|尽请期待|建设中|即将/.test(text);

/** `{{ item.title }}` in the visible text: a template that no script has filled. */
const templates = ({ body, text, links, rows }: Measured): string | null => {
  const marks = textOf(body, 30_000).match(/\{\{[^{}]{1,80}\}\}|<%=?|\$\{[\w.]+\}|\{\$\w+\}/g)?.length ?? 0;
  return marks >= 3 && rows < 3 && (links < 40 || marks * 20 > text.length) ? '列表是待脚本填充的模板' : null;
};

const frames = ({ $, links, rows }: Measured): string | null => {
  const own = tags($, 'iframe').filter(isContentFrame);
  return own.length > 0 && links - rows < 30 ? '页面的菜单或正文放在内嵌框架（iframe）里' : null;
};

/** A frame with a page of its own site in it: not a weather or map widget, a player, a counter or a hidden helper. */
function isContentFrame({ attribs }: DomElement): boolean {
  const src = (attribs.src ?? '').trim();
  if (src === '' || /^(?:javascript|about|data):/i.test(src)) return false;
  if (
    /display\s*:\s*none/i.test(attribs.style ?? '') ||
    /^[01](?:px)?$/.test(attribs.width ?? '') ||
    /^[01](?:px)?$/.test(attribs.height ?? '')
  )
    return false;
  if (/position\s*:\s*fixed/i.test(attribs.style ?? '') && !fillsPage.test(attribs.style ?? '')) return false;
  return !/tianqi|weather|(?:^|[/.])map|amap|baidu\.com|qq\.com|weibo|youku|bilibili|player|video|live|share|jiathis|bdimg|conac|cnzz|count|stat|jiucuo|correct/i.test(
    src,
  );
}

/** A frame that hangs over the page shows a chat or a helper, unless it covers the whole of it. */
const fillsPage = /(?<![\w-])width\s*:\s*100(?:%|vw)/i;

/** `<script type="text/html">` holds the form of an entry, the page holds no entry. */
const scriptTemplates = ({ $, text, links, rows }: Measured): string | null =>
  rows === 0 &&
  links < 20 &&
  text.length <= 800 &&
  tags($, 'script').some(({ attribs }) => /template|text\/html|handlebars/i.test(attribs.type ?? ''))
    ? '列表是待脚本填充的模板'
    : null;

/** A list box that is empty in the HTML and that a script on the page names: entries come with a request of their own. */
const emptyLists = ({ $, text, links, rows }: Measured): string | null => {
  if (rows > 0 || text.length > 800 || links > 120) return null;
  const code = tags($, 'script').map(scriptText).join('\n').slice(0, 60_000);
  if (/<datastore>|<recordset>/i.test(code)) return '列表内容由脚本从页内数据生成';
  if (!/ajax|\.load\s?\(|\$\.(?:get|post)|fetch\s?\(|XMLHttpRequest|axios|getJSON/.test(code)) return null;
  const boxes = ['ul', 'ol', 'tbody', 'div', 'dl', 'table'].flatMap(name => tags($, name));
  return boxes
    .filter(isEmpty)
    .slice(0, 200)
    .some(box => names(box).some(name => listName.test(name) && named(code, name)))
    ? '列表内容由脚本另行加载'
    : null;
};

const listName = /list|news|article|content|data|result|tbody|items?$|record|liebiao|xxgk|gkml|zwgk/i;
const names = ({ attribs }: DomElement): readonly string[] =>
  `${attribs.id ?? ''} ${attribs.class ?? ''}`.split(/\s+/).filter(name => name.length >= 3);
const named = (code: string, name: string): boolean => [`#${name}`, `.${name}`, `"${name}"`, `'${name}'`].some(form => code.includes(form));
const isEmpty = (box: DomElement): boolean =>
  box.children.every(child => (isText(child) ? collapse(child.data) === '' : !isElement(child)));

/** Menus may be long; a page with prose of its own is an article, whatever waits in its margin. */
const waiting = ({ $, body, rows }: Measured): string | null =>
  rows === 0 && hasWaitingList($) && proseOf(body) <= mostProse ? '列表内容由脚本另行加载' : null;

const mostProse = 600;

/** On a page with hardly a word or an entry of its own, menus and footer apart. */
const unfilled = ({ $, body, links, rows }: Measured): string | null =>
  rows === 0 && links <= 120 && ownProseOf(body) <= 150 ? unfilledPlace($, body) : null;

/** Characters outside links. */
const proseOf = (element: DomElement): number =>
  element.children.reduce(
    (sum, child) =>
      sum + (isText(child) ? child.data.trim().length : isElement(child) && child.name !== 'a' && isRead(child) ? proseOf(child) : 0),
    0,
  );

/** The same without menus, footers and the choices of lists to choose from. */
const ownProseOf = (element: DomElement): number =>
  element.children.reduce((sum, child) => {
    if (isText(child)) return sum + child.data.trim().length;
    return isElement(child) && child.name !== 'a' && child.name !== 'select' && isRead(child) && placeOf(child) === null
      ? sum + ownProseOf(child)
      : sum;
  }, 0);

const reasons = [redirected, shell, bare, templates, scriptTemplates, frames, emptyLists, waiting, unfilled] as const;
