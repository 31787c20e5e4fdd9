import type { CheerioAPI } from 'cheerio';
import { collapse } from '../text/normalise.ts';
import { type DomElement, isElement, isRead, isText, textOf } from './dom.ts';
import { scriptText } from './page-lines.ts';
import { tags } from './tags.ts';
import { isLoadingNotice } from './waiting-lists.ts';

/**
 * A place on the page that its scripts have not filled yet, as one Chinese clause; null when there is none. Only for pages with no entries
 * and hardly a word of their own: a search box, a weather widget or a counter on a full page has the same marks.
 */
export function unfilledPlace($: CheerioAPI, body: DomElement): string | null {
  const elements = contentOf(body);
  if (elements.some(isUnknownTag) || (tags($, 'script').some(isBundle) && elements.some(isMount))) return '页面内容全部由脚本生成';
  if (elements.some(element => isUnrendered(element) || isTemplateOnly(element)) || holdsTemplate($)) return '列表是待脚本填充的模板';
  if (elements.some(isLoading) || elements.some(isScriptTable) || drawsTable($)) return '列表内容由脚本另行加载';
  if (elements.some(isScriptOnly)) return '正文由脚本填充';
  return elements.some(isNamedList) && tags($, 'script').some(isForContent) ? '列表内容由脚本另行加载' : null;
}

const most = 5000;

/** The elements of a page in document order, without those of the search box, the login, the weather and their like. */
function contentOf(body: DomElement): readonly DomElement[] {
  const found: DomElement[] = [];
  const waiting: DomElement[] = [body];
  while (waiting.length > 0 && found.length < most) {
    const element = waiting.pop()!;
    if (element !== body && isWidget(element)) continue;
    found.push(element);
    for (const child of element.children.toReversed()) if (isElement(child) && isRead(child)) waiting.push(child);
  }
  return found;
}

const isWidget = ({ name, attribs }: DomElement): boolean =>
  name === 'form' ||
  name === 'header' ||
  name === 'footer' ||
  name === 'nav' ||
  widget.test(`${attribs.id ?? ''} ${attribs.class ?? ''}`) ||
  (name.includes('-') && widgetTag.test(name));

const widget =
  /search|sousuo|ssbox|hot-?word|login|weather|tianqi|(?:^|[\s_-])(?:tq|rl|date|time|clock|hits?|count(?:er)?|views?|clicks?|share|bshare|comment|foot(?:er)?|head(?:er)?|top|nav|menu|banner|swiper|slide|float|wza|access|back|toolbar|player|video|qrcode|ewm|icon)(?:$|[\s\d_-])/i;

const widgetTag = /wza|access|share|weather|icon|count|search|login|head|foot|nav|menu|banner|back|tool|player|float|captcha/;

/** Tags with a hyphen are parts that a script draws; those that hold words or links were written out by the server. */
const isUnknownTag = (element: DomElement): boolean =>
  (element.name.includes('-') || element.name === 'nuxt') && !/^(?:font|annotation|color|missing)-/.test(element.name) && isBare(element);

/** The packed program of a page that is built in the browser. */
const isBundle = ({ attribs: { src = '' } }: DomElement): boolean =>
  /chunk-vendors|chunk-libs|runtime[~.-][\w.-]*\.js|\/_nuxt\/|\/(?:static\/)?js\/(?:app|manifest|vendor|main|index)[.-][\da-f]{6,}|\/assets\/index[.-][\w-]{6,}\.js|\bumi\.(?:[\da-f]{6,}\.)?js/i.test(
    src,
  );
const isMount = (element: DomElement): boolean => element.name === 'div' && element.attribs.id !== undefined && isBare(element);

/** `<li v-for="item in list"><a v-text="item.title"></a></li>`: the form of an entry, without an entry. */
const isUnrendered = (element: DomElement): boolean =>
  Object.entries(element.attribs).some(
    ([name, value]) => (repeats.test(name) || writes.test(name) || (name === 'data-bind' && bound.test(value))) && value !== '',
  ) && !/\p{Script=Han}/u.test(textOf(element, 200).replace(/\{\{[^{}]{0,200}\}\}/g, ''));
const repeats = /^(?:v-for|x-for|wx:for|ng-repeat|data-ng-repeat|\*ngfor|th:each|ms-(?:for|repeat|each))$/;
const writes = /^(?:v-html|ng-bind-html|data-ng-bind-html|th:utext)$/;
const bound = /\b(?:foreach|html)\s*:/;

/** `<script type="text/html">` with places in it for what is not there yet. */
const holdsTemplate = ($: CheerioAPI): boolean =>
  tags($, 'script').some(
    script =>
      /template|text\/html|handlebars|x-tmpl/i.test(script.attribs.type ?? '') &&
      !isWidget(script) &&
      places.test(scriptText(script).slice(0, 20_000)),
  );
