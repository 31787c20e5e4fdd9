import type { Candidate, Page, Trouble } from '../model/artifacts.ts';
import { type ItemKey, itemKeys } from '../model/item.ts';
import type { Sighting } from '../model/page-reading.ts';
import type { ItemVocabulary } from '../model/vocabulary.ts';
import { offersDocument } from '../text/document-address.ts';
import { normalise } from '../text/normalise.ts';
import { statementIn } from '../text/sentences.ts';
import { isAbout } from './about.ts';
import { looksLikeHome } from './looks-like-home.ts';
import { documentAt, documentsOf, restsOnFiles, troubleOfFiles } from './offered-documents.ts';
import { levelTrouble } from './other-level.ts';
import { othersDocument } from './others-document.ts';
import type { ReadSite } from './read-site.ts';
import { waysOn } from './ways.ts';

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
  const base = { item, text: sighting.text, foundOn: page.look.finalUrl, where: sighting.where, listedOn };
  const nothing = { target: null, look: null, documents: [], restsOnDocuments: false };
  if (sighting.where === 'self') {
    const seen = { ...base, url: page.look.finalUrl, ...behindPage(page, site) };
    const trouble = troubleOfContent(page, site) ?? troubleBehind(page, item, words, site, new Set());
    return { ...seen, trouble: trouble ?? levelTrouble(seen, site.belonging) };
  }
  if (sighting.where === 'element') return { ...base, ...nothing, url: sighting.url, trouble: null };
  if (sighting.url === null) return { ...base, ...nothing, url: null, trouble: { kind: 'unsure', reason: '链接没有地址，由脚本打开' } };

  const target = site.byUrl.get(sighting.url);
  const behind = target ? behindPage(target, site) : behindLink(sighting.url, sighting.text, site);
  const seen = { ...base, url: sighting.url, ...behind };
  return { ...seen, trouble: troubleAt(sighting.url, item, words, site, new Set()) ?? levelTrouble(seen, site.belonging) };
}

type Behind = Pick<Candidate, 'target' | 'look' | 'documents' | 'restsOnDocuments'>;

/** An address that was not read as a page is a file when it came as one, or goes by the name of one; else it is a page nobody opened. */
function behindLink(url: string, text: string, site: ReadSite): Behind {
  const file = documentAt(url, text, site);
  const isFile = file.reading !== null || offersDocument({ url, text });
  return { target: null, look: file.look, documents: isFile ? [file] : [], restsOnDocuments: isFile };
}

function behindPage(target: Page, site: ReadSite): Behind {
  const documents = documentsOf(target, site);
  return { target, look: target.look, documents, restsOnDocuments: restsOnFiles(target, documents) };
}

/** What is wrong with an address as the place of an item. `passed`: addresses on the way there, so that none is followed twice. */
function troubleAt(url: string, item: ItemKey, words: ItemVocabulary, site: ReadSite, passed: ReadonlySet<string>): Trouble | null {
  const target = site.byUrl.get(url);
  if (!target) return documentAt(url, '', site).trouble;
  return troubleOfTarget(target, item, words, site) ?? troubleBehind(target, item, words, site, passed);
}

/** A page that is nothing but the way to others of the same item is worth what is behind them; what was not read there says nothing. */
function troubleBehind(page: Page, item: ItemKey, words: ItemVocabulary, site: ReadSite, passed: ReadonlySet<string>): Trouble | null {
  const { finalUrl } = page.look;
  const ways = passed.has(finalUrl) ? [] : waysOn(page, item);
  const troubles = ways.map(({ text, url }) => ({ text, trouble: troubleAt(url, item, words, site, new Set([...passed, finalUrl])) }));
  if (troubles.some(({ trouble }) => trouble === null || trouble.kind === 'unsure' || trouble.kind === 'off-topic')) return null;
  const [first] = troubles;
  return first ? { kind: first.trouble!.kind, reason: `要再点“${first.text}”，${first.trouble!.reason}` } : null;
}

