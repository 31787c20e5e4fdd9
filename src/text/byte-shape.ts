/** What the bytes above ASCII look like when they are read in pairs, as Chinese encodings write characters. Shares are of all units read. */
export interface PairShape {
  /** Pairs read, and bytes that begin no pair. */
  readonly units: number;
  /** Bytes that begin no pair: none in an undamaged page of a Chinese encoding. */
  readonly single: number;
  /** Of the rows of punctuation and of everyday characters of GB 2312, to which the everyday rows of Big5 belong as well. */
  readonly everyday: number;
  /** With a second byte below A1: two fifths of Big5, hardly any of simplified Chinese in GBK, most of western letters with ASCII behind them. */
  readonly lowSecond: number;
  /** With a first byte below A1: rare characters of GBK, among them traditional ones; none of Big5. */
  readonly lowFirst: number;
  /** Which are at the same time a Latin or Cyrillic letter in UTF-8. */
  readonly western: number;
}

/** Reads the first 4,000 units above ASCII. */
export function pairShape(body: Uint8Array): PairShape {
  let units = 0;
  let single = 0;
  let everyday = 0;
  let lowSecond = 0;
  let lowFirst = 0;
  let western = 0;
  for (let i = 0; i < body.length && units < 4000; i++) {
    const first = body[i]!;
    if (first < 0x80) continue;
    units++;
    const second = body[i + 1] ?? 0;
    if (first === 0x80 || first === 0xff || second < 0x40 || second === 0x7f || second === 0xff) {
      single++;
      continue;
    }
    if (first >= 0xa1 && first <= 0xd7 && second >= 0xa1) everyday++;
    if (second < 0xa1) lowSecond++;
    if (first < 0xa1) lowFirst++;
    if (second < 0xc0 && ((first >= 0xc2 && first <= 0xc5) || first === 0xd0 || first === 0xd1)) western++;
    i++;
  }
  const share = (count: number) => (units === 0 ? 0 : count / units);
  return {
    units,
    single: share(single),
    everyday: share(everyday),
    lowSecond: share(lowSecond),
    lowFirst: share(lowFirst),
    western: share(western),
  };
}

/** The encoding that a byte order mark proves; null without one. */
export function byteOrderMark(body: Uint8Array): string | null {
  if (body[0] === 0xef && body[1] === 0xbb && body[2] === 0xbf) return 'utf-8';
  if (body[0] === 0xff && body[1] === 0xfe) return 'utf-16le';
  if (body[0] === 0xfe && body[1] === 0xff) return 'utf-16be';
  return null;
}

/**
 * UTF-16 without a mark, null when it is something else. Markup is ASCII: at least a third of the units of a page's beginning then have
 * a zero on one side only.
 */
export function wideWithoutMark(body: Uint8Array): string | null {
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

/** Cuts an incomplete UTF-8 character off the end, as a body cut at the size limit has one. */
export function withoutTail(body: Uint8Array): Uint8Array {
  let end = body.length;
  const lowest = Math.max(0, end - 3);
  while (end > lowest && (body[end - 1]! & 0xc0) === 0x80) end--;
  return end > 0 && body[end - 1]! >= 0xc2 ? body.subarray(0, end - 1) : body;
}

/** Share of the first 2,000 or so non-ASCII bytes that belong to well-formed UTF-8 characters. */
export function shareOfUtf8(body: Uint8Array): number {
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
