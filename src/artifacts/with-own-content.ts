import type { Page } from '../model/artifacts.ts';
import type { Belonging } from './belonging.ts';
import { blankness } from './blank-page.ts';
import { ownContents } from './own-content.ts';
import { hasPagesBelow } from './pages-below.ts';

interface SiteContext {
  readonly belonging: Belonging;
  /** Addresses that show the home page. */
  readonly homeUrls: ReadonlySet<string>;
}

/** Each page with what is its own. A page of the unit that answered as itself and has nothing of its own gets the trouble that it is blank. */
export function withOwnContent(pages: readonly Omit<Page, 'own'>[], { belonging, homeUrls }: SiteContext): readonly Page[] {
  const shown = pages.filter(
    ({ look, challenge }) => (look.status ?? 0) < 400 && challenge === null && belonging.ofUrl(look.finalUrl) === 'own',
  );
  const contents = ownContents(shown);
  const frames = new Set(
    shown.flatMap(({ anchors }) => anchors.flatMap(({ where, url }) => (where === 'frame' && url !== null ? [url] : []))),
  );
  const above = new Set(shown.flatMap(({ breadcrumb }) => breadcrumb.slice(0, -1)));
  return pages.map(page => {
    const { look, kind, text, anchors: links, rows, fillings, breadcrumb, title } = page;
    const own = contents.get(look.finalUrl) ?? { text, links, rows, fillings, doubtful: 0 };
    const isPart = frames.has(look.url) || frames.has(look.finalUrl);
    const isJudged = page.trouble === null && contents.has(look.finalUrl) && !isPart && !homeUrls.has(look.finalUrl) && kind !== 'home';
    if (!isJudged) return { ...page, own };
    const trouble = blankness(own, {
      text,
      isAboveOthers: above.has(breadcrumb.at(-1) ?? title) || hasPagesBelow(look.finalUrl, page.anchors),
    });
    // What a page shows beside the place that a script fills is there; what it does not show may be there too.
    const needsBrowser = trouble?.kind === 'unsure' ? (page.needsBrowser ?? trouble.reason) : page.needsBrowser;
    return { ...page, own, trouble, needsBrowser };
  });
}
