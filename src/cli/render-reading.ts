import { type ItemKey, itemKeys, itemTitles } from '../model/item.ts';
import type { PageKind, PageReading, Sighting } from '../model/page-reading.ts';
import { clip, stripControl } from '../text/safe-text.ts';

/** The JSON of `inspect --json` (DESIGN §6): these keys and no others. `href` is the attribute as written. */
export function readingAsJson({
  url,
  title,
  encoding,
  kind,
  items,
  publishedOn,
  newestItemOn,
  identity,
  needsBrowser,
  challenge,
}: PageReading): unknown {
  const { icp, police, siteCode, organiser } = identity;
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
export function readingAsText(page: PageReading): string {
  const { identity } = page;
  const facts: readonly (readonly [string, string | null])[] = [
    ['网址', page.url],
    ['标题', page.title],
    ['编码', page.encoding],
    ['类型', kindTitles[page.kind]],
    ['发布日期', page.publishedOn],
    ['列表最新日期', page.newestItemOn],
    ['ICP备案号', identity.icp],
    ['公安备案号', identity.police],
    ['网站标识码', identity.siteCode],
    ['主办单位', identity.organiser],
    ['需要浏览器', page.needsBrowser],
    ['拦截', page.challenge],
    ['空白页', page.emptyBecause],
  ];
  const lines = facts.flatMap(([name, value]) => (value === null ? [] : [`${name}：${clip(stripControl(value), 200)}`]));
  const found = foundItems(page.items).flatMap(([item, sightings]) => [
    `${itemTitles[item]}（${item}）`,
    ...sightings.slice(0, 5).map(seen),
  ]);
  const ways = [...new Set(page.umbrellas.map(({ text }) => clip(stripControl(text), 30)))];
  return [
    ...lines,
    '',
    ...(found.length > 0 ? found : ['没有认出任何公开事项。']),
    ...(ways.length > 0 ? ['', `可能通向公开事项的入口：${ways.join('、')}`] : []),
    '',
  ].join('\n');
}

const seen = ({ text, url, href, where }: Sighting): string =>
  `  ${whereTitles[where]}  ${clip(stripControl(text), 60)}  ${clip(stripControl(url ?? href), 120)}`.trimEnd();
