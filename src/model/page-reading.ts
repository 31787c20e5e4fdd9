import type { ItemKey } from './item.ts';

export const pageKinds = [
  'home',
  'disclosure_landing',
  'list',
  'article',
  'budget',
  'request_channel',
  'guide',
  'annual_report',
  'error_soft404',
  'challenge',
  'other',
] as const;
export type PageKind = (typeof pageKinds)[number];

/** A link as a reader meets it. */
export interface Anchor {
  /** Visible text, else title, else alt of the image, else the text beside it; normalised spaces, original characters. */
  readonly text: string;
  /** Absolute address without fragment; null for `#`, `javascript:` and empty ones. A `#/` route keeps its fragment. */
  readonly url: string | null;
  /** The attribute as written. */
  readonly href: string;
  /** Where the words came from. */
  readonly where: 'link' | 'image' | 'area' | 'script' | 'frame' | 'option';
  /** The heading of the box, list or menu branch that holds it; null when there is none. */
  readonly section: string | null;
  /** Which part of the page: navigation and footer links repeat on every page, rows are entries of a list. */
  readonly place: 'navigation' | 'content' | 'row' | 'footer' | 'friend-links';
}

/** A place where an item was seen on a page. */
export interface Sighting {
  readonly text: string;
  /** Absolute address it leads to; null when the page itself is the item, or the link leads nowhere. */
  readonly url: string | null;
  readonly href: string;
  /** `self`: this page is the item. `element`: a script or image known to be the item (找错, 党政机关标识). */
  readonly where: Anchor['where'] | 'self' | 'element';
}

/** A link that leads towards items without being one: 政务公开, 财政信息, 重点领域 … */
export interface Umbrella {
  readonly text: string;
  readonly url: string | null;
  /** Which items may lie behind it. */
  readonly covers: readonly ItemKey[];
}

/** An entry of a list: what it is called, where it leads, and the day shown beside it. */
export interface Row {
  readonly title: string;
  readonly url: string | null;
  /** ISO date; null when none is shown or its year cannot be proven. */
  readonly date: string | null;
}

/**
 * Something on a page that may hold content and is neither words nor links: a picture, an embedded file, a field to fill in, or a
 * script below the page's own name that may write there. The same thing has the same key on every page that shows it.
 */
export interface Filling {
  readonly kind: 'picture' | 'file' | 'field' | 'script' | 'head-script';
  readonly key: string;
}

/** The marks of identity a site must carry. Null means: not seen on this page. */
export interface Identity {
  readonly icp: string | null;
  readonly police: string | null;
  readonly siteCode: string | null;
  readonly organiser: string | null;
  /** Address or script of the 党政机关网站标识. */
  readonly partyMark: string | null;
}

/** Everything the recogniser sees on one page. A pure function of the page's text and address. */
export interface PageReading {
  readonly url: string;
  readonly title: string;
  readonly encoding: string;
  readonly kind: PageKind;
  /** Main text without menus, scripts and footers; spaces collapsed. */
  readonly text: string;
  readonly headings: readonly string[];
  readonly breadcrumb: readonly string[];
  readonly anchors: readonly Anchor[];
  readonly rows: readonly Row[];
  readonly items: Readonly<Partial<Record<ItemKey, readonly Sighting[]>>>;
  readonly umbrellas: readonly Umbrella[];
  readonly publishedOn: string | null;
  readonly newestItemOn: string | null;
  readonly identity: Identity;
  /** Absolute address to which the page sends its reader by itself, with or without script; null when it stays, or only loads itself again. */
  readonly refreshTo: string | null;
  /** Why the static HTML lacks what a reader would see; null when it does not. */
  readonly needsBrowser: string | null;
  /** Name of the wall that answered instead of the page; null when none did. */
  readonly challenge: string | null;
  /** Pictures or embedded files stand where the content is; what they say was not read. */
  readonly pictures: boolean;
  readonly fillings: readonly Filling[];
  /** The sentence by which an error page in disguise or an unfinished page gave itself away; null otherwise. */
  readonly emptyBecause: string | null;
}
