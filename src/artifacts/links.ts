import type { Link, Trouble } from '../model/artifacts.ts';
import type { Look, Snapshot } from '../model/snapshot.ts';
import type { LinkVerdict } from './link-verdict.ts';
import type { ReadSite } from './read-site.ts';
import { troubleOnTheWay } from './trouble.ts';

/** Every link that was tried, with the verdict on it. Pages that were read count as tried. */
export function linksOf(snapshot: Snapshot, site: ReadSite): readonly Link[] {
  const onHome = new Set(site.home?.anchors.flatMap(({ url }) => url ?? []) ?? []);
  const foundOn = referrers(site);
  return snapshot.looks
    .filter(({ purpose, foundOn: from }) => purpose !== 'baseline' && from !== null)
    .map(look => {
      const page = site.byUrl.get(look.url);
      const trouble = page ? page.trouble : troubleOnTheWay(look);
      return {
        url: look.url,
        text: look.anchorText ?? '',
        foundOn: foundOn.get(look.url) ?? [look.foundOn!],
        onHomePage: onHome.has(look.url),
        external: site.belonging.ofUrl(look.url) !== 'own',
        ...verdictOf(trouble, look),
        look,
      };
    });
}

/** A link is broken only when its address leads nowhere; a page with other faults, such as a jump to the home page, is judged by other checks. */
function verdictOf(trouble: Trouble | null, look: Look): LinkVerdict {
  if (trouble?.kind === 'dead') return { verdict: 'broken', reason: trouble.reason };
  if (trouble?.kind === 'soft-404') return { verdict: 'suspect', reason: trouble.reason };
  if (trouble?.kind === 'unsure' && (look.failure !== null || (look.status ?? 0) >= 400))
    return { verdict: 'unsure', reason: trouble.reason };
  return { verdict: 'ok', reason: '' };
}

function referrers({ pages }: ReadSite): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const { anchors, look } of pages)
    for (const url of new Set(anchors.flatMap(({ url }) => url ?? [])))
      found.set(url, [...(found.get(url) ?? []), look.finalUrl].slice(0, 20));
  return found;
}
