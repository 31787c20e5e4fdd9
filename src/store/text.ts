/**
 * Text as every database keeps it. Pages may hold NUL, which PostgreSQL refuses, and halves of surrogate pairs, which UTF-8 cannot
 * write; both become U+FFFD, as in HTML itself, so that no page can make saving fail and both databases give back the same.
 * JSON columns need no such care: JSON escapes both.
 */
export function storable<Row extends object>(row: Row): Row {
  const entries = Object.entries(row).map(([column, value]) => [column, typeof value === 'string' ? clean(value) : value]);
  return Object.fromEntries(entries) as Row;
}

const clean = (text: string): string => text.toWellFormed().replaceAll('\0', '\uFFFD');

/** Cut into parts that stay below every database's limit of values per statement. */
export function inParts<T>(rows: readonly T[]): T[][] {
  const size = 200;
  return Array.from({ length: Math.ceil(rows.length / size) }, (_, i) => rows.slice(i * size, (i + 1) * size));
}

/** Orders by code units. Databases order text by their own locale, each differently. */
export const byText =
  <Row>(text: (row: Row) => string) =>
  (a: Row, b: Row): number =>
    text(a) < text(b) ? -1 : Number(text(a) > text(b));
