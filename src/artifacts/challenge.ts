import { collapse } from '../text/normalise.ts';
import { type Signature, signatures } from './challenge-signatures.ts';
import { readTags } from './html-tags.ts';

/** How the page was answered; lower-case header names. */
export interface ChallengeHead {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * The name of the wall that answered in place of the page, or null when none did. `html`: the page as it came; `title`:
 * its title. Only pages with next to nothing on them can be walls: what a full page says or carries does not count.
 */
export function challengeOf(html: string, title: string, head: ChallengeHead = {}): string | null {
  const text = html.length > largestWall ? null : thinText(html);
  if (text === null) return null;
  const headers = Object.entries(head.headers ?? {}).map(([name, value]) => `${name}: ${value}`);
  const seen: Seen = { html, title, text: `${title} ${text}`.trim(), headers: headers.join('\n'), status: head.status };
  // With this status Cloudflare says that the server behind it is down.
  if (head.status === 521 && /^server: cloudflare/im.test(seen.headers)) return null;
  return signatures.find(signature => fits(signature, seen))?.name ?? null;
}

interface Seen {
  readonly html: string;
  readonly title: string;
  readonly text: string;
  readonly headers: string;
  readonly status: number | undefined;
}

const fits = (signature: Signature, seen: Seen): boolean =>
  (!signature.status || (seen.status !== undefined && signature.status.includes(seen.status))) &&
  (!signature.headers || signature.headers.test(seen.headers)) &&
  (!signature.html || signature.html.test(seen.html)) &&
  (!signature.title || signature.title.test(seen.title)) &&
  !signature.unless?.test(seen.html) &&
  (!signature.text || (signature.text.test(seen.text) && !isOrdinary(seen)));

/** A short article about firewalls, or a login form that asks for a captcha, may use the same words. */
const isOrdinary = ({ html, text }: Seen): boolean =>
  /(?:发布|成文|更新)(?:时间|日期)|来\s?源\s?[：:]/.test(text) || /type\s?=\s?["']?password/i.test(html);

/** The scripts of 瑞数 are the largest seen, about 300 KB. */
const largestWall = 600_000;
const mostText = 500;
const mostLinks = 12;

/** The visible text of a page with next to nothing on it; null for any other page, mostly after its first few kilobytes. */
function thinText(html: string): string | null {
  return html.length > beginning && textIn(html.slice(0, beginning)) === null ? null : textIn(html);
}

const beginning = 16_384;

/** Without a stack of open elements, for a hostile page has a hundred thousand of them. */
function textIn(html: string): string | null {
  let text = '';
  let links = 0;
  let unread = 0;
  const isFull = () => links > mostLinks || text.length > mostText;
  readTags(html, {
    open({ name }) {
      if (name === 'a') links++;
      if (unreadTags.has(name)) unread++;
    },
    close(name) {
      if (unreadTags.has(name) && unread > 0) unread--;
    },
    text(words) {
      if (unread > 0 || isFull()) return;
      const said = collapse(words);
      if (said !== '') text += text === '' ? said : ` ${said}`;
    },
  });
  return isFull() ? null : text;
}

const unreadTags = new Set(['script', 'style', 'title', 'template', 'svg']);
