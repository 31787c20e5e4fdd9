import type { JudgedCheck } from './compare.ts';

/**
 * True when what a planting sets could disturb this check. Fields that this file does not know touch everything, so that an innocent twin
 * is rather suspected too often than left out.
 */
export const touches = (set: Readonly<Record<string, unknown>>, check: JudgedCheck): boolean =>
  Object.entries(set).some(([field, value]) => (touchedBy[field] ?? everything)(check, value));

type Touch = (check: JudgedCheck, value: unknown) => boolean;

const everything: Touch = () => true;
const itemsOf =
  (...items: readonly string[]): Touch =>
  ({ item }) =>
    item !== undefined && items.includes(item);
const kindsOf =
  (...kinds: readonly string[]): Touch =>
  ({ kind }) =>
    kinds.includes(kind);
const eitherOf =
  (...touches: readonly Touch[]): Touch =>
  (check, value) =>
    touches.some(touch => touch(check, value));

const links = kindsOf('link-health');
const freshness = kindsOf('fresh-column');
/** A link with an end of its own is odd in how it answers; any other may mislead by its words. */
const linksTouch: Touch = (check, value) => links(check, value) || (value as readonly object[]).some(link => !('end' in link));

/** Fields of a unit's plan → the checks that look there. */
const touchedBy: Readonly<Record<string, Touch>> = {
  items: ({ item }, value) => item !== undefined && Object.keys(value as object).includes(item),
  annualReports: itemsOf('annual_report'),
  websiteReport: itemsOf('annual_report'),
  budgets: itemsOf('budget', 'three_public'),
  finalAccounts: itemsOf('final_accounts', 'three_public'),
  guide: itemsOf('guide'),
  requestForm: itemsOf('request_channel'),
  news: freshness,
  notices: freshness,
  policies: freshness,
  homeLinks: linksTouch,
  disclosureLinks: linksTouch,
  dates: eitherOf(freshness, kindsOf('yearly-publication')),
  today: eitherOf(freshness, kindsOf('yearly-publication')),
  marks: eitherOf(kindsOf('site-identity'), itemsOf('accessibility', 'find_errors', 'site_map')),
};
