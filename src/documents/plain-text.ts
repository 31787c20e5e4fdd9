import { parse } from 'csv-parse/sync';
import { decodeHtml } from '../text/decode.ts';
import type { DocumentLimits } from './limits.ts';
import type { RawReading } from './raw-reading.ts';

/** Of texts too short to tell, GBK is likelier in China than any other; what the bytes prove is believed before. */
const inChina = 'text/plain; charset=gb18030';

/** Plain text in whatever encoding; text whose lines are parted into the same number of fields is a table as well. */
export function readPlainText(bytes: Uint8Array, limits: DocumentLimits): RawReading {
  const text = decodeHtml(bytes, inChina).text;
  const rows = tableOf(text.slice(0, limits.characters));
  if (rows === null) return { text, tables: [], pages: null, unread: null };
  return {
    text: rows.map(row => row.filter(cell => cell !== '').join(' ')).join('\n'),
    tables: [{ name: null, rows }],
    pages: null,
    unread: null,
  };
}

/** Fewer rows are no table, and a cell that ends a sentence is prose. */
const fewest = 3;
/** How much of the text has to look like a table. */
const sample = 20_000;

/** Rows of a text of comma or tab separated values; null when it is prose. */
function tableOf(text: string): string[][] | null {
  const head = text.length > sample ? text.slice(0, text.lastIndexOf('\n', sample)) : text;
  const delimiter = [',', '\t', ';', '|'].find(mark => {
    const rows = rowsOf(head, mark) ?? [];
    const counts = rows.map(row => row.length).toSorted((a, b) => a - b);
    const usual = counts[counts.length >> 1] ?? 0;
    const isProse = rows.some(row => row.some(cell => cell.endsWith('。')));
    return rows.length >= fewest && usual > 1 && !isProse && counts.filter(count => count === usual).length >= rows.length * 0.8;
  });
  return delimiter === undefined ? null : rowsOf(text, delimiter);
}

function rowsOf(text: string, delimiter: string): string[][] | null {
  try {
    return parse(text, { delimiter, relax_column_count: true, relax_quotes: true, skip_empty_lines: true, bom: true });
  } catch {
    return null;
  }
}
