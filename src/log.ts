import pino, { type Logger } from 'pino';

/** Structured log on standard error; `level` is a pino level. Nothing crawled is logged unescaped: pino writes JSON. */
export const createLog = (level: string): Logger => pino({ level, base: null }, pino.destination({ dest: 2, sync: true }));
export type { Logger };
