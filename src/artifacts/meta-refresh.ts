/** What `<meta http-equiv=refresh>` asks for. */
export interface Refresh {
  readonly seconds: number;
  /** The address as written; null when the page is to load itself again. */
  readonly reference: string | null;
}

/** Reads the `content` as the HTML standard does (“shared declarative refresh steps”); null when it is no refresh. */
export function parseMetaRefresh(content: string): Refresh | null {
  const [, digits = '', rest = ''] = /^[\t\n\f\r ]*(\d*)([\s\S]*)$/.exec(content) ?? [];
  if (digits === '' && !rest.startsWith('.')) return null;
  const seconds = Number(digits);
  const afterTime = rest.replace(/^[\d.]*/, '');
  if (afterTime === '') return { seconds, reference: null };
  if (!/^[;,\t\n\f\r ]/.test(afterTime)) return null;
  const written = afterTime.replace(/^[\t\n\f\r ]*[;,]?[\t\n\f\r ]*/, '');
  if (written === '') return { seconds, reference: null };
  return { seconds, reference: unquoted(written.replace(/^url[\t\n\f\r ]*=[\t\n\f\r ]*/i, '')) };
}

/** An opening quote ends at its like; without one the address goes to the end. */
function unquoted(text: string): string {
  const quote = text[0];
  if (quote !== '"' && quote !== "'") return text;
  const end = text.indexOf(quote, 1);
  return end < 0 ? text.slice(1) : text.slice(1, end);
}
