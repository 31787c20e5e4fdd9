import { textBesideNames } from '../artifacts/text-beside-names.ts';
import { type ItemKey, itemKeys, itemTitles } from '../model/item.ts';
import type { Anchor, Concealed, PageKind, PageReading, Sighting } from '../model/page-reading.ts';
import { offersDocument } from '../text/document-address.ts';
import { clip, stripControl } from '../text/safe-text.ts';
import { statementIn } from '../text/sentences.ts';
import { codesOf, dateFacts } from './reading-facts.ts';

/** `agreed`: what the contract of `inspect` names; `everything`: all that was read. */
export type Detail = 'agreed' | 'everything';

/** The JSON of `inspect --json` (DESIGN §6): the agreed keys and no others, or the whole reading. `href` is the attribute as written. */
export function readingAsJson(reading: PageReading, detail: Detail): unknown {
  if (detail === 'everything') return reading;
  const { url, title, encoding, kind, items, publishedOn, newestItemOn, needsBrowser, challenge } = reading;
  const { icp, police, siteCode, organiser } = reading.identity;
  return {
    url,
    title,
    encoding,
    kind,
    items: Object.fromEntries(
      foundItems(items).map(([item, sightings]) => [item, sightings.map(({ text, href, where }) => ({ text, href, where }))]),
    ),
    publishedOn,
    newestItemOn,
    identity: { icp, police, siteCode, organiser },
    needsBrowser,
    challenge,
  };
}

const foundItems = (items: PageReading['items']): [ItemKey, readonly Sighting[]][] =>
  itemKeys.flatMap(item => (items[item] ? [[item, items[item]] as [ItemKey, readonly Sighting[]]] : []));

const kindTitles: Readonly<Record<PageKind, string>> = {
  home: '首页',
  disclosure_landing: '信息公开栏目首页',
  list: '列表页',
  article: '文章页',
  budget: '预决算页面',
  request_channel: '依申请公开页面',
  guide: '公开指南',
  annual_report: '公开年报',
  error_soft404: '错误页面',
  challenge: '拦截页面',
  other: '其他页面',
};

const whereTitles: Readonly<Record<Sighting['where'], string>> = {
  link: '链接',
  image: '图片链接',
  area: '图片热区',
  script: '脚本菜单',
  frame: '框架',
  option: '下拉选项',
  self: '本页',
  element: '页面元素',
};

/** The same for people. What was crawled is made fit for a terminal. */
export function readingAsText(page: PageReading, detail: Detail): string {
  const { identity } = page;
  const facts: readonly (readonly [string, string | null])[] = [
    ['网址', page.url],
    ['标题', page.title],
    ['编码', page.encoding],
    ['类型', kindTitles[page.kind]],
    ['所在位置', page.breadcrumb.join(' > ') || null],
    ...dateFacts(page),
    ['ICP备案号', identity.icp],
    ['公安备案号', identity.police],
    ['网站标识码', codesOf(page)],
    ['主办单位', identity.organiser],
    ['党政机关标识', identity.partyMark],
    ['跳转到', page.refreshTo],
    ['需要浏览器', page.needsBrowser],
    ['拦截', page.challenge],
    ['空白页', page.emptyBecause],
    ['说明', statementIn(textBesideNames(page), page.publishedOn)?.text ?? null],
    ['看不见的入口', concealedAs(page, 'unseen')],
    ['不是链接的入口', concealedAs(page, 'unlinked')],
  ];
  const lines = facts.flatMap(([name, value]) => (value === null ? [] : [`${name}：${fit(value, 200)}`]));
  const most = detail === 'everything' ? Number.POSITIVE_INFINITY : shownAtFirst;
  const found = foundItems(page.items).flatMap(([item, all]) => {
    const sightings = withoutEchoes(all);
    return [`${itemTitles[item]}（${item}）`, ...sightings.slice(0, most).map(seen), ...more(sightings.length - most, '处')];
  });
  const ways = [...new Set(page.umbrellas.map(({ text }) => fit(text, 30)))];
  return [
    ...lines,
    '',
    ...(found.length > 0 ? found : ['没有认出任何公开事项。']),
    ...(ways.length > 0 ? ['', `可能通向公开事项的入口：${ways.join('、')}`] : []),
    ...rowLines(page, most),
    ...filesLines(page),
    ...linkLines(page, detail),
    ...(page.text === '' ? [] : ['', '正文', `  ${detail === 'everything' ? stripControl(page.text) : fit(page.text, 200)}`]),
    '',
  ].join('\n');
}

