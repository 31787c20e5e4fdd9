import { isAscii, isUtf8 } from 'node:buffer';
import { detect } from 'chardet';

/** A page as text, with the lower-case WHATWG label of the encoding it was read in (`utf-8`, `gb18030`, `utf-16le` …). */
export interface Decoded {
  readonly text: string;
  readonly encoding: string;
}

/**
 * Reads the bytes of a page. Byte order mark, then `Content-Type`, then `<meta>` in the first 4 KB, then the bytes
 * themselves; but what the bytes prove beats what is declared, because many sites declare the wrong one.
 * GB2312 and GBK are read as their superset GB18030. Never throws.
 */
export function decodeHtml(body: Uint8Array, contentType?: string): Decoded {
  const encoding = encodingOf(body, contentType);
  return { text: decoder(encoding).decode(body), encoding };
}

function encodingOf(body: Uint8Array, contentType: string | undefined): string {
  const certain = byteOrderMark(body) ?? wideWithoutMark(body);
  if (certain) return certain;
  if (isAscii(body)) return declaredEncodings(body, contentType)[0] ?? 'utf-8';
  if (isUtf8(body) || isUtf8(withoutTail(body))) {
    if (hasLongSequence(body)) return 'utf-8';
    return shortUtf8(declaredEncodings(body, contentType)[0]);
  }
  if (shareOfUtf8(body) > 0.75) return 'utf-8';
  const declared = declaredEncodings(body, contentType).find(label => label !== 'utf-8' && !singleByte.test(label));
  return declared ?? guess(body);
}

/** Western single-byte labels are a server's default far more often than the truth about a Chinese page. */
const singleByte = /^(?:windows-125\d|iso-8859-\d+|macintosh|x-)/;

/**
 * Valid UTF-8 without any character of three bytes: so few bytes that a short Chinese text in GBK (一 is D2 BB) looks
 * the same. Here the declaration decides.
 */
const shortUtf8 = (declared: string | undefined): string => (!declared || singleByte.test(declared) ? 'utf-8' : declared);

function guess(body: Uint8Array): string {
  const found = known(detect(body.subarray(0, 65_536)) ?? '');
  return found && found !== 'utf-8' && !singleByte.test(found) ? found : 'gb18030';
}

function byteOrderMark(body: Uint8Array): string | null {
  if (body[0] === 0xef && body[1] === 0xbb && body[2] === 0xbf) return 'utf-8';
  if (body[0] === 0xff && body[1] === 0xfe) return 'utf-16le';
  if (body[0] === 0xfe && body[1] === 0xff) return 'utf-16be';
  return null;
}

/** Markup is ASCII: in UTF-16 at least a third of the units of a page's beginning then have a zero on one side only. */
function wideWithoutMark(body: Uint8Array): string | null {
  const end = Math.min(body.length, 1024) & ~1;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < end; i += 2) {
    if (body[i] === 0) even++;
    if (body[i + 1] === 0) odd++;
  }
  const enough = Math.max(2, end / 6);
  if (odd >= enough && even * 20 < odd) return 'utf-16le';
  if (even >= enough && odd * 20 < even) return 'utf-16be';
  return null;
}

/** Cuts an incomplete character off the end, as a body cut at the size limit has one. */
function withoutTail(body: Uint8Array): Uint8Array {
  let end = body.length;
  const lowest = Math.max(0, end - 3);
  while (end > lowest && (body[end - 1]! & 0xc0) === 0x80) end--;
  return body.subarray(0, Math.max(0, end - 1));
}

function hasLongSequence(body: Uint8Array): boolean {
  for (let i = 0; i < body.length; i++) if (body[i]! >= 0xe0) return true;
  return false;
}

/** Share of the first 2,000 or so non-ASCII bytes that belong to well-formed UTF-8 characters. */
function shareOfUtf8(body: Uint8Array): number {
  let good = 0;
  let bad = 0;
  for (let i = 0; i < body.length && good + bad < 2000; i++) {
    if (body[i]! < 0x80) continue;
    const length = utf8Length(body, i);
    if (length === 0) bad++;
    good += length;
    i += Math.max(0, length - 1);
  }
  return good / (good + bad);
}

/** Bytes of the well-formed character of several bytes that begins here; 0 when none does. */
function utf8Length(body: Uint8Array, at: number): number {
  const first = body[at]!;
  const length = first >= 0xc2 && first < 0xe0 ? 2 : first >= 0xe0 && first < 0xf0 ? 3 : first >= 0xf0 && first < 0xf5 ? 4 : 0;
  for (let i = 1; i < length; i++) if ((body[at + i]! & 0xc0) !== 0x80) return 0;
  return length;
}

const metaTag = /<meta[\s/]((?:[^>"']|"[^"]*"|'[^']*')*)>?/gi;
const charset = /charset\s*=\s*["']?\s*([^\s"'/>;,]+)/i;

/** What header and markup declare, in the order in which a browser believes them; unknown labels left out. */
function declaredEncodings(body: Uint8Array, contentType: string | undefined): readonly string[] {
  const head = Buffer.from(body.buffer, body.byteOffset, Math.min(body.length, 4096)).toString('latin1');
  const markup = head.replace(/<!--[\s\S]*?-->/g, '');
  const labels = [
    charset.exec(contentType ?? '')?.[1],
    ...Array.from(markup.matchAll(metaTag), ([, attributes = '']) => charset.exec(attributes)?.[1]),
    /^\s*<\?xml[^>]*?encoding\s*=\s*["']([^"']+)/i.exec(markup)?.[1],
  ];
  return labels.flatMap(label => known(label ?? '') ?? []);
}

const decoders = new Map<string, InstanceType<typeof TextDecoder>>();

function decoder(label: string): InstanceType<typeof TextDecoder> {
  const kept = decoders.get(label);
  if (kept) return kept;
  const made = new TextDecoder(label);
  decoders.set(label, made);
  return made;
}

const labels = new Map<string, string | null>();
const mostLabels = 500;

/** The label under which we read a declared encoding; null when nobody knows it. Markup read as bytes cannot be UTF-16. */
function known(label: string): string | null {
  const earlier = labels.get(label);
  if (earlier !== undefined) return earlier;
  const found = lookUp(label);
  if (labels.size < mostLabels) labels.set(label, found);
  return found;
}

function lookUp(label: string): string | null {
  try {
    const { encoding } = new TextDecoder(label.trim());
    if (encoding === 'gbk') return 'gb18030';
    return encoding.startsWith('utf-16') ? 'utf-8' : encoding;
  } catch {
    return null;
  }
}
