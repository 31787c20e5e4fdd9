import type { OwnContent } from '../model/artifacts.ts';
import type { Anchor } from '../model/page-reading.ts';
import { partsOfTitle } from '../text/page-title.ts';
import { statesAbsence } from '../text/sentences.ts';
import { withoutLabels } from './labels.ts';
import { type AddressedPage, keyOf, linkCounts, siblingLinks, usualCounts } from './repeated-links.ts';

/** Words and links that so many pages show, and so large a share of all, are the template's: columns have one, articles another. */
const leastPages = 4;
const leastShare = 1 / 3;

/**
 * What of each page is its own, by its address. The more pages of the site are known, the less of the template remains; with fewer than
 * four nothing is held to be the template. What a page shows more often than the others do (once in the menu, once more in its middle)
 * is its own, and so are sentences that say that there is nothing, however many pages say so.
 */
export function ownContents(pages: readonly AddressedPage[]): ReadonlyMap<string, OwnContent> {
  const distinct = [...new Map(pages.map(page => [page.look.finalUrl, page])).values()];
  const threshold = Math.max(leastPages, Math.ceil(distinct.length * leastShare));
  const wordSets = distinct.map(({ text }) => new Set(wordsOf(text)));
  const common = shared(wordSets, () => threshold);
  const words = shared(wordSets, word => (isCaption(word) ? leastPages : threshold));
  const fillings = shared(
    distinct.map(page => new Set(page.fillings.filter(({ kind }) => kind !== 'script').map(fillingKey))),
    () => threshold,
  );
  const links = usualCounts(distinct.map(linkCounts), threshold);
  const byUrl = new Map(distinct.map(page => [page.look.finalUrl, page]));

  return new Map(
    distinct.map(page => {
      const ways = waysTo(page);
      const siblings = siblingLinks(page, byUrl);
      const counts = linkCounts(page);
      const usual = (key: string) => Math.max(links.get(key) ?? 0, siblings.get(key) ?? 0);
      const isTemplate = (key: string) => ways.has(key) || (usual(key) > 0 && (counts.get(key) ?? 0) <= usual(key));
      const own = lastOfEach(page.anchors.filter(anchor => anchor.visibility !== 'hidden' && isSaid(anchor) && !isTemplate(keyOf(anchor))));
      return [
        page.look.finalUrl,
        {
          text: ownText(page, words),
          links: own,
          rows: page.rows.filter(({ url }) => url === null || !isTemplate(url)),
          fillings: page.fillings.filter(filling => !fillings.has(fillingKey(filling))),
          doubtful: wordsOf(ownText(page, common)).filter(word => words.has(word)).length,
        },
      ];
    }),
  );
}

const fillingKey = ({ kind, key }: { readonly kind: string; readonly key: string }) => `${kind} ${key}`;

/** Text comes with a space between blocks: what stands between two is a line, or a piece of one. */
const wordsOf = (text: string): readonly string[] => text.split(' ').filter(word => word !== '');

/** Words and links of a page that say something: not a page number, not “print” or “close”. */
const isSaid = ({ text, where }: Anchor) => where === 'image' || where === 'frame' || withoutLabels(text) !== '';

/**
 * Words over a box of the template, no sentence and no number. A page with much to read is read without its menus, so that few pages may
 * be left that show them.
 */
const isCaption = (word: string) => /^[^\p{N}，。：；、:;,.]{2,16}$/u.test(word) && !statesAbsence(word);

/** What at least so many pages have. */
function shared(sets: readonly ReadonlySet<string>[], thresholdOf: (value: string) => number): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const set of sets) for (const value of set) counts.set(value, (counts.get(value) ?? 0) + 1);
  return new Set([...counts].flatMap(([value, count]) => (count >= thresholdOf(value) ? [value] : [])));
}

/** Links to the page itself, under whatever spelling of its address, and to what lies above it. */
function waysTo(page: AddressedPage): ReadonlySet<string> {
  const above = new Set(page.breadcrumb.slice(0, -1));
  const self = new Set([page.look.finalUrl, page.url].map(url => url.toLowerCase()));
  const isSelf = ({ text, url }: Anchor) => (url === null ? page.breadcrumb.includes(text) : self.has(url.toLowerCase()));
  return new Set(page.anchors.filter(anchor => above.has(anchor.text) || isSelf(anchor)).map(keyOf));
}

const lastOfEach = (anchors: readonly Anchor[]): readonly Anchor[] => [...new Map(anchors.map(anchor => [keyOf(anchor), anchor])).values()];

/** The text without the template, the page's own names, the words of its links, and labels. */
function ownText(page: AddressedPage, template: ReadonlySet<string>): string {
  const names = [...partsOfTitle(page.title), ...page.breadcrumb, ...page.anchors.map(({ text }) => text)]
    .map(bare)
    .filter(name => name.length > 0)
    .sort((a, b) => b.length - a.length);
  const spaced = page.anchors.map(({ text }) => text).filter(text => text.includes(' '));
  const text = spaced.reduce((rest, name) => rest.replaceAll(name, name.replaceAll(' ', '')), page.text);
  const isNames = (word: string) => names.reduce((rest, name) => rest.replaceAll(name, ''), bare(word)) === '';
  return withoutLabels(
    wordsOf(text)
      .filter(word => bare(word) !== '' && ((!template.has(word) && !isNames(word)) || statesAbsence(word)))
      .join(' '),
  );
}

/** Letters and numerals only. */
const bare = (text: string) => text.replace(/[^\p{L}\p{N}]+/gu, '');
