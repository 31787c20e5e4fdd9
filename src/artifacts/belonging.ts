import type { Unit } from '../model/unit.ts';
import { normalise } from '../text/normalise.ts';
import { startsWithPrefix } from './prefixes.ts';

/** Tells whose page an address or a text is, by the roster: 平乡 is not 萍乡, and a bureau's section on the city platform is its own. */
export interface Belonging {
  /** `own`, a unit above it (`shared`: platforms of the city serve its bureaus), another unit (`foreign`), or nobody on the roster. */
  ofUrl(url: string): 'own' | 'shared' | 'foreign' | 'unknown';
  /** Name of the other unit that the text is about, when it names one and does not name this unit; else null. */
  foreignNameIn(text: string): string | null;
  /** The text names this unit, by its full name or an alias. */
  names(text: string): boolean;
  /**
   * Name of another unit that a running text is about. Stricter than `foreignNameIn`: the short form of the own name counts as the
   * own one (教育局 for 明湖市教育局), and offices below the unit, or named after it, are not foreign.
   */
  foreignOwnerOf(text: string): string | null;
}

/** `roster` may contain the unit itself; what `unit` says of it then counts. Ancestors by `parent` are never foreign. */
export function belonging(unit: Unit, roster: readonly Unit[]): Belonging {
  const ancestors = ancestorsOf(unit, roster);
  const relationOf = (other: Unit) => (other.id === unit.id ? 'own' : ancestors.has(other.id) ? 'shared' : 'foreign');
  const all = [unit, ...roster.filter(({ id }) => id !== unit.id)];

  const prefixes = all
    .flatMap(other => other.sites.flatMap(site => prefixesOf(site).map(prefix => ({ prefix, relation: relationOf(other) }) as const)))
    .sort((a, b) => b.prefix.length - a.prefix.length);
  const names = all
    .flatMap(other =>
      [other.name, ...other.aliases].map(name => ({ name: normalise(name), id: other.id, full: other.name, relation: relationOf(other) })),
    )
    .filter(({ name }) => name.length >= 2)
    .sort((a, b) => b.name.length - a.name.length);

  const below = new Set(roster.filter(other => ancestorsOf(other, roster).has(unit.id)).map(({ id }) => id));
  const above = roster.filter(({ id }) => ancestors.has(id)).flatMap(({ name, aliases }) => [name, ...aliases]);
  const shortName = shortened(normalise(unit.name), above.map(normalise));

  /** Names in the text, longest first, each stretch of text used once: 明湖市教育局 is not a mention of 明湖市. */
  const mentionsIn = (text: string) => {
    let rest = normalise(text);
    return names.filter(({ name }) => {
      if (!rest.includes(name)) return false;
      rest = rest.replaceAll(name, '\u0000');
      return true;
    });
  };

  return {
    ofUrl: url => prefixes.find(({ prefix }) => startsWithPrefix(url, prefix))?.relation ?? 'unknown',
    foreignNameIn(text) {
      const mentions = mentionsIn(text);
      if (mentions.some(({ relation }) => relation === 'own')) return null;
      return mentions.find(({ relation }) => relation === 'foreign')?.full ?? null;
    },
    foreignOwnerOf(text) {
      const mentions = mentionsIn(text);
      if (mentions.some(({ relation }) => relation === 'own') || normalise(text).includes(shortName)) return null;
      const foreign = mentions.find(({ relation, id, full }) => relation === 'foreign' && !below.has(id) && !full.startsWith(unit.name));
      return foreign?.full ?? null;
    },
    names: text => mentionsIn(text).some(({ relation }) => relation === 'own'),
  };
}

/** The unit with a further place that belongs to it, beside those on the roster. */
export const withPrefix = (unit: Unit, prefix: string): Unit => ({
  ...unit,
  sites: unit.sites.map((site, index) => (index === 0 ? { ...site, prefixes: [...prefixesOf(site), prefix] } : site)),
});

/** The name without the place in front, as the unit calls itself at home; the whole name when too little would be left. */
function shortened(name: string, places: readonly string[]): string {
  const place = places.filter(one => name.startsWith(one)).sort((a, b) => b.length - a.length)[0] ?? '';
  const rest = name.slice(place.length);
  return rest.length >= 3 ? rest : name;
}

/** The prefixes that belong to a site: those named, else the directory of its start address. */
const prefixesOf = ({ url, disclosureUrl, prefixes }: Unit['sites'][number]): readonly string[] =>
  prefixes.length > 0 ? prefixes : [...new Set([directoryOf(url), ...(disclosureUrl ? [directoryOf(disclosureUrl)] : [])])];

const directoryOf = (address: string) => new URL('.', address).href;

function ancestorsOf(unit: Unit, roster: readonly Unit[]): ReadonlySet<string> {
  const byId = new Map(roster.map(other => [other.id, other]));
  const ancestors = new Set<string>();
  for (let parent = unit.parent; parent !== null && !ancestors.has(parent); parent = byId.get(parent)?.parent ?? null)
    ancestors.add(parent);
  return ancestors;
}
