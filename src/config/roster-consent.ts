import type { SiteConsent } from '../model/unit.ts';
import { collapse } from '../text/normalise.ts';
import { isoDay } from '../text/written-day.ts';
import { columnTitle, type RosterColumn } from './roster-columns.ts';

/** A consent as it stands in the cells: not judged yet, every part filled. */
type Written = Readonly<Record<keyof SiteConsent, string | number>>;

interface ReadConsents {
  /** Site by site; null where there is none. */
  readonly consents: readonly (Written | null)[];
  readonly faults: readonly { readonly column: RosterColumn; readonly text: string }[];
}

/** The columns of a consent, by the field that each fills. */
const columns = {
  inFlight: 'consentInFlight',
  gapSeconds: 'consentGap',
  approvedBy: 'consentBy',
  on: 'consentOn',
  until: 'consentUntil',
} as const satisfies Record<keyof SiteConsent, RosterColumn>;
const fields = Object.keys(columns) as readonly (keyof SiteConsent)[];

/** The column in which a field of a consent stands. */
export const consentColumnOf = (field: PropertyKey | undefined): RosterColumn => columns[field as keyof SiteConsent] ?? 'consentInFlight';

/** Reads the consents of a row's sites. Where there are several sites the parts stand in one cell each, in the order of the sites, “无” for none. */
export function readConsents(cell: (column: RosterColumn) => string, sites: number): ReadConsents {
  const cells = fields.map(field => ({ field, column: columns[field], parts: partsOf(cell(columns[field])) }));
  const tooMany = cells.find(({ parts }) => parts.length > sites);
  if (tooMany) {
    const { column, parts } = tooMany;
    return { consents: [], faults: [{ column, text: `填了 ${parts.length} 项，网站首页只有 ${sites} 个，请一一对应` }] };
  }
  const missing = cells.find(({ parts }) =>
    Array.from({ length: sites }, (_, index) => index).some(index => parts[index] === undefined && isWanted(cells, index)),
  );
  if (missing) return { consents: [], faults: [{ column: missing.column, text: incomplete }] };
  const consents = Array.from({ length: sites }, (_, index) =>
    isWanted(cells, index)
      ? (Object.fromEntries(cells.map(({ field, parts }) => [field, partValue(field, parts[index]!)])) as Written)
      : null,
  );
  return { consents, faults: [] };
}

const isWanted = (cells: readonly { readonly parts: readonly (string | undefined)[] }[], index: number): boolean =>
  cells.some(({ parts }) => parts[index] !== undefined);

const incomplete = `网站的同意没有填完整，“${fields.map(field => columnTitle(columns[field])).join('”“')}”要么都填，要么都不填`;

/** Several stand below or beside each other; a name may hold a space, so that alone divides nothing. */
function partsOf(text: string): readonly (string | undefined)[] {
  if (collapse(text) === '') return [];
  return text.split(/[\n、，,;；]+/u).flatMap(part => {
    const word = collapse(part);
    if (word === '') return [];
    return [/^[无\-—–/]+$/.test(word.normalize('NFKC')) ? undefined : word];
  });
}

function partValue(field: keyof SiteConsent, text: string): string | number {
  const plain = text.normalize('NFKC');
  if (field === 'approvedBy') return text;
  if (field === 'inFlight' || field === 'gapSeconds') return /^\d+(?:\.\d+)?(?:秒)?$/.test(plain) ? Number.parseFloat(plain) : plain;
  return isoDay(plain);
}