const places = /\{\{|<%|\{%|\$\{|\[\[/;

/** `<ul><template>…</template></ul>`: what stands in a template is not shown. */
const isTemplateOnly = (element: DomElement): boolean =>
  element.children.some(child => isElement(child) && child.name === 'template') && isBare(element);

/** The word or the turning wheel that something is on its way. */
function isLoading(element: DomElement): boolean {
  const kinds = element.children.filter(isElement);
  if (/skeleton/i.test(element.attribs.class ?? '')) return isBare(element);
  if (element.name === 'img') return /(?:^|[/_-])(?:ajax-?)?load(?:ing|er)?\d*\.(?:gif|svg|png)/i.test(element.attribs.src ?? '');
  return kinds.length <= 2 && isLoadingNotice(textOf(element, 60));
}

/** `<table lay-filter="…">`, `<table class="easyui-datagrid" data-options="url:…">`: without a row. */
const isScriptTable = ({ name, attribs, children }: DomElement): boolean =>
  name === 'table' &&
  !children.some(
    child =>
      isElement(child) &&
      child.name === 'tbody' &&
      textOf(child, 20) !== '' &&
      !/\bfield\b/.test(attribs['data-options'] ?? '') &&
      !isHeadOnly(child),
  ) &&
  Object.entries(attribs).some(
    ([key, value]) =>
      /^lay-(?:filter|data)$/.test(key) || (/^data-(?:url|toggle|options|ajax)$/.test(key) && /url|table|^\S*\//.test(value)),
  );
const isHeadOnly = (body: DomElement): boolean =>
  body.children.every(
    row => !isElement(row) || row.children.every(cell => !isElement(cell) || cell.name === 'th' || textOf(cell, 2) === ''),
  );

const drawsTable = ($: CheerioAPI): boolean =>
  tags($, 'script').some(script =>
    /\btable\.render\s?\(|\.(?:datagrid|bootstrapTable|jqGrid|flexigrid|DataTable|treegrid)\s?\(\s?\{/.test(scriptText(script)),
  );

/** A box named for the content holds nothing but a script from outside. */
function isScriptOnly({ name, attribs, children }: DomElement): boolean {
  if (!/^(?:div|td|section|article)$/.test(name) || !contentName.test(`${attribs.id ?? ''} ${attribs.class ?? ''}`)) return false;
  const inside = children.filter(child => isElement(child) || (isText(child) && collapse(child.data) !== ''));
  return (
    inside.length > 0 &&
    inside.every(
      child => isElement(child) && child.name === 'script' && child.attribs.src !== undefined && !library.test(child.attribs.src),
    )
  );
}
const contentName =
  /(?:^|[\s_-]|[a-z](?=[A-Z]))(?:con|content|main|detail|details|article|list|zoom|zhengwen|text|info)(?:$|[\s\d_-]|[A-Z])/i;
const library = /jquery|bootstrap|layui|vue|swiper|share|count|stat|analytics|conac|jiucuo|wza|slide|tongji|51\.la|cnzz|hm\.baidu/i;

/** A list under a name that only a script needs, and nothing in it. */
const isNamedList = (element: DomElement): boolean =>
  (/^(?:ul|ol|tbody|table|dl)$/.test(element.name) || /list|news|data|record|result|gkml|xxgk/i.test(element.attribs.id ?? '')) &&
  element.attribs.id !== undefined &&
  isBare(element);

/** A script of the site's own, named for what it fetches. */
const isForContent = ({ attribs: { src = '' } }: DomElement): boolean =>
  /(?:list|query|ajax|data|news|gkml|xxgk|gongkai|channel|column|jpage|paging|pagination|article|detail|record)[\w.-]{0,30}\.js/i.test(
    src.replace(/^.*\//, ''),
  ) &&
  !library.test(src) &&
  !/datepicker|database|metadata|blacklist|playlist|hotlist/i.test(src);

/** Nothing in it that a reader sees. */
function isBare(element: DomElement): boolean {
  const waiting: DomElement[] = [element];
  for (let seen = 0; waiting.length > 0; seen++) {
    const next = waiting.pop()!;
    if (seen > 60 || content.has(next.name)) return false;
    for (const child of next.children) {
      if (isText(child) && /[\p{L}\p{N}]/u.test(child.data.replace(/\{\{[^{}]{0,200}\}\}/g, ''))) return false;
      if (isElement(child) && isRead(child)) waiting.push(child);
    }
  }
  return true;
}
const content = new Set(['img', 'iframe', 'input', 'video', 'object', 'embed', 'select', 'button']);
