import type { LongDelay } from '../model/snapshot.ts';

/** One sentence for each site that asks for longer delays than are kept. */
export const delayNotes = (delays: readonly LongDelay[]): readonly string[] =>
  delays.map(
    ({ host, askedSeconds, keptSeconds }) =>
      `${host} 的 robots.txt 要求每隔${askedSeconds}秒访问一次，超过了本程序等待的上限，实际每隔${keptSeconds}秒访问一次。`,
  );
