import { styleText } from 'node:util';
import stringWidth from 'string-width';

/** `colour` is the caller's decision (terminal or file, NO_COLOR); `width` is in columns, a Chinese character takes two. */
export interface TerminalOptions {
  readonly colour: boolean;
  readonly width: number;
}

export type Style = Parameters<typeof styleText>[0];

/** Paints text, or leaves it alone when colours were not asked for. */
export const paint = ({ colour }: TerminalOptions, style: Style, text: string): string =>
  colour ? styleText(style, text, { validateStream: false }) : text;

/** Lines of at most `width` columns (at least 4). Breaks where Chinese text may break: not inside a Latin word, not before 。 or after （. */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces(text)) {
    if (stringWidth(line + piece) <= width) {
      line += line === '' ? piece.trimStart() : piece;
      continue;
    }
    if (line !== '') lines.push(line.trimEnd());
    const parts = stringWidth(piece) <= width ? [piece.trimStart()] : slices(piece, width);
    lines.push(...parts.slice(0, -1));
    line = parts.at(-1) ?? '';
  }
  return line === '' && lines.length > 0 ? lines : [...lines, line.trimEnd()];
}

/** Wrapped lines, each behind the indent and with it at most as wide as the terminal. */
export const indented = (text: string, indent: string, { width }: TerminalOptions): readonly string[] =>
  wrap(text, width - indent.length).map(line => indent + line);

/** Text filled up with spaces, or cut with an ellipsis, to exactly `width` columns (at least 5). */
export function fit(text: string, width: number, align: 'left' | 'right' = 'left'): string {
  const cut = stringWidth(text) <= width ? text : `${slices(text, width - 1)[0] ?? ''}…`;
  const gap = ' '.repeat(Math.max(0, width - stringWidth(cut)));
  return align === 'left' ? cut + gap : gap + cut;
}

const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' });
/** Characters as a reader counts them. An endless chain of joined ones is taken apart, or no line could hold it. */
const split = (text: string): readonly string[] =>
  Array.from(graphemes.segment(text), ({ segment }) => (stringWidth(segment) > 4 ? [...segment] : [segment])).flat();

const latin = /^[!-~]+$/;
const closes = /^[，。、；：？！）》”’」』】〕％…,.;:?!)\]}]/;
const opens = /[（《“‘「『【〔([{]$/;

/** What must stay together: Latin words, and punctuation with the character it belongs to. */
function pieces(text: string): readonly string[] {
  const result: string[] = [];
  for (const character of split(text)) {
    const previous = result.at(-1);
    if (previous !== undefined && clings(previous, character)) result[result.length - 1] = previous + character;
    else result.push(character);
  }
  return result;
}

function clings(previous: string, character: string): boolean {
  if (previous === ' ' || character === ' ') return false;
  return closes.test(character) || opens.test(previous) || (latin.test(previous) && latin.test(character));
}

function slices(text: string, width: number): readonly string[] {
  const result: string[] = [];
  let part = '';
  for (const character of split(text)) {
    if (part !== '' && stringWidth(part + character) > width) {
      result.push(part);
      part = '';
    }
    part += character;
  }
  return part === '' ? result : [...result, part];
}
