import type { Trouble } from '../model/artifacts.ts';
import { failureTitles } from '../model/fetch-outcome.ts';
import type { PageReading } from '../model/page-reading.ts';
import type { Look } from '../model/snapshot.ts';
import { partsOfTitle } from '../text/page-title.ts';
import { isStatement, offersContact } from '../text/sentences.ts';
import { type Baseline, looksLikeBaseline } from './baseline.ts';
import type { Belonging } from './belonging.ts';
import { certificateTrouble } from './certificate-trouble.ts';
import { tellsOfError, tellsOfOutage } from './empty-page.ts';
import { hasPagesBelow } from './pages-below.ts';
import { textBesideNames } from './text-beside-names.ts';

/** What must be known to tell whether a page is the page that its link promised. */
export interface TroubleContext {
  readonly belonging: Belonging;
  /** Addresses that show the home page, after redirects. */
  readonly homeUrls: ReadonlySet<string>;
  /** How each host answers an address that cannot exist; by host name. */
  readonly baselines: ReadonlyMap<string, Baseline>;
}

/** Failures after which the address is known to lead nowhere; every other failure says only that we could not look. */
const deadFailures: ReadonlySet<string> = new Set(['dns', 'redirect-loop', 'too-many-redirects', 'bad-redirect']);

/** A name server that gave no answer has not said that the name does not exist. */
const isForNow = (detail: string): boolean => /EAI_AGAIN|ESERVFAIL|EREFUSED/.test(detail);

/** A page that did not answer with itself. Reads the way there only, not yet the content. */
export function troubleOnTheWay(look: Look): Trouble | null {
  if (look.failure) {
    const { cause, detail } = look.failure;
    if (cause === 'tls') return { kind: 'unsure', reason: certificateTrouble(detail) };
    return { kind: deadFailures.has(cause) && !isForNow(detail) ? 'dead' : 'unsure', reason: failureTitles[cause] };
  }
  const status = look.status ?? 0;
  if (status === 404 || status === 410) return { kind: 'dead', reason: `返回${status}（页面不存在）` };
  if (status === 429) return { kind: 'unsure', reason: '网站限制访问频率（429）' };
  if (status >= 500) return { kind: 'unsure', reason: `服务器出错（${status}）` };
  if (status >= 400) return { kind: 'unsure', reason: `网站拒绝自动访问（${status}）` };
  // A redirect was followed before; what is left of these (300, 304 to a question that set no condition) is no page.
  if (status >= 300) return { kind: 'unsure', reason: `服务器的应答不明（${status}）` };
  return null;
}

/** Why a fetched page is not the right page; null when it is. The order matters: a wall is never called an empty page. */
export function troubleOf(look: Look, reading: PageReading, context: TroubleContext): Trouble | null {
  if (reading.challenge) return { kind: 'unsure', reason: `被安全防护拦截（${reading.challenge}）` };
  const onTheWay = troubleOnTheWay(look);
  if (onTheWay) return onTheWay;

  if (context.homeUrls.has(look.finalUrl) && !context.homeUrls.has(look.url)) return { kind: 'home', reason: '跳转到了首页' };
  if (reading.emptyBecause && tellsOfOutage(reading.emptyBecause))
    return { kind: 'unsure', reason: `网站暂停服务（“${reading.emptyBecause}”）` };
  if (reading.emptyBecause && tellsOfError(reading.emptyBecause))
    return { kind: 'soft-404', reason: `显示“${reading.emptyBecause}”，实为错误页` };
  const baseline = context.baselines.get(new URL(look.finalUrl).hostname);
  // Hosts of others may answer every address alike (registers, counters): only where the unit's pages are is that a fault.
  const isOurs = context.belonging.ofUrl(look.finalUrl) !== 'unknown';
  if (baseline && isOurs && !context.homeUrls.has(look.finalUrl) && looksLikeBaseline(look, reading, baseline))
    return { kind: 'soft-404', reason: '与该网站对不存在地址的应答相同，实为错误页' };

  const isHome = context.homeUrls.has(look.finalUrl);
  const foreign = isHome ? null : foreignOwner(look, reading, context);
  if (foreign) return { kind: 'wrong-unit', reason: `是${foreign}的页面` };
  if (reading.needsBrowser) return { kind: 'unsure', reason: `页面内容由脚本生成（${reading.needsBrowser}），未能读取` };
  if (isStatement(reading.text)) return null;
  if (reading.emptyBecause && offersContact(reading.text)) return unclear(reading.emptyBecause);
  if (reading.emptyBecause) return { kind: 'empty', reason: `页面没有内容（“${reading.emptyBecause}”）` };
  // A home page may be nothing but an entrance to its columns.
  if (!isHome && isBlank(reading) && reading.pictures) return { kind: 'unsure', reason: '内容是图片或嵌入的文件，未能读取' };
  if (!isHome && isBlank(reading) && !hasPagesBelow(look.finalUrl, reading.anchors)) return { kind: 'empty', reason: '页面没有内容' };
  return null;
}

/**
 * Whose page it says it is. The template puts the own site's name behind every title, and lists carry other units' headlines,
 * so on the unit's own address only the name of the page itself speaks: what stands before the site's name, or a heading.
 */
function foreignOwner(look: Look, { title, headings, breadcrumb, kind }: PageReading, { belonging }: TroubleContext): string | null {
  const names = [partsOfTitle(title)[0], ...headings.slice(0, 2)];
  if (belonging.ofUrl(look.finalUrl) !== 'own') return belonging.foreignNameIn([title, ...names, ...breadcrumb].join(' '));
  if (collections.has(kind)) return null;
  return names.map(name => belonging.foreignNameIn(name)).find(name => name !== null) ?? null;
}

/** Pages that show other pages' headlines. */
const collections: ReadonlySet<PageReading['kind']> = new Set(['home', 'list', 'disclosure_landing']);

/** It says where readers shall turn instead: whether that is enough is for a person to judge. `sentence`: as shown. */
export const unclear = (sentence: string): Trouble => ({ kind: 'unsure', reason: `页面只写了“${sentence}”，需人工核对` });

/** A page with fewer letters of its own than this says nothing. */
export const leastText = 4;

const isBlank = (reading: PageReading) =>
  reading.text.length < 30 &&
  textBesideNames(reading).length < leastText &&
  reading.rows.length === 0 &&
  !reading.fillings.some(({ kind }) => kind === 'field') &&
  reading.anchors.every(
    ({ place, where, visibility }) => visibility === 'hidden' || (place !== 'content' && place !== 'row' && where !== 'frame'),
  );
