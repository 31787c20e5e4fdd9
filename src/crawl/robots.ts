import type { FetchOutcome } from '../model/fetch-outcome.ts';
import { decodeHtml } from '../text/decode.ts';
import type { Fetcher } from './fetcher.ts';
import { parseRobotsRules, type RobotsRules } from './robots-rules.ts';

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
    const file = readFile(outcome, token);
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
    return file.rules?.allows(parsed.href) ?? true;
  }

  function crawlDelaySeconds(host: string): number | null {
    const delays = [...read.entries()].filter(([origin]) => isAt(origin, host)).map(([, file]) => file.rules?.crawlDelaySeconds ?? 0);
    const longest = Math.max(0, ...delays);
    return longest > 0 ? longest : null;
  }

  return { allows, crawlDelaySeconds, state: url => read.get(URL.parse(url)?.origin ?? '')?.state ?? null };
}

interface RobotsFile {
  readonly state: RobotsState;
  readonly rules: RobotsRules | null;
}

function readFile(outcome: FetchOutcome, token: string): RobotsFile {
  if (outcome.kind === 'failure' || outcome.status >= 500) return { state: 'unreachable', rules: null };
  const text = outcome.status < 300 ? textOf(outcome.body).trimStart() : '';
  // Many sites answer every unknown address with their home page.
  const rules = text.startsWith('<') ? null : parseRobotsRules(text, token);
  return { state: rules ? 'rules' : 'none', rules };
}

// RFC 9309 §2.5 lets a crawler stop at 500 KiB. A line cut there could forbid more than it says.
const longest = 500 * 1024;

/** Files of old sites are in GBK, and are saved with a byte order mark or as UTF-16. */
function textOf(body: Uint8Array): string {
  const { text } = decodeHtml(body.subarray(0, longest));
  return body.length <= longest ? text : text.slice(0, Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r')) + 1);
}

function isAt(origin: string, host: string): boolean {
  const url = new URL(origin);
  return url.hostname === host.toLowerCase() || url.host === host.toLowerCase();
}
