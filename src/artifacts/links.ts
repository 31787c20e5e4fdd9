import type { Link, Page } from '../model/artifacts.ts';
import { type LinkVerdict, okLink } from '../model/link-cause.ts';
import type { Look, Snapshot } from '../model/snapshot.ts';
import { urlKey } from '../text/urls.ts';
import { challengeOf } from './challenge.ts';
import { causeOf } from './link-verdict.ts';
import { httpsFormToTry, onlyOverHttps } from './only-https.ts';
import type { ReadSite } from './read-site.ts';
import { type Steadiness, steadiness } from './steady-hosts.ts';
import { troubleOnTheWay } from './trouble.ts';

/** Every link that was tried, with the verdict on it. Pages that were read count as tried. */
export function linksOf(snapshot: Snapshot, site: ReadSite): readonly Link[] {
  const onHome = new Set(site.home?.anchors.flatMap(({ url }) => (url === null ? [] : [urlKey(url)])) ?? []);
  const foundOn = referrers(site);
  const isOwn = (url: string) => site.belonging.ofUrl(url) === 'own';
  const hosts = steadiness(snapshot.looks, isOwn);
  return snapshot.looks
    .filter(({ purpose, foundOn: from }) => purpose !== 'baseline' && from !== null)
    .map(look => ({
      url: look.url,
      text: look.anchorText ?? '',
      foundOn: foundOn.get(urlKey(look.url)) ?? [look.foundOn!],
      onHomePage: onHome.has(urlKey(look.url)),
      external: !isOwn(look.url),
      ...verdictOf(look, site.byUrl.get(look.url), site, hosts),
      look,
    }));
}

/**
 * A link is broken only when its address leads nowhere. What shows another page than was promised, an error page in disguise or the home
 * page, is for a person to see. Every other fault of a page is judged by the check of what it should hold.
 */
function verdictOf(look: Look, page: Page | undefined, site: ReadSite, hosts: Steadiness): LinkVerdict {
  const trouble = page ? page.trouble : troubleOnTheWay(look);
  if (trouble?.kind === 'dead') return { verdict: 'broken', cause: causeOf(look), reason: trouble.reason };
  if (trouble?.kind === 'soft-404') return { verdict: 'suspect', cause: 'soft-404', reason: trouble.reason };
  if (trouble?.kind === 'unsure' && (look.failure !== null || (look.status ?? 0) >= 400)) {
    if (look.failure && isOpenOverHttps(look, site)) return onlyOverHttps(look.failure.cause);
    const fault = isWall(look, page) ? null : hosts.faultOf(look);
    return fault ?? { verdict: 'unsure', cause: causeOf(look), reason: trouble.reason };
  }
  return jumpsHome(look, site) ? { verdict: 'suspect', cause: 'home', reason: '跳转到首页' } : okLink;
}

/** The crawl asks the https form of another site's address that did not answer over plain http. */
function isOpenOverHttps({ url, failure }: Look, { lookByUrl }: ReadSite): boolean {
  const form = httpsFormToTry(url, failure?.cause ?? null);
  const status = form === null ? null : (lookByUrl.get(form)?.status ?? null);
  return status !== null && status < 400;
}

/** Of a link that was only tried, the head alone can tell. */
const isWall = ({ status, headers }: Look, page: Page | undefined): boolean =>
  page ? page.challenge !== null : status !== null && challengeOf('', '', { status, headers }) !== null;

/** It promises something else than the home page, and shows the home page. The root and the index file of a host promise nothing else. */
function jumpsHome({ url, finalUrl, anchorText }: Look, { homeUrls, belonging }: ReadSite): boolean {
  if (!homeUrls.has(finalUrl) || homeUrls.has(url) || root.test(new URL(url).pathname)) return false;
  const text = anchorText ?? '';
  return text !== '' && !homeWords.test(text) && !belonging.names(text);
}

const root = /^\/(?:(?:index|default|home|main)\.\w+)?$/i;
const homeWords = /首页|主页|门户|官网|电脑版|手机版|移动版|旧版|新版|home|index/i;

function referrers({ pages }: ReadSite): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const { anchors, look } of pages)
    for (const key of new Set(anchors.flatMap(({ url }) => (url === null ? [] : [urlKey(url)]))))
      found.set(key, [...(found.get(key) ?? []), look.finalUrl].slice(0, 20));
  return found;
}
