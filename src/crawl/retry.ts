import { longestWaitSeconds } from '../text/retry-after.ts';

/** True for statuses that often pass by themselves (RFC 9110, RFC 6585). */
export const isPassingStatus = (status: number): boolean => passingStatuses.has(status);

/**
 * Milliseconds to wait before the next attempt; null when the server asks for longer than we wait.
 * `attempt` counts from 1: the attempt that has just failed. Without Retry-After the wait doubles each time.
 */
export function waitBeforeRetry(attempt: number, askedSeconds: number | null, backoffMilliseconds: number): number | null {
  if (askedSeconds !== null) return askedSeconds <= longestWaitSeconds ? askedSeconds * 1000 : null;
  return Math.min(longestWaitSeconds * 1000, backoffMilliseconds * 2 ** (attempt - 1));
}

const passingStatuses = new Set([408, 429, 500, 502, 503, 504]);
