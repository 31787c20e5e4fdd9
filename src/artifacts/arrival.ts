import { getDomain } from 'tldts';
import type { Trouble } from '../model/artifacts.ts';
import type { PageReading } from '../model/page-reading.ts';
import type { Look } from '../model/snapshot.ts';
import type { Unit } from '../model/unit.ts';
import { normalise } from '../text/normalise.ts';
import type { Belonging } from './belonging.ts';
import { siteHost } from './prefixes.ts';

/** Whose site it is, by the roster. */
export interface Owner {
  readonly unit: Unit;
  readonly roster: readonly Unit[];
  readonly belonging: Belonging;
}

/** Where a start address led. */
export interface Arrival {
  /** What belongs to the unit too, in this look: its site has moved there. Null when it is where the roster says. */
  readonly prefix: string | null;
  /** Somewhere else, and nothing shows that it is the unit's: what is seen there proves nothing about the unit. */
  readonly trouble: Trouble | null;
}

/**
 * Judges where a start address led, as a reader does who was sent away from the addresses on the roster. The new place is the unit's own
 * when it lies under the same registrable domain or among the government's, is nobody else's on the roster, and its page names the unit.
 * `from`: the start address on the roster; `look`: of the page that was reached from there, by redirects or by a notice.
 */
export function arrivalOf(from: string, look: Look, reading: PageReading, owner: Owner): Arrival {
  const { finalUrl, status } = look;
  const whose = owner.belonging.ofUrl(finalUrl);
  if (whose === 'own' || whose === 'shared' || reading.challenge !== null || (status ?? 0) >= 400) return { prefix: null, trouble: null };
  const entrance = entranceOf(look, owner.belonging);
  const doubt = doubtAbout(from, finalUrl, owner) ?? doubtAboutEntrance(entrance) ?? doubtAboutPage(from, reading, owner);
  if (doubt === null) return { prefix: new URL('.', entrance).href, trouble: null };
  return { prefix: null, trouble: straying(finalUrl, doubt) };
}

/** Why an address to which readers of the unit's start address are sent is not, or need not be, the unit's; null when it may be. */
export function doubtAbout(from: string, to: string, { unit, roster, belonging }: Owner): string | null {
  const whose = belonging.ofUrl(to);
  if (whose === 'own' || whose === 'shared') return null;
  const host = siteHost(to);
  const isAt = (other: Unit) => other.sites.some(site => addressesOf(site).some(url => siteHost(url) === host));
  const other = host === siteHost(from) ? undefined : roster.find(one => one.id !== unit.id && isAt(one));
  if (other) return `那里是${other.name}的网站`;
  if (whose === 'foreign') return '那里是其他单位的网站';
  return isSameDomain(from, to) || /\.gov\.cn(?::\d+)?$/.test(host) ? null : '那里既不在原来的域名之下，也不是政府网站';
}

/** The trouble of a home page that sends its readers to a place which proves nothing. `why`: one Chinese clause. */
export const straying = (to: string, why: string): Trouble => ({
  kind: 'unsure',
  reason: `已转到${new URL(to).host}，${why}，不能确认是本单位的新网址`,
});

/** Parameters that tell units of one platform apart tell nothing about where the unit's pages end. */
const doubtAboutEntrance = (entrance: string): string | null => (entrance.includes('?') ? '那里的网址以参数区分' : null);

/** Why a page does not show that it is the unit's; null when it names the unit and no other beside it. */
export function doubtAboutPage(from: string, reading: PageReading, { unit, belonging }: Owner): string | null {
  // Every city has its 市教育局: far from home only the full name counts.
  const names = isSameDomain(from, reading.url) ? [unit.name, ...unit.aliases] : [unit.name];
  return namesOnly(reading, names, belonging) ? null : '那里没有标明本单位的名称';
}

/** By its title, its first heading or its footer, and never beside another unit's: the front page of a platform lists them all. */
function namesOnly({ title, headings, identity }: PageReading, names: readonly string[], belonging: Belonging): boolean {
  if (belonging.foreignNameIn(title) !== null) return false;
  const longestFirst = names.map(normalise).sort((a, b) => b.length - a.length);
  const isOwn = (text: string) => {
    const name = longestFirst.find(one => normalise(text).includes(one));
    return name !== undefined && belonging.names(text) && belonging.foreignNameIn(normalise(text).replaceAll(name, ' ')) === null;
  };
  const isList = headings.filter(heading => belonging.foreignNameIn(heading) !== null).length > 1;
  return [title, ...(isList ? [] : headings.slice(0, 1)), identity.organiser ?? ''].some(isOwn);
}

function isSameDomain(one: string, other: string): boolean {
  const domain = getDomain(one);
  return siteHost(one) === siteHost(other) || (domain !== null && domain === getDomain(other));
}

const addressesOf = ({ url, disclosureUrl, prefixes }: Unit['sites'][number]): readonly string[] => [
  url,
  ...(disclosureUrl ? [disclosureUrl] : []),
  ...prefixes,
];

/** The address by which the new place was entered: an entrance may jump deeper into its own site (`/` to `/m/index.html`). */
function entranceOf({ url, hops, finalUrl }: Look, belonging: Belonging): string {
  const way = [url, ...hops.slice(1).map(hop => hop.url), finalUrl];
  return way.find(one => siteHost(one) === siteHost(finalUrl) && belonging.ofUrl(one) !== 'own') ?? finalUrl;
}
