/** Longest wait that a server can ask of us before we take its answer as it is. Seconds. */
export const longestWaitSeconds = 60;

/** True when the server says that it is asked too much or is too busy (RFC 6585, RFC 9110). */
export const isBusyStatus = (status: number): boolean => status === 429 || status === 503;

/** Seconds that a Retry-After header asks for (RFC 9110 §10.2.3); null when absent or unreadable. `now`: milliseconds since 1970. */
export function retryAfterSeconds(value: string | undefined, now: number): number | null {
  const text = value?.trim() ?? '';
  if (/^\d+$/.test(text)) return Number(text);
  // Date.parse reads bare numbers such as "-5" as years; an HTTP date always names a day or a month.
  if (!/[a-z]{3}/i.test(text)) return null;
  const time = Date.parse(text);
  return Number.isNaN(time) ? null : Math.max(0, (time - now) / 1000);
}

/** The wait in whole seconds that a busy server asks for, when it is longer than we wait; null otherwise. `fetchedAt`: ISO 8601. */
export function longWaitAsked({
  status,
  headers,
  fetchedAt,
}: {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly fetchedAt: string;
}): number | null {
  const asked = isBusyStatus(status) ? retryAfterSeconds(headers['retry-after'], Date.parse(fetchedAt)) : null;
  return asked !== null && asked > longestWaitSeconds ? Math.round(asked) : null;
}
