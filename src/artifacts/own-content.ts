import type { OwnContent } from '../model/artifacts.ts';
import type { Anchor } from '../model/page-reading.ts';
import { partsOfTitle } from '../text/page-title.ts';
import { remembered } from '../text/remembered.ts';
import { statesAbsence } from '../text/sentences.ts';
import { withoutLabels } from './labels.ts';
import { type AddressedPage, type CountedPage, keyOf, linkCounts, siblingLinks, usualCounts } from './repeated-links.ts';

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
  const captions = new Set([...words].filter(word => !common.has(word)));
  const fillings = shared(
    distinct.map(page => new Set(page.fillings.filter(({ kind }) => kind !== 'script').map(fillingKey))),
    () => threshold,
  );
  const counted = distinct.map((page): CountedPage => ({ ...page, links: linkCounts(page) }));
  const links = usualCounts(
    counted.map(page => page.links),
    threshold,
  );
  const byUrl = new Map(counted.map(page => [page.look.finalUrl, page]));
  const bare = remembered(lettersOnly);
  const isLabel = remembered(text => withoutLabels(text) === '');

  return new Map(
    counted.map(page => {
      const ways = waysTo(page);
      const siblings = siblingLinks(page, byUrl);
      const counts = page.links;
      const usual = (key: string) => Math.max(links.get(key) ?? 0, siblings.get(key) ?? 0);
      const isTemplate = (key: string) => ways.has(key) || (usual(key) > 0 && (counts.get(key) ?? 0) <= usual(key));
      const said = lettered(page, { bare, template: common });
      const own = lastOfEach(
        page.anchors.filter(
          anchor => anchor.visibility !== 'hidden' && !isTemplate(keyOf(anchor)) && (isShown(anchor) || !isLabel(anchor.text)),
        ),
      );
      return [
        page.look.finalUrl,
        {
          text: ownText(said, words),
          links: own,
          rows: page.rows.filter(({ url }) => url === null || !isTemplate(url)),
          fillings: page.fillings.filter(filling => !fillings.has(fillingKey(filling))),
          doubtful: said.some(({ text }) => captions.has(text))
            ? wordsOf(ownText(said, common)).filter(word => captions.has(word)).length
            : 0,
        },
      ];
    }),
  );
}

const fillingKey = ({ kind, key }: { readonly kind: string; readonly key: string }) => `${kind} ${key}`;

/** Text comes with a space between blocks: what stands between two is a line, or a piece of one. */
const wordsOf = (text: string): readonly string[] => text.split(' ').filter(word => word !== '');

/** What it leads to is shown by more than its words; a page number, “print” or “close” says nothing. */
const isShown = ({ where }: Anchor) => where === 'image' || where === 'frame';

/**
 * Words over a box of the template, no sentence and no number. A page with much to read is read without its menus, so that few pages may
 * be left that show them.
 */
const isCaption = (word: string) => /^[^\p{N}，。：；、:;,.]{2,16}$/u.test(word) && !statesAbsence(word);

/** What at least so many pages have. */
function shared(sets: readonly ReadonlySet<string>[], thresholdOf: (value: string) => number): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const set of sets) for (const value of set) counts.set(value, (counts.get(value) ?? 0) + 1);
  return new Set([...counts].flatMap(([value, count]) => (count >= leastPages && count >= thresholdOf(value) ? [value] : [])));
}

/** Links to the page itself, under whatever spelling of its address, and to what lies above it. */
function waysTo(page: AddressedPage): ReadonlySet<string> {
  const above = new Set(page.breadcrumb.slice(0, -1));
  const self = new Set([page.look.finalUrl, page.url].map(url => url.toLowerCase()));
  const isSelf = ({ text, url }: Anchor) => (url === null ? page.breadcrumb.includes(text) : self.has(url.toLowerCase()));
  return new Set(page.anchors.filter(anchor => above.has(anchor.text) || isSelf(anchor)).map(keyOf));
}

const lastOfEach = (anchors: readonly Anchor[]): readonly Anchor[] => [...new Map(anchors.map(anchor => [keyOf(anchor), anchor])).values()];

/** A word of a page as it stands there. `isName`: it is made of the page's own names and the words of its links; false for the template's. */
interface Word {
  readonly text: string;
  readonly isName: boolean;
}

/** The words of a page that have letters or numerals. */
function lettered(page: AddressedPage, { bare, template }: Lettering): readonly Word[] {
  const linked = [...new Set(page.anchors.map(({ text }) => text))];
  const names = [...new Set([...partsOfTitle(page.title), ...page.breadcrumb, ...linked].map(bare))]
    .filter(name => name.length > 0)
    .sort((a, b) => b.length - a.length);
  // Hardly any sentence is made of their letters alone, and looking for each name in each sentence takes long.
  const letters = new Set(names.join(''));
  const isName = (word: string) => everyLetter(word, letters) && names.reduce((rest, name) => rest.replaceAll(name, ''), word) === '';
  const text = linked.filter(name => name.includes(' ')).reduce((rest, name) => rest.replaceAll(name, name.replaceAll(' ', '')), page.text);
  return wordsOf(text).flatMap(word => {
    const plain = bare(word);
    return plain === '' ? [] : [{ text: word, isName: !template.has(word) && isName(plain) }];
  });
}

interface Lettering {
  /** A text without what is neither letter nor numeral. */
  readonly bare: (text: string) => string;
  /** Words that need no looking at. */
  readonly template: ReadonlySet<string>;
}

function everyLetter(word: string, letters: ReadonlySet<string>): boolean {
  for (const letter of word) if (!letters.has(letter)) return false;
  return true;
}

/** The words without the template, the page's own names, the words of its links, and labels. */
const ownText = (words: readonly Word[], template: ReadonlySet<string>): string =>
  withoutLabels(
    words
      .filter(({ text, isName }) => (!isName && !template.has(text)) || statesAbsence(text))
      .map(({ text }) => text)
      .join(' '),
  );

const lettersOnly = (text: string) => text.replace(/[^\p{L}\p{N}]+/gu, '');
