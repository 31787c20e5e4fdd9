import { html, raw } from 'hono/html';
import { stripControl } from '../../text/safe-text.ts';

/** Finished HTML. Only `markup` and the constants of this project make it; crawled text never is. */
export type Markup = ReturnType<typeof raw>;

/** What may stand in a template: finished HTML goes in as it is, all else is escaped. Null leaves nothing behind. */
export type Content = Markup | string | number | null | readonly Content[];

/** Template of HTML. Every string put in is stripped of control characters and escaped, in text and in quoted attributes alike. */
export function markup(strings: TemplateStringsArray, ...values: readonly Content[]): Markup {
  const result = html(strings, ...values.map(harmless));
  if (result instanceof Promise) throw new TypeError('Reports are made of finished values only.');
  return result;
}

export const nothing: Markup = raw('');

/** A heading of the given level. */
export function heading(level: 1 | 2 | 3 | 4, content: Content): Markup {
  return markup`<${raw(`h${level}`)}>${content}</${raw(`h${level}`)}>`;
}

function harmless(value: Content): unknown {
  if (typeof value === 'string') return stripControl(value);
  return Array.isArray(value) ? value.map(harmless) : value;
}
