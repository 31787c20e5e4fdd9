/** A limit that runs. */
export interface TimeLimit {
  /** Takes the limit back; harmless when it has passed. */
  lift(): void;
}

/**
 * Calls `onTimeUp` once, after so many milliseconds in which we could have heard an answer. While the program itself is busy, such as with
 * a page of a hundred thousand elements, answers wait unread in their sockets: that is no silence of theirs. So the time is counted in
 * slices, and a slice that took longer counts as one: even a program that is always busy comes to the end of ten of them.
 */
export function timeLimit(milliseconds: number, onTimeUp: () => void): TimeLimit {
  const slice = milliseconds / slices;
  let last = performance.now();
  let heard = 0;
  const tick = (): void => {
    const now = performance.now();
    heard += Math.min(now - last, slice);
    last = now;
    if (heard >= milliseconds - 1) onTimeUp();
    else timer = setTimeout(tick, Math.min(slice, milliseconds - heard));
  };
  let timer = setTimeout(tick, slice);
  return { lift: () => clearTimeout(timer) };
}

const slices = 10;
