/** What one robots.txt asks of one crawler. */
export interface RobotsRules {
  /** Whether the crawler may fetch this absolute address. The origin is not looked at. */
  allows(url: string): boolean;
  /** The longest Crawl-delay of the groups that count for the crawler; null when they ask for none. Seconds, greater than 0. */
  readonly crawlDelaySeconds: number | null;
}

/**
 * Reads the text of a robots.txt as RFC 9309 says, for the crawler with this product token; null when it addresses nobody and therefore
 * is none. Groups that name the token count, all of them together, else those for `*`. Usual misspellings are understood, and a full-width
 * colon. Lines of other kinds (Sitemap, unknown ones) end no group (§2.2.4).
 */
export function parseRobotsRules(text: string, productToken: string): RobotsRules | null {
  const token = tokenOf(productToken);
  const own: Group = { rules: [], delay: 0, isNamed: false };
  const everybody: Group = { rules: [], delay: 0, isNamed: false };
  let addressed = new Set<Group>();
  let delayed = new Set<Group>();
  let previous: LineKind = 'rule';
  let isRobots = false;
  for (const line of text.split(/\r\n?|\n/)) {
    const { kind, value, allow } = readLine(line);
    if (kind === 'other') continue;
    if (kind === 'agent') {
      isRobots = true;
      if (previous === 'rule') addressed = new Set();
      if (previous !== 'agent') delayed = new Set();
      const group = /^\*(?:\s|$)/.test(value) ? everybody : tokenOf(value) === token ? own : null;
      if (group) {
        group.isNamed = true;
        addressed.add(group);
        delayed.add(group);
      }
    }
    if (kind === 'rule' && value !== '') for (const group of addressed) group.rules.push(compile(value, allow));
    if (kind === 'delay') for (const group of delayed) group.delay = Math.max(group.delay, secondsOf(value));
    previous = kind;
  }
  return isRobots ? rulesOf(own.isNamed ? own : everybody) : null;
}

type LineKind = 'agent' | 'rule' | 'delay' | 'other';

interface Group {
  readonly rules: Rule[];
  /** Seconds; 0 for none. */
  delay: number;
  isNamed: boolean;
}

/** Product tokens have no version and no letter case (RFC 9309 §2.2.1). */
const tokenOf = (value: string): string => (/^[\w-]*/.exec(value)?.[0] ?? '').toLowerCase();

function secondsOf(value: string): number {
  const seconds = Number(value);
  return Number.isFinite(seconds) && seconds > 0 ? seconds : 0;
}

const kinds: ReadonlyMap<string, Exclude<LineKind, 'other'>> = new Map([
  ...['user-agent', 'useragent', 'user agent'].map(name => [name, 'agent'] as const),
  ...['allow', 'disallow', 'dissallow', 'dissalow', 'disalow', 'desallow', 'diasllow', 'disallaw'].map(name => [name, 'rule'] as const),
  ...['crawl-delay', 'crawldelay', 'crawl delay'].map(name => [name, 'delay'] as const),
]);

/** Without a colon, the first white space separates. */
function readLine(line: string): { readonly kind: LineKind; readonly value: string; readonly allow: boolean } {
  const comment = line.indexOf('#');
  const written = (comment < 0 ? line : line.slice(0, comment)).trim();
  const at = written.search(/[:：]/);
  const end = at < 0 || !kinds.has(written.slice(0, at).trim().toLowerCase()) ? written.search(/\s/) : at;
  const name = written.slice(0, Math.max(0, end)).trim().toLowerCase();
  return { kind: kinds.get(name) ?? 'other', value: written.slice(end + 1).trim(), allow: name === 'allow' };
}

interface Rule {
  readonly allow: boolean;
  /** Characters of the pattern. */
  readonly length: number;
  /** What stands between the `*`; the first piece begins the path. */
  readonly pieces: readonly string[];
  /** The last piece ends the path: the pattern ended in `$`. */
  readonly isWhole: boolean;
}

/** `*` is any run of characters, `$` at the end the end of the path (RFC 9309 §2.2.3); elsewhere a `$` is itself. */
function compile(pattern: string, allow: boolean): Rule {
  const isWhole = pattern.endsWith('$');
  const body = canonical(isWhole ? pattern.slice(0, -1) : pattern).replaceAll('$', '%24');
  const [first = '', ...others] = body.split('*');
  const last = others.length === 0 ? [] : others.slice(-1);
  const between = others.slice(0, -1).filter(piece => piece !== '');
  return { allow, length: body.length + (isWhole ? 1 : 0), pieces: [first, ...between, ...last], isWhole };
}

/** The longest pattern wins, and of two equal ones that which allows (RFC 9309 §2.2.2). */
function rulesOf({ rules, delay }: Group): RobotsRules {
  const byLength = rules.toSorted((a, b) => b.length - a.length || Number(b.allow) - Number(a.allow));
  return {
    allows(url) {
      const parsed = URL.parse(url);
      if (!parsed) return false;
      const path = canonical(parsed.pathname + parsed.search)
        .replaceAll('*', '%2A')
        .replaceAll('$', '%24');
      return byLength.find(rule => matches(rule, path))?.allow ?? true;
    },
    crawlDelaySeconds: delay > 0 ? delay : null,
  };
}

/** Each piece is taken where it comes first, so that a hostile pattern costs no more than reading the path once for each piece. */
function matches({ pieces, isWhole }: Rule, path: string): boolean {
  const first = pieces[0]!;
  if (!path.startsWith(first)) return false;
  if (pieces.length === 1) return !isWhole || path.length === first.length;
  let at = first.length;
  for (const piece of pieces.slice(1, isWhole ? -1 : undefined)) {
    const found = path.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  const last = pieces.at(-1)!;
  return !isWhole || (path.length - last.length >= at && path.endsWith(last));
}

/** One spelling for patterns and paths: what needs no escape is written plainly, everything beyond ASCII escaped, in upper case. */
const canonical = (text: string): string =>
  text.toWellFormed().replace(/%[0-9A-Fa-f]{2}|[^\w\-.~:/?#[\]@!$&'()*+,;=%]/gu, found => {
    if (!found.startsWith('%')) return encodeURIComponent(found);
    const character = String.fromCharCode(Number.parseInt(found.slice(1), 16));
    return /[\w\-.~]/.test(character) ? character : found.toUpperCase();
  });
