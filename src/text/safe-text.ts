import { stripVTControlCharacters } from 'node:util';

const lineBreaks = /[\t\n\v\f\r\u0085\p{Zl}\p{Zp}]+/gu;
/** Invisible format characters that reorder, hide or tag text. The joiners and variation selectors stay: they shape what is seen. */
const invisible = /[\p{Cc}\p{Bidi_Control}\u00ad\u200b\u2060-\u2064\u206a-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;
/** Piled-up combining marks climb over the lines above; no living script needs more than four on one letter. */
const piledMarks = /(\p{M}{4})\p{M}+/gu;

/**
 * Crawled text made fit to be shown on one line of a terminal, page or spreadsheet. Afterwards it holds no control
 * character, no ANSI escape, no line break (they become a space) and nothing that changes the direction of what follows.
 */
export function stripControl(text: string): string {
  return stripVTControlCharacters(text).toWellFormed().replace(lineBreaks, ' ').replace(invisible, '').replace(piledMarks, '$1');
}

/** The first `max` characters (code points); longer text says that it was cut and how long it is. */
export function clip(text: string, max: number): string {
  if (text.length <= max) return text;
  const characters = [...text];
  if (characters.length <= max) return text;
  return `${characters.slice(0, max).join('')}…（共${characters.length}字）`;
}

/**
 * The address to put behind a link, or null when nobody should be sent there: only http and https, and nothing
 * before an `@`, with which one host poses as another.
 */
export function webHref(address: string): string | null {
  const url = URL.parse(address);
  if (url === null || !/^https?:$/.test(url.protocol)) return null;
  return url.username === '' && url.password === '' ? url.href : null;
}