const concealedAs = ({ concealed }: PageReading, sought: Concealed['why']): string | null =>
  [...new Set(concealed.filter(({ why }) => why === sought).map(({ text }) => text))].join('、') || null;

const shownAtFirst = 5;

/** The heading of a box says again what the link in it says: shown once, with the address. */
function withoutEchoes(sightings: readonly Sighting[]): readonly Sighting[] {
  const linked = new Set(sightings.flatMap(({ text, url }) => (url === null ? [] : [text])));
  return sightings.filter(({ text, url, where }) => url !== null || where !== 'link' || !linked.has(text));
}

const seen = ({ text, url, href, where }: Sighting): string =>
  `  ${whereTitles[where]}  ${text === '' ? '（没有文字）' : fit(text, 60)}  ${fit(url ?? href, 120)}`.trimEnd();

function rowLines({ rows, newestItemOn }: PageReading, most: number): readonly string[] {
  if (rows.length === 0) return [];
  const heading = `列表（${rows.length}条，最新${newestItemOn ?? '的日期没有读到'}）`;
  const shown = rows
    .slice(0, most)
    .map(({ date, title, url }) => `  ${date ?? '日期不明'}  ${fit(title, 60)}  ${fit(url ?? '', 120)}`.trimEnd());
  return ['', heading, ...shown, ...more(rows.length - most, '条')];
}

function filesLines({ anchors }: PageReading): readonly string[] {
  const files = anchors.flatMap(({ url, text }) =>
    url !== null && offersDocument({ url, text }) ? [`  ${fit(text, 60)}  ${fit(url, 120)}`] : [],
  );
  return files.length === 0 ? [] : ['', `文件（${files.length}个）`, ...files.slice(0, mostFiles), ...more(files.length - mostFiles, '个')];
}

const mostFiles = 20;

const placeTitles: Readonly<Record<Anchor['place'], string>> = {
  navigation: '菜单',
  content: '正文',
  row: '列表条目',
  footer: '页脚',
  'friend-links': '友情链接',
};

/** How many links stand where; with `everything` each of them, with the heading over it. */
function linkLines({ anchors }: PageReading, detail: Detail): readonly string[] {
  const hidden = anchors.filter(({ visibility }) => visibility === 'hidden').length;
  const counts = Object.entries(placeTitles).flatMap(([place, title]) => {
    const count = anchors.filter(anchor => anchor.place === place).length;
    return count === 0 ? [] : [`${title}${count}`];
  });
  const summary = `链接（${anchors.length}个${counts.length > 0 ? `：${counts.join('、')}` : ''}${hidden > 0 ? `；其中${hidden}个看不见，不算` : ''}）`;
  if (detail === 'agreed') return ['', summary];
  return ['', summary, ...anchors.map(linkLine)];
}

const linkLine = ({ text, url, href, place, where, section, visibility }: Anchor): string =>
  `  ${placeTitles[place]}  ${whereTitles[where]}  ${visibility === 'hidden' ? '（看不见）' : ''}${section === null ? '' : `【${fit(section, 20)}】`}${fit(text, 60)}  ${fit(url ?? href, 120)}`.trimEnd();

const fit = (text: string, most: number): string => clip(stripControl(text), most);
const more = (count: number, what: string): readonly string[] => (count > 0 ? [`  另有${count}${what}，用 --all 查看。`] : []);
