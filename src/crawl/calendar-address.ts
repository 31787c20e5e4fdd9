/**
 * The year to which an address turns a calendar; null when it is none. A whole name in the path or a value in the query (`2026-11`,
 * `2026_11-02.html`), three parts of a path (`2026/11/02/`), or a parameter that is named after a date (`year=2026`, `date=20261102`).
 * Two parts of a path are left out, because `/2050/12/` may be entry 12 of column 2050; so are bare numbers, and numbers that are no years.
 */
export function calendarYear(url: string): number | null {
  const start = url.indexOf('/', url.indexOf('://') + 3);
  if (start < 0) return null;
  const address = url.slice(start);
  const written = inName.exec(address) ?? inParts.exec(address) ?? inYear.exec(address) ?? inDate.exec(address);
  const year = Number(written?.[1]);
  return year >= 1900 && year < 2200 ? year : null;
}

const inName = /(?:^|[/=])(\d{4})[-_](?:0?[1-9]|1[0-2])(?:[-_](?:0?[1-9]|[12]\d|3[01]))?(?:\.\w{1,8})?(?=[/?&#]|$)/;
const inParts = /\/(\d{4})\/(?:0[1-9]|1[0-2])\/(?:0[1-9]|[12]\d|3[01])\/?(?=[?#]|$)/;
const inYear = /[?&](?:y|year|nian|nianfen|nf)=(\d{4})(?=[&#]|$)/i;
const inDate =
  /[?&](?:d|day|date|month|riqi|rq|ym|ymd|(?:start|end|begin|from|to)_?(?:date|day|time))=(\d{4})(?:[/.](?:0?[1-9]|1[0-2])(?:[/.](?:0?[1-9]|[12]\d|3[01]))?|(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])?)(?=[&#]|$)/i;
