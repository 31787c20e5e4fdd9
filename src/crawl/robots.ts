import robotsParser from 'robots-parser';
import type { FetchOutcome } from '../model/fetch-outcome.ts';
import type { Fetcher } from './fetcher.ts';

/** The product token under which sites can address us in robots.txt (RFC 9309 §2.2.1). */
const productToken = 'gongkai';

/**
 * What came of reading one robots.txt (RFC 9309 §2.3.1): `rules`, `none` (4xx or no robots text: everything is allowed),
 * `unreachable` (5xx or no answer: allowed too, because an audit has to tell an ailing site from a closed one, but remembered).
 */
export type RobotsState = 'rules' | 'none' | 'unreachable';

/** The robots.txt files of all origins met, each fetched once. */
export interface Robots {
  /** Whether we may fetch this address. Reads the origin's robots.txt first when it is not known yet. */
  allows(url: string): Promise<boolean>;
  /** The longest Crawl-delay asked for by the robots.txt files read so far of this host; null when none asks. Seconds. */
  crawlDelaySeconds(host: string): number | null;
  /** What came of the robots.txt of this address's origin; null when it has not been read. */
  state(url: string): RobotsState | null;
}

/** `fetcher` should be the paced one. `userAgent` is what it sends: rules may name its first product instead of `gongkai`. */
export function createRobots(fetcher: Fetcher, userAgent: string): Robots {
  const token = userAgent.toLowerCase().includes(productToken) ? productToken : (userAgent.split(/[/\s]/)[0] ?? productToken);
  const files = new Map<string, Promise<RobotsFile>>();
  const read = new Map<string, RobotsFile>();

  async function load(origin: string): Promise<RobotsFile> {
    const outcome = await fetcher.fetch({ url: `${origin}/robots.txt`, body: 'any' });
    // An interrupted look says nothing; the next one asks again.
    if (outcome.kind === 'failure' && outcome.cause === 'interrupted') files.delete(origin);
    const file = readFile(origin, outcome);
    read.set(origin, file);
    return file;
  }

  function fileOf(origin: string): Promise<RobotsFile> {
    const known = files.get(origin);
    if (known) return known;
    const file = load(origin);
    files.set(origin, file);
    return file;
  }

  async function allows(url: string): Promise<boolean> {
    const parsed = URL.parse(url);
    if (!parsed) return false;
    // The file itself may always be fetched (RFC 9309 §2.2.2).
    if (parsed.pathname === '/robots.txt') return true;
    const file = await fileOf(parsed.origin);
    return file.rules?.isAllowed(parsed.href, token) ?? true;
  }

  function crawlDelaySeconds(host: string): number | null {
    const delays = [...read.entries()].filter(([origin]) => isAt(origin, host)).map(([, file]) => file.rules?.getCrawlDelay(token) ?? 0);
    const longest = Math.max(0, ...delays.filter(delay => Number.isFinite(delay)));
    return longest > 0 ? longest : null;
  }

  return { allows, crawlDelaySeconds, state: url => read.get(URL.parse(url)?.origin ?? '')?.state ?? null };
}

type Rules = ReturnType<typeof robotsParser.default>;

// The package's types describe an ES module, but what Node imports is the CommonJS function itself.
const parseRules = robotsParser as unknown as typeof robotsParser.default;

interface RobotsFile {
  readonly state: RobotsState;
  readonly rules: Rules | null;
}

function readFile(origin: string, outcome: FetchOutcome): RobotsFile {
  if (outcome.kind === 'failure' || outcome.status >= 500) return { state: 'unreachable', rules: null };
  const text = outcome.status < 300 ? decode(outcome.body) : '';
  // Many sites answer every unknown address with their home page.
  if (text === '' || text.startsWith('<')) return { state: 'none', rules: null };
  return { state: 'rules', rules: parseRules(`${origin}/robots.txt`, text) };
}

// RFC 9309 §2.5 lets a crawler stop at 500 KiB. TextDecoder removes the byte order mark.
function decode(body: Uint8Array): string {
  const encoding = body[0] === 0xff && body[1] === 0xfe ? 'utf-16le' : body[0] === 0xfe && body[1] === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(body.subarray(0, 500 * 1024)).trimStart();
}

function isAt(origin: string, host: string): boolean {
  const url = new URL(origin);
  return url.hostname === host.toLowerCase() || url.host === host.toLowerCase();
}
