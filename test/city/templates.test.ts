import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FamilyName } from '../../fixtures/city/plan.ts';
import { type City, startCity } from '../../fixtures/city/serve.ts';
import { isPresentable } from '../../fixtures/city/templates/content.ts';
import { families } from '../../fixtures/city/templates/index.ts';
import { expectedOf, sampleUnit } from './sample-unit.ts';
import { get, linksOf, textOf } from './support.ts';

const names = Object.keys(families) as FamilyName[];

/** Families whose links exist only when a script has run: their addresses answer, but nobody can walk them without a browser. */
const filledByScript: ReadonlySet<FamilyName> = new Set(names.filter(name => families[name].byScript !== undefined));

/** What a walk found at an address; `text` is empty for files. */
interface Visited {
  readonly status: number;
  readonly text: string;
}
type Walked = ReadonlyMap<string, Visited>;

describe.for(names)('the family %s', name => {
  const unit = sampleUnit(name);
  const expected = expectedOf(unit);
  let city: City;
  beforeAll(async () => {
    city = await startCity({ units: [unit] });
  });
  afterAll(() => city.close());

  test('draws every view, and no value is left unwritten', async () => {
    for (const address of expected.addresses) {
      const { status, body } = await follow(city, address);
      expect(status, address).toBe(200);
      expect(unwritten(textOf(body)), address).toBeNull();
    }
  });

  test('draws the error page in disguise', async () => {
    const soft = await startCity({ units: [sampleUnit(name, { missing: 'soft' })] });
    try {
      const { status, body } = await get(soft, new URL('no/such/page.html', expected.home).href);
      expect(status).toBe(200);
      expect(unwritten(textOf(body))).toBeNull();
    } finally {
      await soft.close();
    }
  });

  test('is the same to the byte on every start', async () => {
    const second = await startCity({ units: [unit] });
    try {
      for (const address of expected.addresses) {
        const [one, other] = [await get(city, address), await get(second, address)];
        expect(other.body.equals(one.body), address).toBe(true);
      }
    } finally {
      await second.close();
    }
  });
});

describe.for(names.filter(name => !filledByScript.has(name)))('the family %s, walked', name => {
  const unit = sampleUnit(name);
  const { site, home, landing, columns, entries } = expectedOf(unit);
  let city: City;
  let walked: Walked;
  beforeAll(async () => {
    city = await startCity({ units: [unit] });
    walked = await walk(city, home, new URL(`${unit.plan.base}/`, home).href);
  });
  afterAll(() => city.close());

  test('leads from home to every column and every entry', () => {
    for (const { title, address } of [...columns, ...entries]) expect(walked.has(address), `${title} ${address}`).toBe(true);
  });

  test('has no link that leads nowhere', () => {
    expect([...walked].filter(([, { status }]) => status !== 200).map(([address, { status }]) => `${status} ${address}`)).toEqual([]);
  });

  test('shows title and day of every entry, and leads to its file', () => {
    for (const { address, title, date, file } of entries) {
      const html = walked.get(address)?.text ?? '';
      const words = wordsOf(html);
      expect(words, address).toContain(title.replace(/\s+/g, ''));
      expect(
        dayForms(date).some(form => words.includes(form)),
        `${date} on ${address}`,
      ).toBe(true);
      if (file !== null) expect(linksOf(html, address), address).toContain(file);
    }
  });

  test('shows on its home page what the site has', () => {
    const pages = framesOf(walked, home);
    const html = pages.map(address => walked.get(address)?.text ?? '').join('\n');
    const links = new Set(pages.flatMap(address => linksOf(walked.get(address)?.text ?? '', address)));
    const { icp, police, siteCode, organiser } = site.marks;
    for (const mark of [icp, police, siteCode, organiser, '今天是2026年11月20日', 'bszs.conac.cn', '无障碍浏览'])
      expect(html.includes(mark!), `${mark}`).toBe(true);
    expect([...links].some(link => link.startsWith('http://zfwzgl.www.gov.cn/'))).toBe(true);
    for (const { text, href } of [...site.homeLinks, ...site.friends]) expect(links, text).toContain(href);
    const shown = [...site.disclosure.children.filter(isPresentable), ...site.quick, ...site.footer, ...site.boxes];
    for (const { id, title } of shown) expect([...links].map(caseless), title).toContain(caseless(addressOf(id)));
  });

  test('links from the landing page of the disclosure section to what the plan put there', () => {
    const links = linksOf(walked.get(landing)?.text ?? '', landing);
    for (const { href } of site.disclosureLinks) expect(links).toContain(href);
  });

  test('can send the reader round for ever', async () => {
    const looping = {
      ...unit,
      plan: { ...unit.plan, items: { ...unit.plan.items, procurement: { state: { is: 'redirect-loop' } } } },
    } as const;
    const round = await startCity({ units: [looping] });
    try {
      let address = expectedOf(looping).away[0]!.address;
      for (let hop = 0; hop < 5; hop++) {
        const { status, location } = await get(round, address);
        expect(status, address).toBe(302);
        address = new URL(location, address).href;
      }
    } finally {
      await round.close();
    }
  });

  const addressOf = (id: number): string => columns.find(({ column }) => column === id)?.address ?? '';
});

/** The answer, or the one to which it sends the reader: phones and computers may have pages of their own. */
async function follow(city: City, address: string): ReturnType<typeof get> {
  const answer = await get(city, address);
  return answer.status === 302 ? get(city, new URL(answer.location, address).href) : answer;
}

const unwritten = (text: string): string | null => /undefined|\[object|\bNaN\b|>null</.exec(text)?.[0] ?? null;

/** Every page under `prefix` that links reach from `start`, and everything that these pages link to on the host. */
async function walk(city: City, start: string, prefix: string): Promise<Walked> {
  const walked = new Map<string, Visited>();
  const waiting = new Set([start]);
  for (const address of waiting) {
    if (new URL(address).host !== new URL(start).host) continue;
    const { status, type, location, body } = await get(city, address);
    const isPage = /html/.test(type);
    const text = isPage ? textOf(body) : '';
    walked.set(address, { status: status === 302 ? 200 : status, text });
    if (status === 302) waiting.add(new URL(location, address).href);
    if (isPage && (address.startsWith(prefix) || address === start))
      for (const link of linksOf(text, baseOf(text, address))) waiting.add(link);
  }
  return walked;
}

const baseOf = (html: string, address: string): string => new URL(/<base href="([^"]+)"/.exec(html)?.[1] ?? address, address).href;

/** The page and the frames that it is made of. */
function framesOf(walked: Walked, address: string): readonly string[] {
  const sources = [...(walked.get(address)?.text ?? '').matchAll(/<i?frame src="([^"]+)"/g)];
  return [address, ...sources.flatMap(([, source]) => framesOf(walked, new URL(source!, address).href))];
}

const wordsOf = (html: string): string =>
  html
    .replace(/<(script|style)[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]+>/g, '')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, '');

/** The ways in which sites write a day. */
function dayForms(date: string): readonly string[] {
  const [year, month, day] = date.split('-').map(Number);
  return [date, date.replaceAll('-', '/'), date.replaceAll('-', '.'), `${year}/${month}/${day}`, `${year}年${month}月${day}日`];
}

/** Some servers do not tell capital from small letters. */
const caseless = (address: string): string => address.toLowerCase();
