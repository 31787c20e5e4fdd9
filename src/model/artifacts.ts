import type { DocumentReading } from './document.ts';
import type { ItemKey } from './item.ts';
import type { LinkVerdict } from './link-cause.ts';
import type { Anchor, Filling, IdentityMark, PageReading, Row, SeenCode } from './page-reading.ts';
import type { Look, StopReason, Unvisited } from './snapshot.ts';

/**
 * What checks may look at. Derived from a stored snapshot by pure functions; no check ever touches the network.
 * Each is a value or the reason there is none: “we could not look” must never read as “it is not there”.
 */
export interface Artifacts {
  readonly Pages: readonly Page[];
  readonly Files: readonly OpenedFile[];
  readonly Candidates: Readonly<Partial<Record<ItemKey, readonly Candidate[]>>>;
  readonly Columns: readonly Column[];
  readonly Links: readonly Link[];
  readonly Identity: SiteIdentity;
  readonly Coverage: Coverage;
}
export type ArtifactName = keyof Artifacts;

export type Gathered<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly reason: string };
export type GatheredArtifacts = { readonly [Name in ArtifactName]: Gathered<Artifacts[Name]> };

/** A page that was fetched and read, with how it answered. */
export interface Page extends PageReading {
  readonly look: Look;
  /** What came back instead of the page that was asked for; null when it is the page. */
  readonly trouble: Trouble | null;
  readonly own: OwnContent;
}

/**
 * What of a page is its own. Left out is what the site's other pages show too (menus, banners, footers), what the page calls itself,
 * the way to it, and labels that say nothing (发布时间, 上一页 …). With few pages to compare, more than is its own remains.
 */
export interface OwnContent {
  readonly text: string;
  readonly links: readonly Anchor[];
  readonly rows: readonly Row[];
  readonly fillings: readonly Filling[];
  /** Short words left out because a few other pages show them too, and not because most do: one page's list may be another's caption. */
  readonly doubtful: number;
}

/** Why a target is not, or cannot be said to be, the page its link promised. */
export interface Trouble {
  readonly kind: 'dead' | 'soft-404' | 'home' | 'wrong-unit' | 'empty' | 'off-topic' | 'other-year' | 'unsure';
  /** One Chinese clause, to be used inside a sentence. */
  readonly reason: string;
}

/** A place that claims to be an item, with what its target turned out to be. All are kept as evidence. */
export interface Candidate {
  readonly item: ItemKey;
  readonly text: string;
  readonly url: string | null;
  readonly foundOn: string;
  readonly where: string;
  /** The page it leads to; null when that page was not read. */
  readonly target: Page | null;
  /** Null when the target is proven to be the right page. */
  readonly trouble: Trouble | null;
  /** The day shown beside the link in a list, ISO; null when it is not in a dated list. */
  readonly listedOn: string | null;
  /** How the target answered; null when it was not looked at, or the item is the page where it was seen. */
  readonly look: Look | null;
  /** The target itself where it is a file, else the files that its page hands out. */
  readonly documents: readonly OfferedDocument[];
  /** What is to be seen is in the files: the target is one, or its page says little more than where they are. */
  readonly restsOnDocuments: boolean;
}

/** A file behind a link, with what is in it. */
export interface OfferedDocument {
  /** The words of the link. */
  readonly text: string;
  readonly url: string;
  /** Null when nobody opened it. */
  readonly look: Look | null;
  /** Null when it was not opened, or did not come. */
  readonly reading: DocumentReading | null;
  /** Null when it was read whole and is this unit's. */
  readonly trouble: Trouble | null;
}

/** A file of the unit that was opened and could be taken apart. */
export interface OpenedFile {
  readonly look: Look;
  /** The words of the link; the file's address where it had none. */
  readonly text: string;
  readonly reading: DocumentReading;
}

/** A list of dated entries, under the name by which readers know it. */
export interface Column {
  readonly name: string;
  readonly url: string;
  readonly rows: readonly Row[];
  /** ISO date of the newest entry; null when no date could be read. */
  readonly newestOn: string | null;
  readonly trouble: Trouble | null;
}

/** A distinct link target with the verdict on it. */
export type Link = LinkVerdict & {
  readonly url: string;
  readonly text: string;
  readonly foundOn: readonly string[];
  readonly onHomePage: boolean;
  readonly external: boolean;
  readonly look: Look;
};

/** Marks of identity over the site, each with the page that shows it. */
export type SiteIdentity = {
  readonly [Mark in IdentityMark]: { readonly value: string; readonly page: string } | null;
} & {
  /** Every 网站标识码 with the first page that carries it there, and whose it is by the roster. */
  readonly siteCodes: readonly (SeenCode & { readonly page: string; readonly owner: NameOwner })[];
  /** Whose the 主办单位 is; null when none is shown. */
  readonly organiserOwner: NameOwner | null;
  /** Pictures that may hold the number of a register, each with its page. */
  readonly badges: readonly { readonly mark: 'icp' | 'police'; readonly page: string }[];
};

/** A unit as seen from the one that is judged; `unknown` when nobody on the roster is meant. */
export interface NameOwner {
  readonly relation: 'own' | 'below' | 'above' | 'other' | 'unknown';
  /** The name on the roster; null when unknown. */
  readonly name: string | null;
}

/** How far the look went: the proof behind every `fail`. */
export interface Coverage {
  /** Pages of the unit that were fetched and could be read. */
  readonly pagesRead: number;
  /** Distinct links seen on the home page and the disclosure pages. */
  readonly linksSeen: number;
  readonly stoppedBecause: StopReason;
  /** Null when a missing item may be called missing; else the one reason why not, for any item. */
  readonly gap: string | null;
  /** Places where a given item could have been and that could not be looked at. */
  readonly gapsByItem: Readonly<Partial<Record<ItemKey, string>>>;
  readonly unvisited: readonly Unvisited[];
  /** One Chinese sentence each: what there was on the way to the site. */
  readonly notes: readonly string[];
}
