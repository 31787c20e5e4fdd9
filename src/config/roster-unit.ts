import { Power, powerTitles, type Site, Unit, unitTypeTitles } from '../model/unit.ts';
import { collapse } from '../text/normalise.ts';
import { explainIssue } from './explain-issue.ts';
import { powerOf, type RosterColumn, requiredColumns, unitTypeOf } from './roster-columns.ts';
import { consentColumnOf, readConsents } from './roster-consent.ts';

/** A site whose consent has not been judged yet. */
type SiteCells = Omit<Site, 'consent'> & { readonly consent?: unknown };

/** What is wrong with one cell. */
export interface CellFault {
  readonly column: RosterColumn;
  readonly text: string;
}

type Read = { readonly unit: Unit; readonly faults: readonly [] } | { readonly unit: null; readonly faults: readonly CellFault[] };
type Cell = (column: RosterColumn) => string;

/** Makes a unit of one row's cells, or says everything that is wrong with them. An optional cell with “无”, “-” or “/” is empty. */
export function readUnit(cell: Cell): Read {
  const filled: Cell = column => (isNothing(cell(column)) ? '' : cell(column));
  const empty = requiredColumns.filter(column => collapse(cell(column)) === '').map(column => ({ column, text: '没有填写' }));
  const type = unitTypeOf(cell('type'));
  const powers = words(filled('powers')).map(word => ({ word, power: powerOf(word) }));
  const unknown = [
    ...(type === null ? [collapse(cell('type'))] : []).filter(Boolean).map(word => unknownWord('type', word, unitTypeTitles)),
    ...powers.filter(({ power }) => power === null).map(({ word }) => unknownWord('powers', word, powerTitles)),
  ];
  const { sites, faults: siteFaults } = readSites(filled);
  const parsed = Unit.safeParse(
    {
      id: compact(cell('id')) || '-',
      name: name(cell('name')) || '-',
      aliases: [...new Set(words(filled('aliases')))],
      // Stands in so that the other cells are judged too; a row with a fault yields no unit.
      type: type ?? 'department',
      group: collapse(filled('group')) || null,
      powers: Power.options.filter(option => powers.some(({ power }) => power === option)),
      parent: name(filled('parent')) || null,
      sites,
    },
    { error: explainIssue },
  );
  const invalid = parsed.success ? [] : parsed.error.issues.map(({ path, message }) => ({ column: columnAt(path), text: message }));
  const seen = new Set(empty.map(({ column }) => column));
  const faults = [...empty, ...unknown, ...siteFaults, ...invalid.filter(({ column }) => !seen.has(column))];
  return parsed.success && faults.length === 0 ? { unit: parsed.data, faults: [] } : { unit: null, faults };
}

/**
 * Several addresses stand below or beside each other in one cell. The first disclosure section and the first code belong to the first site, and so on.
 * A prefix belongs to the site on its host; on a host of its own, to the first site.
 */
function readSites(cell: Cell): { readonly sites: readonly SiteCells[]; readonly faults: readonly CellFault[] } {
  const urls = addresses(cell('sites'));
  const sections = addresses(cell('disclosure'));
  const prefixes = addresses(cell('prefixes'));
  if (sections.length > urls.length)
    return fault(
      'disclosure',
      `填了 ${sections.length} 个网址，网站首页只有 ${urls.length} 个；没有独立网站的单位，请把栏目网址填为网站首页`,
    );
  if (prefixes.length > 0 && urls.length === 0) return fault('prefixes', '填了网址范围却没有网站首页，请补上网站首页');
  const codes = words(cell('siteCodes')).map(code => (isNothing(code) ? '' : compact(code).toLowerCase()));
  if (codes.length > urls.length) return fault('siteCodes', `填了 ${codes.length} 个标识码，网站首页只有 ${urls.length} 个，请一一对应`);
  const { consents, faults } = readConsents(cell, urls.length);
  const owner = (prefix: string) =>
    Math.max(
      0,
      urls.findIndex(url => hostOf(url) !== null && hostOf(url) === hostOf(prefix)),
    );
  const sites = urls.map((url, index) => ({
    url,
    disclosureUrl: sections[index] ?? null,
    prefixes: prefixes.filter(prefix => owner(prefix) === index),
    ...(!codes[index] ? {} : { siteCode: codes[index] }),
    ...(consents[index] ? { consent: consents[index] } : {}),
  }));
  return { sites, faults };
}

const fault = (column: RosterColumn, text: string) => ({ sites: [], faults: [{ column, text }] });

function columnAt([field, , part, detail]: readonly PropertyKey[]): RosterColumn {
  if (field !== 'sites') return field as RosterColumn;
  if (part === 'consent') return consentColumnOf(detail);
  if (part === 'disclosureUrl') return 'disclosure';
  if (part === 'siteCode') return 'siteCodes';
  return part === 'prefixes' ? 'prefixes' : 'sites';
}

const isNothing = (text: string): boolean => /^[无\-—–/]+$/.test(collapse(text.normalize('NFKC')));
const compact = (text: string): string => collapse(text.normalize('NFKC')).replaceAll(' ', '');

/** “财　政　局” is a name spread over its cell; the space in “A局 B处” between other letters is meant. */
const name = (text: string): string => collapse(text).replaceAll(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '');

const words = (text: string): readonly string[] => separated(text, /[\s、，,;；]+/u);
/** A comma or a semicolon may be part of an address, a Chinese one may not. */
const addresses = (text: string): readonly string[] =>
  separated(text, /[\s、，；]+|[,;](?=\s*https?:)/u).map(address => address.normalize('NFKC'));

const separated = (text: string, separator: RegExp): readonly string[] =>
  text
    .split(separator)
    .map(collapse)
    .filter(part => part !== '');

const hostOf = (url: string): string | null => (URL.canParse(url) ? new URL(url).host : null);

const unknownWord = (column: RosterColumn, word: string, titles: Readonly<Record<string, string>>): CellFault => ({
  column,
  text: `不认识“${word}”，可填${Object.values(titles).join('、')}`,
});
