import type { DomElement } from './dom.ts';

/** A box under one of these headings lists other people's sites. */
export const isFriendHeading = (heading: string): boolean => friendHeading.test(heading.replace(/[\s|:：>]+/g, ''));

const friendHeading =
  /^(?:(?:友情|相关|友好|外部|常用|快速|快捷|其他|有关|推荐|合作|网站|政府|政府网站|站点|专业|部门)(?:网站|站点)?(?:链接|连接)|(?:相关|外部|友情|推荐|常用|其他)(?:网站|网址|站点)|(?:[^网]{0,12}(?:部门|部委|政府|机关|单位|省区?市|市县|县区|区县|各市|各县|直属|机构|媒体|地方|国内|省内|市内))(?:政府)?(?:网站|门户网?站?)(?:群|链接|导航|集群)?|网站群|政府网站(?:群|导航|集群|大全)?)$/;

interface GroupedLink {
  readonly text: string;
  readonly url: string | null;
}

/**
 * A list of links to other organs: most are names of organs and sites, or they lead to many other hosts and a good part
 * of them are such names. Lists of documents on many hosts (the budgets of all departments) are none.
 */
export function isFriendGroup(links: readonly GroupedLink[], url: string): boolean {
  if (links.length < 5) return false;
  const named = links.filter(({ text }) => organ.test(text.replace(/[·•▪\s]+/g, ''))).length / links.length;
  if (named >= 0.7) return true;
  const own = hostOf(url);
  const foreign = links.flatMap(link => (link.url === null || hostOf(link.url) === own ? [] : [hostOf(link.url)]));
  return named >= 0.3 && new Set(foreign).size >= 4 && foreign.length >= links.length * 0.7;
}

/** A drop-down list of which most entries lead elsewhere. */
export function isForeignSelect(links: readonly GroupedLink[], url: string): boolean {
  const own = hostOf(url);
  return links.filter(link => link.url !== null && hostOf(link.url) !== own).length > links.length / 2;
}

const organ = /^.{1,19}(?:[局委厅办部院署会网社府]|网站|委员会|门户|集团|大学|学院|日报|中心|管委会)(?:\(.*\)|（.*）)?$/;
const hostOf = (address: string) => (URL.parse(address)?.host ?? '').replace(/^www\./, '');

const listTags = new Set(['ul', 'ol', 'dl', 'table', 'map', 'select']);

/** The list that holds a link, else the element around it. */
export function groupOf(link: DomElement): DomElement | null {
  let around = link.parent;
  for (let i = 0; i < 4 && around?.type === 'tag'; i++) {
    if (listTags.has(around.name)) return around;
    around = around.parent;
  }
  return link.parent?.type === 'tag' ? link.parent : null;
}
