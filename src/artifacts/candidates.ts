import type { Candidate, Page, Trouble } from '../model/artifacts.ts';
import { type ItemKey, itemKeys } from '../model/item.ts';
import type { Sighting } from '../model/page-reading.ts';
import type { ItemVocabulary } from '../model/vocabulary.ts';
import { normalise } from '../text/normalise.ts';
import { isAbout } from './about.ts';
import type { ReadSite } from './read-site.ts';
import { troubleOnTheWay } from './trouble.ts';

/** Candidates by item; an item nobody claims is absent. */
export type CandidateMap = Readonly<Partial<Record<ItemKey, readonly Candidate[]>>>;

/**
 * Every place on the readable pages that claims to be an item of this unit, with what stands behind it (law 3).
 * One candidate per item and target: the same menu on a hundred pages is one claim.
 */
export function candidatesOf(readable: readonly Page[], site: ReadSite, words: ReadonlyMap<ItemKey, ItemVocabulary>): CandidateMap {
  const found: Partial<Record<ItemKey, readonly Candidate[]>> = {};
  for (const item of itemKeys) {
    const vocabulary = words.get(item);
    if (!vocabulary) continue;
    const seen = new Set<string>();
    const claims: Candidate[] = [];
    for (const page of readable) {
      const isOwn = site.belonging.ofUrl(page.look.finalUrl) === 'own';
      const sightings = page.items[item] ?? [];
      const isItem = sightings.some(({ where }) => where === 'self');
      for (const sighting of sightings) {
        // On its own page a column's name often stands without an address.
        if (isItem && sighting.url === null && sighting.where !== 'self') continue;
        // On a shared platform, and beside other units' documents, only what names this unit is its own.
        if (!isOwn && !site.belonging.names(sighting.text)) continue;
        if (site.belonging.foreignNameIn(sighting.text) !== null) continue;
        const key = sighting.where === 'self' ? page.look.finalUrl : (sighting.url ?? `${sighting.where} ${sighting.text}`);
        if (seen.has(key)) continue;
        seen.add(key);
        claims.push(candidateFrom(item, sighting, page, site, vocabulary));
      }
    }
    if (claims.length > 0) found[item] = withoutEchoes(claims);
  }
  return found;
}

/** Words without an address say nothing beside the same words with one; other words may be what is looked for. */
function withoutEchoes(claims: readonly Candidate[]): readonly Candidate[] {
  const addressed = new Set(claims.filter(({ url }) => url !== null).map(({ text }) => normalise(text)));
  return claims.filter(({ url, text }) => url !== null || !addressed.has(normalise(text)));
}

function candidateFrom(item: ItemKey, sighting: Sighting, page: Page, site: ReadSite, words: ItemVocabulary): Candidate {
  const listedOn = page.rows.find(({ url, date }) => url === sighting.url && date !== null)?.date ?? null;
  const base = { item, text: sighting.text, foundOn: page.look.finalUrl, where: sighting.where, listedOn, look: null };
  if (sighting.where === 'self')
    return { ...base, url: page.look.finalUrl, target: page, trouble: troubleOfText(page, site), look: page.look };
  if (sighting.where === 'element') return { ...base, url: sighting.url, target: null, trouble: null };
  if (sighting.url === null) return { ...base, url: null, target: null, trouble: { kind: 'unsure', reason: '链接没有地址，由脚本打开' } };

  const target = site.byUrl.get(sighting.url) ?? null;
  const trouble = target ? troubleOfTarget(target, item, words, site) : troubleWithoutPage(sighting.url, site);
  return { ...base, url: sighting.url, target, trouble, look: target?.look ?? site.lookByUrl.get(sighting.url) ?? null };
}

/** The link's own words were read; the target must prove them. */
function troubleOfTarget(target: Page, item: ItemKey, words: ItemVocabulary, site: ReadSite): Trouble | null {
  if (isHome(target, site)) return homeTrouble(item, site);
  if (target.trouble?.kind === 'wrong-unit' && isSharedPlatform(target, item))
    return { kind: 'unsure', reason: '指向财政部门的统一平台，未逐项查看' };
  if (target.trouble) return target.trouble;
  if (target.look.truncated) return { kind: 'unsure', reason: '页面没有传完整' };
  if (site.belonging.ofUrl(target.look.finalUrl) === 'foreign' && !namesUnit(target, site))
    return { kind: 'wrong-unit', reason: '是其他单位网站的页面' };
  const inText = troubleOfText(target, site);
  if (inText) return inText;
  if (!isAbout(target, item, words)) return { kind: 'off-topic', reason: '页面内容与栏目名称不符' };
  return null;
}

/** The home page under any address: the same bytes, or a page that is a home page under the same title. */
function isHome(target: Page, { home, homeUrls }: ReadSite): boolean {
  if (homeUrls.has(target.look.finalUrl)) return true;
  if (!home) return false;
  return target.look.bodySha256 === home.look.bodySha256 || (target.kind === 'home' && target.title === home.title);
}

/** Where the unit's site is a section of a platform, its entrance may itself be the catalogue. */
const homeTrouble = (item: ItemKey, { home }: ReadSite): Trouble =>
  item === 'catalog' && home && new URL(home.look.finalUrl).pathname.split('/').length > 2
    ? { kind: 'unsure', reason: '链接指向本单位专栏的首页，需人工核对' }
    : { kind: 'home', reason: '链接指向首页' };

/** Budgets of all units are often published together by the finance bureau: its platform is nobody's mistake. */
const isSharedPlatform = (target: Page, item: ItemKey) =>
  (item === 'budget' || item === 'final_accounts' || item === 'three_public') && /财政[局厅部]/.test(target.trouble?.reason ?? '');

/** A document that names this unit nowhere, and at its head or as its institution another one, is the other's: copied with its text. */
function troubleOfText({ kind, text }: Page, { belonging }: ReadSite): Trouble | null {
  if (!documents.has(kind)) return null;
  const foreign = belonging.foreignOwnerOf(text);
  if (!foreign) return null;
  const institution = /(?:工作机构|机构名称|受理机构|公开机构)(?:名称)?[：:为]?.{0,16}/gu;
  const head = [text.slice(0, 80), ...(text.match(institution) ?? [])].join(' ');
  return belonging.foreignOwnerOf(head) === foreign ? { kind: 'wrong-unit', reason: `正文写的是${foreign}` } : null;
}

const documents: ReadonlySet<Page['kind']> = new Set(['guide', 'annual_report', 'budget', 'request_channel', 'article']);

const namesUnit = ({ title, headings, breadcrumb, text }: Page, { belonging }: ReadSite) =>
  belonging.names([title, ...headings, ...breadcrumb, text.slice(0, 2000)].join(' '));

/** A target that was not read as a page: a document that answered is the thing itself; the rest was not looked at. */
function troubleWithoutPage(url: string, site: ReadSite): Trouble | null {
  const look = site.lookByUrl.get(url);
  if (!look) return { kind: 'unsure', reason: '目标页面未查看' };
  const trouble = troubleOnTheWay(look);
  if (trouble) return trouble;
  // A link that was only tried was not read: its look has no body, which says nothing of the page.
  if (look.purpose !== 'page') return { kind: 'unsure', reason: '目标页面未查看' };
  if (look.truncated) return { kind: 'unsure', reason: '文件没有传完整' };
  return look.bytes === 0 ? { kind: 'empty', reason: '文件是空的' } : null;
}
