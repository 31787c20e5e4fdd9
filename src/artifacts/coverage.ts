import type { Coverage, Page } from '../model/artifacts.ts';
import { type ItemKey, itemKeys } from '../model/item.ts';
import { type Snapshot, type StopReason, stopReasons } from '../model/snapshot.ts';
import { delayNotes } from './delay-notes.ts';
import { entranceNotes, openedAs } from './entrances.ts';
import { isShell, type ReadSite } from './read-site.ts';
import { troubleOnTheWay } from './trouble.ts';

/** From this interest upwards an unvisited link could have held an item: the menu of the home page counts. */
const interestThatMatters = 30;
/** A home page with fewer links than this was not seen whole. */
const enoughLinks = 10;

/** How far the look went, and where it could not go: the proof that law 1 asks for behind every `fail`. */
export function coverageOf(snapshot: Snapshot, own: readonly Page[], site: ReadSite): Coverage {
  const entrances = [...(site.home ? [site.home] : []), ...own.filter(({ kind }) => kind === 'disclosure_landing')];
  const linksSeen = new Set(entrances.flatMap(({ anchors }) => anchors.flatMap(({ url }) => url ?? []))).size;
  return {
    pagesRead: own.length,
    linksSeen,
    stoppedBecause: snapshot.stoppedBecause,
    gap:
      startGap(snapshot, site) ??
      movedGap(site) ??
      shellGap(own) ??
      generalGap(snapshot, own.length, linksSeen) ??
      refusedGap(own.length, site),
    gapsByItem: Object.fromEntries(
      itemKeys.flatMap(item => {
        const gap = gapOf(item, own, site);
        return gap ? [[item, gap]] : [];
      }),
    ),
    unvisited: snapshot.unvisited,
    notes: [...entranceNotes(snapshot.entrances), ...delayNotes(snapshot.delays)],
  };
}

/** A start address that did not answer, or a home page that came only in part, may have shown anything. */
function startGap(snapshot: Snapshot, site: ReadSite): string | null {
  for (const url of snapshot.startUrls.map(start => openedAs(snapshot, start))) {
    const look = site.lookByUrl.get(url);
    const reason = look ? troubleOnTheWay(look)?.reason : '没有访问';
    if (reason) return `${url} ${reason}`;
    if (look?.truncated) return `${url} 没有传完整`;
  }
  if (site.home?.look.truncated) return `${site.home.look.finalUrl} 没有传完整`;
  return null;
}

/** On a new host only the directory of the first page is known to be the unit's: its other pages may lie beside it. */
function movedGap({ movedTo }: ReadSite): string | null {
  return movedTo === null || new URL(movedTo).pathname === '/' ? null : `网站已转到${movedTo}，名单没有写明新网址的范围`;
}

/** Most of what was asked for was refused: what was seen is not the site. */
function refusedGap(pagesRead: number, { pages, belonging }: ReadSite): string | null {
  const refused = pages.filter(({ trouble, look }) => trouble?.kind === 'unsure' && belonging.ofUrl(look.finalUrl) === 'own').length;
  return refused > pagesRead ? `${refused}个页面被拒绝访问或未能读取，只读到${pagesRead}个页面` : null;
}

/** A home or disclosure page filled by script may show anything. */
function shellGap(own: readonly Page[]): string | null {
  const shell = own.find(page => isShell(page) && (page.look.foundOn === null || page.kind === 'disclosure_landing'));
  return shell ? `${shell.look.foundOn === null ? '首页' : `“${shell.title}”`}${shell.trouble!.reason}` : null;
}

const cutShort: ReadonlySet<StopReason> = new Set(['interrupted', 'blocked', 'unreachable']);

function generalGap(snapshot: Snapshot, pagesRead: number, linksSeen: number): string | null {
  if (pagesRead === 0) return '没有读到本单位的页面';
  if (linksSeen < enoughLinks) return `首页和公开专栏只读到${linksSeen}个链接，可能没有看全`;
  const missed = snapshot.unvisited.filter(({ interest, reason }) => interest >= interestThatMatters && reason !== 'trap').length;
  if (cutShort.has(snapshot.stoppedBecause)) return `${stopReasons[snapshot.stoppedBecause]}，没有看完`;
  if (missed > 0) return `尚有${missed}个相关页面未查看（${stopReasons[snapshot.stoppedBecause]}）`;
  return null;
}

/** The first umbrella column that could hold the item and that could not be read, or a link to it that nobody sees. */
function gapOf(item: ItemKey, own: readonly Page[], site: ReadSite): string | null {
  for (const page of own) {
    const isEntrance = page.kind === 'disclosure_landing' || page.look.foundOn === null;
    const concealed = page.concealed.find(({ items, why }) => items.includes(item) && (why === 'unseen' || isEntrance));
    if (concealed) return `“${concealed.text}”${whyConcealed[concealed.why]}`;
    for (const { text, url, covers } of page.umbrellas) {
      if (url === null || !covers.includes(item)) continue;
      const reason = unreadable(url, site);
      if (reason) return `“${text}”栏目${reason}`;
    }
  }
  return null;
}

const whyConcealed = { unseen: '链接在页面上看不见，可能要由脚本显示', unlinked: '在页面上不是链接，可能要由脚本打开' };

function unreadable(url: string, site: ReadSite): string | null {
  const page = site.byUrl.get(url);
  if (page) return page.trouble?.kind === 'unsure' ? page.trouble.reason : null;
  const look = site.lookByUrl.get(url);
  if (!look) return '未查看';
  const trouble = troubleOnTheWay(look);
  if (trouble) return trouble.kind === 'unsure' ? trouble.reason : null;
  // That it answers was tried; what stands there was not read.
  return look.purpose === 'link' && site.belonging.ofUrl(look.finalUrl) === 'own' ? '未查看' : null;
}
