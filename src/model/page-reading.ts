import type { DocumentTable } from './document.ts';
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
  /** `menu`: a reader opens what holds it (submenu, tab, dialogue). `hidden`: nobody gets to see it, so it counts for nothing. */
  readonly visibility: 'shown' | 'menu' | 'hidden';
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

/**
 * The name of an item that no reader can open as the page stands, though a script that was not read may let them: a link that is not
 * shown, or an entry of a menu that is no link.
 */
export interface Concealed {
  readonly text: string;
  readonly items: readonly ItemKey[];
  readonly why: 'unseen' | 'unlinked';
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
  /** Every 网站标识码 the page carries: a bureau's page may show the city's in the footer and carry its own in the 找错 script. */
  readonly siteCodes: readonly SeenCode[];
  /** Registers to which a picture links while no words give the number: it may stand in the picture. */
  readonly badges: readonly ('icp' | 'police')[];
}

/** Marks that are one text. */
export type IdentityMark = 'icp' | 'police' | 'siteCode' | 'organiser' | 'partyMark';

/** A 网站标识码 and where the page carries it: only `text` is what its readers see. */
export interface SeenCode {
  /** Ten digits, or bm and eight. */
  readonly code: string;
  readonly where: 'text' | 'script' | 'link' | 'meta';
}

/**
 * What a day says of the page: `published` 发布 · `plain` a bare 时间 or 日期 · `none` no label · `issued` 发文、印发、生成 · `updated`
 * 更新 · `written` 成文、签发、签署.
 */
export type DayRole = 'published' | 'plain' | 'none' | 'issued' | 'updated' | 'written';

/** One place where a page tells a day of its own. */
export interface DateWitness {
  /**
   * `labelled`: seen with a label (发布时间：…) · `bare`: seen without one in the line under the headline · `signature`: the day that closes
   * the text · `meta`: a tag for machines · `script`: a constant of a script, also where the script writes it into the page · `address`.
   */
  readonly kind: 'labelled' | 'bare' | 'signature' | 'meta' | 'script' | 'address';
  /** The label, or the name of the tag or constant; null when there is none. */
  readonly label: string | null;
  /** ISO date. */
  readonly iso: string;
  readonly role: DayRole;
}

/** Whom to believe about a page's own day, and who says otherwise. */
export interface PageDates {
  /** The witness whose day counts as the day of publication; null when the page tells none. */
  readonly chosen: DateWitness | null;
  /** 成文日期, ISO: by its label, else 发文 or 生成日期, else the day under the text. */
  readonly writtenOn: string | null;
  /** 更新时间, ISO. */
  readonly updatedOn: string | null;
  /** All witnesses, also for other days than that of publication, in the order of the page. */
  readonly witnesses: readonly DateWitness[];
  /** How many independent sources (what is seen, the tags, the scripts, the address) say the chosen day; 0 when none is chosen. */
  readonly agreeing: number;
  /** Who contradicts the chosen day: another day of publication, 成文 after it, or 更新 before it; with the days between them, later positive. */
  readonly contradicting: readonly (DateWitness & { readonly daysApart: number })[];
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
  /** Tables that hold figures; none of a home page. */
  readonly tables: readonly DocumentTable[];
  readonly breadcrumb: readonly string[];
  readonly anchors: readonly Anchor[];
  readonly rows: readonly Row[];
  readonly items: Readonly<Partial<Record<ItemKey, readonly Sighting[]>>>;
  readonly umbrellas: readonly Umbrella[];
  readonly concealed: readonly Concealed[];
  /** The day of the chosen witness in `dates`. */
  readonly publishedOn: string | null;
  readonly dates: PageDates;
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
