/**
 * The page with the lists that wait in it for a script written where the script stands: `<script type="text/xml"><datastore>…<record>
 * <![CDATA[<li>…</li>]]></record>…`, the list units of a widespread publishing system. A reader sees them as soon as the page is open.
 * Pages without any come back unchanged; takes time that grows with the length only.
 */
export function unpackRecords(html: string): string {
  if (!/<record>\s*<!\[CDATA\[/i.test(html.slice(0, longestPage))) return html;
  const parts: string[] = [];
  let from = 0;
  let passed = 0;
  for (const { index: start, 1: script, 2: data } of html.matchAll(opening)) {
    if (start < passed) continue;
    const close = new RegExp(`</${script ?? data}\\s{0,9}>`, 'gi');
    close.lastIndex = start;
    const end = close.exec(html)?.index ?? -1;
    if (end < 0) break;
    passed = close.lastIndex;
    const records = recordsIn(html.slice(start, end));
    if (records === null) continue;
    parts.push(html.slice(from, start), records);
    from = passed;
  }
  return [...parts, html.slice(from)].join('');
}

const longestPage = 4_000_000;
const opening = /<(script)\b[^<>]{0,200}\btype\s*=\s*["']?text\/xml[^<>]{0,200}>|<(xml|datastore)\b[^<>]{0,200}>/gi;

/** The markup of all records in a box; null when it holds none. */
function recordsIn(box: string): string | null {
  const found: string[] = [];
  for (let at = box.indexOf(begins); at >= 0; at = box.indexOf(begins, at)) {
    const end = box.indexOf(ends, at);
    if (end < 0) break;
    const isRecord = /<record>\s*$/i.test(box.slice(Math.max(0, at - 40), at));
    if (isRecord) found.push(box.slice(at + begins.length, end));
    at = end + ends.length;
  }
  return found.length === 0 ? null : found.join('');
}

const begins = '<![CDATA[';
const ends = ']]>';