/** The link's own words were read; the target must prove them. */
function troubleOfTarget(target: Page, item: ItemKey, words: ItemVocabulary, site: ReadSite): Trouble | null {
  if (isHome(target, site)) return homeTrouble(item, site);
  if (target.trouble?.kind === 'wrong-unit' && isSharedPlatform(target, item))
    return { kind: 'unsure', reason: '指向财政部门的统一平台，未逐项查看' };
  if (target.trouble?.kind === 'empty' && item === 'catalog' && showsTree(target, site))
    return { kind: 'unsure', reason: '页面上只有各栏目的菜单，可能就是目录，需人工核对' };
  if (target.trouble) return target.trouble;
  if (target.look.truncated) return { kind: 'unsure', reason: '页面没有传完整' };
  if (site.belonging.ofUrl(target.look.finalUrl) === 'foreign' && !namesUnit(target, site))
    return { kind: 'wrong-unit', reason: '是其他单位网站的页面' };
  const inContent = troubleOfContent(target, site);
  if (inContent) return inContent;
  if (!isAbout(target, item, words)) return { kind: 'off-topic', reason: '页面内容与栏目名称不符' };
  return null;
}

/** The home page under any address: the same bytes, or a page that looks like it. */
function isHome(target: Page, { home, homeUrls }: ReadSite): boolean {
  if (homeUrls.has(target.look.finalUrl)) return true;
  return home !== null && (target.look.bodySha256 === home.look.bodySha256 || looksLikeHome(target, home));
}

/** Where the unit's site is a section of a platform, its entrance may itself be the catalogue. */
const homeTrouble = (item: ItemKey, { home }: ReadSite): Trouble =>
  item === 'catalog' && home && new URL(home.look.finalUrl).pathname.split('/').length > 2
    ? { kind: 'unsure', reason: '链接指向本单位专栏的首页，需人工核对' }
    : { kind: 'home', reason: '链接指向首页' };

/** Links to the contents of a catalogue that the home page does not show. A catalogue may be the menu of its section. */
function showsTree({ items }: Page, { home }: ReadSite): boolean {
  const onHome = new Set(home?.anchors.map(({ url }) => url));
  const isListed = (key: ItemKey) => items[key]?.some(({ url, where }) => where !== 'self' && url !== null && !onHome.has(url)) === true;
  return itemKeys.filter(key => !fixedParts.has(key) && isListed(key)).length >= leastContents;
}

/** They stand beside the catalogue, not in it. */
const fixedParts: ReadonlySet<ItemKey> = new Set([
  'guide',
  'institution',
  'catalog',
  'annual_report',
  'request_channel',
  'site_map',
  'accessibility',
  'find_errors',
]);
const leastContents = 3;

/** Budgets of all units are often published together by the finance bureau: its platform is nobody's mistake. */
const isSharedPlatform = (target: Page, item: ItemKey) =>
  (item === 'budget' || item === 'final_accounts' || item === 'three_public') && /财政[局厅部]/.test(target.trouble?.reason ?? '');

/** What is said is another unit's (a document copied with its text, a statement that somebody else has nothing), or is not there. */
function troubleOfContent(page: Page, site: ReadSite): Trouble | null {
  const { belonging } = site;
  const statement = statementIn(page.own.text);
  const other = statement && belonging.foreignOwnerOf(statement.text);
  if (other) return { kind: 'wrong-unit', reason: `只有一句说明，说的是${other}` };
  const owner = othersDocument(page, belonging);
  return owner === null ? troubleOfFiles(page, documentsOf(page, site)) : { kind: 'wrong-unit', reason: `正文写的是${owner}` };
}

const namesUnit = ({ title, headings, breadcrumb, text }: Page, { belonging }: ReadSite) =>
  belonging.names([title, ...headings, ...breadcrumb, text.slice(0, 2000)].join(' '));
