/** Longest wait that a server can ask of us before we take its answer as it is. Seconds. */
export const longestWaitSeconds = 60;

/** True for statuses that often pass by themselves (RFC 9110, RFC 6585). */
export const isPassingStatus = (status: number): boolean => passingStatuses.has(status);

/** True when the server says that it is asked too much or is too busy. */
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

/**
 * Milliseconds to wait before the next attempt; null when the server asks for longer than we wait.
 * `attempt` counts from 1: the attempt that has just failed. Without Retry-After the wait doubles each time.
 */
export function waitBeforeRetry(attempt: number, askedSeconds: number | null, backoffMilliseconds: number): number | null {
  if (askedSeconds !== null) return askedSeconds <= longestWaitSeconds ? askedSeconds * 1000 : null;
  return Math.min(longestWaitSeconds * 1000, backoffMilliseconds * 2 ** (attempt - 1));
}

const passingStatuses = new Set([408, 429, 500, 502, 503, 504]);
