import type { PageReading } from '../model/page-reading.ts';
import type { Want } from '../model/want.ts';
import { offersDocument } from '../text/document-address.ts';
import { isOfPart } from '../text/part-title.ts';
import { yearsIn } from '../text/years.ts';
import type { Lead } from './interest.ts';

/**
 * Leads that are opened whatever else was found by then, because the verdict must know what stands behind them (law 3: every candidate is
 * resolved): what claims to be a wanted thing, every entry that claims to be a document of the wanted year, and the files of a page that
 * answers a want. Bounded for each want and page.
 */
export interface DueLeads {
  /** The leads of one page, those that claim to be what is wanted marked as due. */
  withClaims(leads: readonly Lead[]): readonly Lead[];
  /** It is one of the lists that are wanted. */
  holdsList(lead: Lead): boolean;
  /** The leads of a page that answers a want, its first files marked as due. The files of a list are its entries. */
  withFiles(leads: readonly Lead[], reading: Pick<PageReading, 'kind' | 'rows'>): readonly Lead[];
  opened(url: string): void;
  allOpened(): boolean;
}

/** Of each want: a year's budget is rarely published under more names, and a thing rarely offered at more places. */
const mostOfYear = 6;
const mostOfItem = 3;
/** Of each page. Budgets come in four or five tables at most; the first hold what is asked for. */
const mostFiles = 4;
const aList = 3;

export function createDueLeads(wants: readonly Want[]): DueLeads {
  const sought = wants.flatMap(want =>
    want.kind === 'document' || (want.kind === 'item' && want.proof === 'page') ? [{ want, urls: new Set<string>() }] : [],
  );
  const lists = wants.flatMap(want =>
    want.kind === 'lists' ? [{ pattern: new RegExp(want.titles, 'u'), most: want.most, urls: new Set<string>() }] : [],
  );
  const waiting = new Set<string>();
  const done = new Set<string>();

  const isClaim = (lead: Lead): boolean =>
    !lead.foreign &&
    sought.some(({ want, urls }) => {
      if (!lead.items.includes(want.item)) return false;
      const years = yearsIn(lead.text);
      const isDocument = want.kind === 'document' && years.includes(want.year) && !isOfPart(lead.text, want.part);
      const fits = want.kind === 'document' ? isDocument : lead.place !== 'row' && years.length === 0;
      if (fits && urls.size < (want.kind === 'document' ? mostOfYear : mostOfItem)) urls.add(lead.url);
      return fits && urls.has(lead.url);
    });
  const isList = ({ foreign, scope, text, url }: Lead): boolean =>
    !foreign &&
    scope === 'own' &&
    lists.some(({ pattern, most, urls }) => {
      const fits = pattern.test(text);
      if (fits && urls.size < most) urls.add(url);
      return fits && urls.has(url);
    });
  const marked = (leads: readonly Lead[], isDue: (lead: Lead) => boolean): readonly Lead[] =>
    leads.map(lead => {
      if (!isDue(lead)) return lead;
      waiting.add(lead.url);
      return { ...lead, due: true };
    });

  return {
    withClaims: leads => marked(leads, lead => isClaim(lead) || isList(lead)),
    holdsList: ({ url }) => lists.some(({ urls }) => urls.has(url)),
    withFiles(leads, { kind, rows }) {
      if (kind === 'list' || kind === 'home' || rows.length >= aList) return leads;
      const files = new Set(leads.filter(lead => offersDocument(lead) && !lead.foreign).slice(0, mostFiles));
      return marked(leads, lead => files.has(lead));
    },
    opened: url => void done.add(url),
    allOpened: () => [...waiting].every(url => done.has(url)),
  };
}
