import type { Anchor } from '../model/page-reading.ts';
import type { DomElement } from './nodes.ts';

type Place = Anchor['place'];

/**
 * The part of the page an element opens, told by its tag and by the names its author gave it; null when it tells nothing.
 * A name counts only as a whole word of a class or id (`foot_box`, `mainNav`), so that `football` is no footer.
 */
export function placeOf({ name, attribs }: DomElement): Place | null {
  if (name === 'footer') return 'footer';
  if (name === 'nav' || attribs.role === 'navigation') return 'navigation';
  if (name === 'body' || name === 'html' || (!attribs.class && !attribs.id)) return null;
  return placeNamed(`${attribs.class ?? ''} ${attribs.id ?? ''}`);
}

const known = new Map<string, Place | null>();

/** Pages repeat the same few class names thousands of times. */
function placeNamed(written: string): Place | null {
  const place = known.get(written);
  if (place !== undefined) return place;
  if (known.size > 5000) known.clear();
  const found = judge(written);
  known.set(written, found);
  return found;
}

function judge(written: string): Place | null {
  const names = written.replace(/([a-z])(?=[A-Z])/g, '$1-').toLowerCase();
  const words = names.split(/[\s\d_-]+/);
  if (words.some(word => friendWords.test(word))) return 'friend-links';
  if (words.some(word => footerWords.test(word)) || footerNames.test(names)) return 'footer';
  return words.some(word => navigationWords.test(word)) ? 'navigation' : null;
}

const friendWords = /^(?:friends?|friend-?links?|f(?:riend)?links?|yqlj|yqlink|youqing(?:lianjie)?|youlian|xglj)$/;
const footerWords = /^(?:foot|footer|footer(?:box|nav|link|info|con|wrap|bg)|footbox|pagefoot|copyright|banquan|dibu|bottominfo)$/;
const footerNames = /(?:^|\s)(?:bottom|page-?bottom|wrap-?bottom|copy|bq)(?=\s|$)/;
const navigationWords =
  /^(?:nav|navi|navs|navbar|navbox|navlist|topnav|mainnav|leftnav|subnav|menu|menus|menubox|menulist|leftmenu|daohang|lanmu|sidebar|sidenav|crumbs?|breadcrumbs?|bread|weizhi|dqwz|position|location)$/;
