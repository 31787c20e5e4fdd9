import type { ItemKey } from '../model/item.ts';
import type { PageReading } from '../model/page-reading.ts';
import { seePage } from './anchors.ts';
import { challengeOf } from './challenge.ts';
import type { CompiledVocabulary } from './compile-vocabulary.ts';
import type { DayWatch } from './day-watch.ts';
import { loadDom } from './dom.ts';
import { emptyBecause } from './empty-page.ts';
import { fillingsOf } from './fillings.ts';
import { readIdentity } from './identity.ts';
import { findItems } from './items.ts';
import { readMainText } from './main-text.ts';
import { matchWords } from './match-words.ts';
import { needsBrowser } from './needs-browser.ts';
import { newestItemOn, pageDates } from './page-dates.ts';
import { isArticle, pageKind } from './page-kind.ts';
import { pageNames } from './page-names.ts';
import { pageTables } from './page-tables.ts';
import { showsPictures } from './pictures.ts';
import { refreshTo } from './refresh-to.ts';
import { readRows } from './rows.ts';

export interface PageInput {
  readonly html: string;
  /** Absolute address the page was read from. */
  readonly url: string;
  /** The encoding it was read in, passed on. */
  readonly encoding: string;
  /** How it was answered, where that is known; header names in lower case. */
  readonly status?: number | null;
  readonly headers?: Readonly<Record<string, string>>;
  /** The day of the look, ISO: entries dated later are none. */
  readonly today?: string;
  /** Learns how the reading depends on that day. */
  readonly watch?: DayWatch;
}

/** Everything the recogniser sees on one page. A pure function of its text and address; never throws. */
export function readPage({ html, url, encoding, status, headers, ...day }: PageInput, vocabulary: CompiledVocabulary): PageReading {
  const $ = loadDom(html);
  const main = readMainText($);
  const seen = seePage($, url, encoding);
  const shown = seen.anchors.filter(({ anchor }) => anchor.visibility !== 'hidden');
  const rows = readRows($, url, { encoding, ...day });
  const dates = pageDates($, url, day);
  const published = dates.chosen?.iso ?? null;
  const challenge = challengeOf(html, main.title, { ...(typeof status === 'number' ? { status } : {}), ...(headers ? { headers } : {}) });
  const empty = emptyBecause($, main.title, main.text);

  const article = isArticle({ url, main, publishedOn: published, rows });
  const boxes = new Set(seen.labels.filter(({ url }) => url !== null).map(({ text }) => text));
  const names = pageNames(main, { isArticle: article, boxes });
  const { items, umbrellas, concealed } = findItems({ ...seen, names: names.all, html }, vocabulary);
  const kind = pageKind({
    url,
    main,
    name: names.own,
    isArticle: article,
    rows,
    entries: shown.filter(({ anchor }) => anchor.place === 'row').length,
    links: shown.length,
    self: selfOf(items),
    covers: names.own === null ? [] : matchWords(names.own, 'title', vocabulary).covers,
    challenge,
    emptyBecause: empty,
  });

  return {
    url,
    title: main.title,
    encoding,
    kind,
    text: main.text,
    headings: main.headings,
    tables: kind === 'home' ? [] : pageTables($),
    breadcrumb: main.breadcrumb,
    anchors: seen.anchors.map(({ anchor }) => anchor),
    rows,
    items,
    umbrellas,
    concealed,
    publishedOn: published,
    dates,
    newestItemOn: newestItemOn(rows),
    identity: readIdentity($, html),
    refreshTo: refreshTo($, url, encoding),
    needsBrowser: needsBrowser($, html),
    challenge,
    pictures: showsPictures($),
    fillings: fillingsOf($, names.all),
    emptyBecause: empty,
  };
}

const selfOf = (items: PageReading['items']): Set<ItemKey> =>
  new Set((Object.keys(items) as ItemKey[]).filter(item => items[item]!.some(({ where }) => where === 'self')));
