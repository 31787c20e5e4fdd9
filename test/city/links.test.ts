import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { growSite } from '../../fixtures/city/grow/site.ts';
import { linkEndOf } from '../../fixtures/city/hosts/link-ends.ts';
import { dayOfNight, usualNight } from '../../fixtures/city/nights.ts';
import { closedHost, expiredHost, missingHost } from '../../fixtures/city/outside.ts';
import type { FamilyName, UnitPlan } from '../../fixtures/city/plan.ts';
import { planOfNight } from '../../fixtures/city/plan-of-night.ts';
import { type City, startCity } from '../../fixtures/city/serve.ts';
import { allColumns, type Target } from '../../fixtures/city/site.ts';
import { families } from '../../fixtures/city/templates/index.ts';
import { readCityUnits } from '../../fixtures/city/unit-file.ts';
import { get, linksOf, textOf } from './support.ts';

const units = readCityUnits();
const plans = new Map(units.map(unit => [unit.plan.id, planOfNight(unit, usualNight)]));

/** Families whose links exist only when a script has run: without a browser nobody can walk them. */
const filledByScript: ReadonlySet<FamilyName> = new Set(['spa', 'json-list', 'lazy', 'hash-routes', 'mobile']);

const isOpen = ({ family, quirks }: UnitPlan): boolean =>
  !filledByScript.has(family) &&
  (quirks.wall ?? quirks.down ?? quirks.moved ?? quirks.certificate) === undefined &&
  quirks.rateLimit !== 'always';

/** What the links of an item answer that the plan sends away; every other page of the site must answer 200. */
const answers: Readonly<Partial<Record<Target['to'], number>>> = {
  dead: 404,
  forbidden: 403,
  'redirect-home': 302,
  'redirect-loop': 302,
};

let city: City;
beforeAll(async () => {
  city = await startCity();
});
afterAll(() => city.close());

describe('every site, walked to its end', () => {
  test.for([...plans.values()].filter(isOpen).map(plan => [plan.id, plan] as const))(
    '%s has just the faults that were planted',
    async ([id, plan]) => {
      const { pages, faults } = await walk(id);
      expect([...faults].sort()).toEqual(plannedFaults(plan));
      expect(pages).toBeGreaterThan(70);
    },
  );
});

test('every host of the roster is in the world', () => {
  const hosts = city.roster.flatMap(({ sites }) => sites.map(({ url }) => new URL(url).host));
  for (const host of hosts) expect(city.world.has(host), host).toBe(true);
});

/** Follows every link below the unit's prefix; what is outside is asked for once. A second try is granted where the first says later. */
async function walk(id: string): Promise<{ readonly pages: number; readonly faults: ReadonlySet<string> }> {
  const { url, prefixes } = city.roster.find(unit => unit.id === id)!.sites[0]!;
  const seen = new Set([url]);
  const faults = new Set<string>();
  for (const address of seen) {
    const planted = plantedEnd(address);
    if (planted !== null) {
      faults.add(planted);
      continue;
    }
    if (isWalled(address)) continue;
    const first = await get(city, address);
    const answer = first.status === 503 || first.status === 429 ? await get(city, address) : first;
    if (answer.status !== 200 && !isRoot(address)) faults.add(`${answer.status} ${address.slice(new URL(address).origin.length)}`);
    if (!address.startsWith(prefixes[0]!) || !answer.type.includes('html')) continue;
    for (const link of linksOf(textOf(answer.body), address)) if (!/[?&]sid=|\/rili\/|^mailto:/.test(link)) seen.add(link);
  }
  return { pages: seen.size, faults };
}

/** The bare host may send on to the home page by another name. */
const isRoot = (address: string): boolean => new URL(address).pathname === '/';

const oddHosts: Readonly<Record<string, string>> = {
  [closedHost]: 'refused',
  [missingHost]: 'no-such-host',
  [expiredHost]: 'expired-certificate',
};

/** Planted links are not followed: some never answer, some never end. */
function plantedEnd(address: string): string | null {
  const { hostname, pathname } = new URL(address);
  const end = linkEndOf(pathname) ?? oddHosts[hostname];
  return end === undefined ? null : `end ${end}`;
}

/** Another unit's host that shows nobody anything on this night. */
function isWalled(address: string): boolean {
  const owner = [...plans.values()].find(({ host }) => host === new URL(address).host);
  return owner !== undefined && (owner.quirks.wall ?? owner.quirks.down ?? owner.quirks.certificate) !== undefined;
}

function plannedFaults(plan: UnitPlan): readonly string[] {
  const family = families[plan.family];
  const site = growSite(plan, dayOfNight(usualNight), plans);
  const away = allColumns(site).flatMap(column => {
    if (column.kind !== 'away') return [];
    if (column.target.to === 'url') return plantedEnd(column.target.url) ?? [];
    const status = answers[column.target.to];
    return status === undefined ? [] : [`${status} ${family.columnPath(site, column, 1)}`];
  });
  const ends = [...plan.homeLinks, ...plan.disclosureLinks].flatMap(({ end }) => (end === undefined ? [] : [`end ${end}`]));
  const form = plan.requestForm === 'dead' ? [`404 ${plan.base}/ysq/apply.do`] : [];
  return [...new Set([...away, ...ends, ...form])].sort();
}
