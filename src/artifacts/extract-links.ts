import { collapse } from '../text/normalise.ts';
import { resolveUrl } from '../text/urls.ts';
import { readTags } from './html-tags.ts';
import type { LinkKind } from './link-places.ts';
import { PageScanner } from './page-scanner.ts';
import { unpackRecords } from './unpack-records.ts';

/** One occurrence of an address on a page. */
export interface ExtractedLink {
  /** Absolute http or https address without fragment. */
  readonly url: string;
  /** What stood behind `#`, percent-encoded; null when nothing did. */
  readonly fragment: string | null;
  /** Lower-case names of where it was written. */
  readonly element: string;
  readonly attribute: string;
  /** Words of a link, else its title, else the alt of its image; spaces collapsed; empty for assets. */
  readonly text: string;
  readonly kind: LinkKind;
  /** True for a guess (a script, the value of a menu entry, a lazy image, an address that a script still fills in): no proof of a fault. */
  readonly optional: boolean;
}

/** A link whose address no browser can open (URL standard §4.4: parsing fails), such as “http:// www.gov.cn”. */
export interface MalformedLink {
  /** As it is written, without white space at its ends; its beginning where it is endless. */
  readonly reference: string;
  /** A script may still fill it in: “http://<%=host%>/”. */
  readonly isTemplate: boolean;
}

/** What one pass over a page learns. */
export interface ScannedPage {
  /** In the order in which they are written. */
  readonly links: readonly ExtractedLink[];
  /** Each reference once. */
  readonly malformed: readonly MalformedLink[];
  readonly title: string;
  /** Text of all `h1`, spaces collapsed. */
  readonly heading: string;
  /** Beginning of the visible text (4,000 characters as written), spaces collapsed. */
  readonly text: string;
  /** Visible characters on the whole page, white space at the ends of pieces not counted. */
  readonly textLength: number;
  /** Those of them outside links. */
  readonly proseLength: number;
  /** Some script may change what is on the page. */
  readonly hasScript: boolean;
  /** Names of places inside the page: `id`, and `name` of links. */
  readonly ids: readonly string[];
}

export interface ExtractOptions {
  /** WHATWG label of the encoding in which the page was read; queries are sent in it. `utf-8` by default. */
  readonly encoding?: string;
}

/** Every address on a page that a browser would fetch or a reader could follow, as the page's base makes it absolute. */
export const extractLinks = (html: string, pageUrl: string, options: ExtractOptions = {}): readonly ExtractedLink[] =>
  scanPage(html, pageUrl, options).links;

/** Reads a page once: its links, and as much of its words as tells an error page from a page. Never throws. */
export function scanPage(html: string, pageUrl: string, { encoding = 'utf-8' }: ExtractOptions = {}): ScannedPage {
  const scanner = new PageScanner();
  readTags(html.includes('<![CDATA[') ? unpackRecords(html) : html, scanner);
  const base = baseOf(scanner.base, pageUrl);
  const links: ExtractedLink[] = [];
  const malformed = new Set<string>();
  for (const { reference, words, fallback, element, attribute, kind, optional } of scanner.references) {
    const address = resolveUrl(reference, base, encoding);
    if (address)
      links.push({
        ...address,
        element,
        attribute,
        text: words === '' && fallback === '' ? '' : collapse(words) || collapse(fallback),
        kind,
        optional: optional || templateMark.test(reference),
      });
    else if (kind === 'page' && !optional && !URL.canParse(reference, base)) malformed.add(reference.trim().slice(0, longestReference));
  }
  return {
    links,
    malformed: [...malformed].map(reference => ({ reference, isTemplate: templateMark.test(reference) })),
    title: collapse(scanner.title),
    heading: collapse(scanner.heading),
    text: collapse(scanner.visible),
    textLength: scanner.visibleLength,
    proseLength: scanner.proseLength,
    hasScript: scanner.hasScript,
    ids: scanner.ids,
  };
}

const longestReference = 500;
/** As the engines of templates write what they will fill in: Vue and Angular, JavaScript, EJS and JSP, Thymeleaf. */
const templateMark = /\{\{|\$\{|<%|\[\[/;

/** The first `<base href>` counts, wherever it stands; one that could run code is ignored (HTML standard §4.2.3). */
function baseOf(href: string | null, pageUrl: string): string {
  const base = href === null ? null : URL.parse(href, pageUrl);
  return base && base.protocol !== 'data:' && base.protocol !== 'javascript:' ? base.href : pageUrl;
}
