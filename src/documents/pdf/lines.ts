import type { Fragment } from './fragments.ts';

/** Words that stand together on a line, apart from others. */
export interface LinePart {
  readonly text: string;
  readonly x: number;
  readonly right: number;
}

/** What stands at one height, from the left; `y` is its baseline, `size` that of its largest letters. */
export interface Line {
  readonly y: number;
  readonly size: number;
  readonly parts: readonly LinePart[];
}

/**
 * What a gap means, in sizes of the font: from `western` on a space between letters, from `any` on one between ideographs too (less comes
 * of justifying), beyond `part` another column.
 */
const gaps = { western: 0.2, any: 0.6, part: 1.05 } as const;
/** How far baselines of one line may be apart, in sizes of the smaller font. */
const sameLine = 0.45;

/** Lines from the top downwards, by where the words stand and not by their order in the file. */
export function linesOf(fragments: readonly Fragment[]): Line[] {
  const rows: { y: number; size: number; members: Fragment[] }[] = [];
  for (const fragment of fragments.toSorted((a, b) => a.y - b.y)) {
    const row = rows.at(-1);
    if (row !== undefined && fragment.y - row.y <= sameLine * Math.min(row.size, fragment.size)) row.members.push(fragment);
    else rows.push({ y: fragment.y, size: fragment.size, members: [fragment] });
  }
  return rows.map(({ y, members }) => ({ y, size: members.reduce((most, { size }) => Math.max(most, size), 0), parts: partsOf(members) }));
}

function partsOf(fragments: readonly Fragment[]): LinePart[] {
  const parts: { text: string; x: number; right: number }[] = [];
  for (const { text, x, right, size } of fragments.toSorted((a, b) => a.x - b.x)) {
    const part = parts.at(-1);
    const gap = part === undefined ? Number.POSITIVE_INFINITY : x - part.right;
    if (part === undefined || gap > gaps.part * size) parts.push({ text, x, right });
    else {
      part.text += gap > gaps.any * size ? ` ${text}` : gap > gaps.western * size ? joined(part.text, text) : text;
      part.right = Math.max(part.right, right);
    }
  }
  return parts;
}

/** The second text as it follows the first: after a space, unless an ideograph or its punctuation stands at the seam. */
function joined(before: string, after: string): string {
  return isWestern(before.at(-1)) && isWestern(after[0]) ? ` ${after}` : after;
}

const isWestern = (character: string | undefined): boolean => character !== undefined && character < '\u2e80';

export const lineText = (line: Line): string => line.parts.map(({ text }) => text).join(' ');

/** Lines of one cell as one text. */
export function joinLines(lines: readonly Line[]): string {
  let text = '';
  for (const line of lines) text += text === '' ? lineText(line) : joined(text, lineText(line));
  return text;
}
