import { isAscii, isUtf8 } from 'node:buffer';
import { detect } from 'chardet';
import { byteOrderMark, type PairShape, pairShape, shareOfUtf8, wideWithoutMark, withoutTail } from './byte-shape.ts';
import { charsetsOfMarkup } from './markup-charset.ts';
import { charsetOfContentType } from './mime-charset.ts';

/** A page as text, with the lower-case WHATWG label of the encoding it was read in (`utf-8`, `gb18030`, `utf-16le` …). */
export interface Decoded {
  readonly text: string;
  readonly encoding: string;
}

/**
 * Reads the bytes of a page. Byte order mark, then `Content-Type`, then `<meta>` and XML declaration, then the bytes themselves
 * (HTML standard §13.2.3.2); but what the bytes prove beats what is declared, because many sites declare the wrong one.
 * GB2312 and GBK are read as their superset GB18030. Never throws.
 */
export function decodeHtml(body: Uint8Array, contentType?: string): Decoded {
  const encoding = encodingOf(body, contentType);
  return { text: decoder(encoding).decode(body), encoding };
}

function encodingOf(body: Uint8Array, contentType: string | undefined): string {
  const certain = byteOrderMark(body) ?? wideWithoutMark(body);
  if (certain) return certain;
  const declared = () => declaredEncodings(body, contentType);
  if (isAscii(body)) return declared()[0] ?? 'utf-8';
  const hasLong = hasLongSequence(body);
  if (isUtf8(body) || isUtf8(withoutTail(body))) return hasLong ? 'utf-8' : shortUtf8(body, declared()[0]);
  const shape = pairShape(body);
  if (shareOfUtf8(body) > 0.75 && (hasLong || !looksGbk(shape))) return 'utf-8';
  return ofPairs(body, shape, declared());
}

function hasLongSequence(body: Uint8Array): boolean {
  for (let i = 0; i < body.length; i++) if (body[i]! >= 0xe0) return true;
  return false;
}

/** Western single-byte labels are a server's default far more often than the truth about a Chinese page. */
const singleByte = /^(?:windows-125\d|iso-8859-\d+|macintosh|x-)/;

/**
 * Valid UTF-8 without any character of three bytes: so few bytes that a short Chinese text in GBK (一 is D2 BB) looks
 * the same. Here the declaration decides, and without one what the characters would be.
 */
function shortUtf8(body: Uint8Array, declared: string | undefined): string {
  if (declared && !singleByte.test(declared)) return declared;
  return looksGbk(pairShape(body)) ? 'gb18030' : 'utf-8';
}

const looksGbk = ({ everyday, western }: PairShape): boolean => everyday > 0.8 && western < 0.5;

/** For bytes that are not UTF-8. */
function ofPairs(body: Uint8Array, shape: PairShape, declared: readonly string[]): string {
  const label = declared.find(candidate => candidate !== 'utf-8' && !(isChinese(shape) && singleByte.test(candidate)));
  if (label === undefined) return guess(body, shape);
  // Templates are copied between mainland pages and those in traditional characters, and their label with them.
  if (label === 'gb18030' && looksBig5(shape)) return 'big5';
  return label === 'big5' && isLong(shape) && shape.everyday > 0.8 && shape.lowSecond < 0.05 ? 'gb18030' : label;
}

const isChinese = ({ everyday }: PairShape): boolean => everyday > 0.4;
const isLong = ({ units }: PairShape): boolean => units >= 20;
const looksBig5 = (shape: PairShape): boolean =>
  isLong(shape) && isChinese(shape) && shape.lowSecond > 0.3 && shape.lowFirst < 0.01 && shape.single < 0.05;

/** Statistics of letters tell nothing about a few words: a short page of pairs is Chinese, and only what cannot be is western. */
function guess(body: Uint8Array, shape: PairShape): string {
  if (looksBig5(shape)) return 'big5';
  if (isChinese(shape) ? shape.units < 100 : !isLong(shape) && shape.single === 0) return 'gb18030';
  const found = known(detect(body.subarray(0, 65_536)) ?? '');
  return found && found !== 'utf-8' && !(isChinese(shape) && singleByte.test(found)) ? found : 'gb18030';
}

/** What header and markup declare, in the order in which a browser believes them; unknown labels left out. */
function declaredEncodings(body: Uint8Array, contentType: string | undefined): readonly string[] {
  const head = Buffer.from(body.buffer, body.byteOffset, Math.min(body.length, longestHead)).toString('latin1');
  return [charsetOfContentType(contentType ?? '') ?? '', ...charsetsOfMarkup(head)].flatMap(label => known(label) ?? []);
}

/** Bytes in which a declaration is looked for. Browsers look at 1,024 first, and further on while they read. */
const longestHead = 65_536;

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

/** The label under which we read a declared encoding; null when nobody knows it. */
function known(label: string): string | null {
  const earlier = labels.get(label);
  if (earlier !== undefined) return earlier;
  const found = lookUp(label);
  if (labels.size < mostLabels) labels.set(label, found);
  return found;
}

/** Markup read as bytes cannot be UTF-16; `x-user-defined` stands for windows-1252 (HTML standard §13.2.3.2). */
function lookUp(label: string): string | null {
  try {
    const { encoding } = new TextDecoder(label.trim() === 'x-user-defined' ? 'windows-1252' : label);
    if (encoding === 'gbk') return 'gb18030';
    return encoding.startsWith('utf-16') ? 'utf-8' : encoding;
  } catch {
    return null;
  }
}
