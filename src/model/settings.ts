import { z } from 'zod';

const positive = z.number().positive();

/** What an operator may set. Read from gongkai.yaml, then GONGKAI_… variables, then flags. */
export const Settings = z.strictObject({
  /** File of the scheme by which audits are scored; the shipped default when absent. */
  scheme: z.string().min(1).optional(),
  /** Folder for the database and page bodies. */
  dataFolder: z.string().min(1).default('data/local'),
  /** A name for the network from which we look; printed with every finding. */
  vantage: z.string().min(1).default('default'),
  /** Sent with every request; must identify the auditor, best with an address to complain to. */
  userAgent: z
    .string()
    .regex(/^[\x21-\x7e][\x20-\x7e]*$/, '只能用英文字母、数字和符号')
    .default('gongkai/0.1 (government disclosure audit)'),
  crawl: z
    .strictObject({
      maxPages: z.int().positive().default(200),
      maxMegabytes: positive.default(200),
      maxMinutes: positive.default(30),
      maxLinks: z.int().nonnegative().default(150),
      /** Largest body read, MB after decompression. */
      maxBodyMegabytes: positive.default(10),
      timeoutSeconds: positive.default(15),
      attempts: z.int().min(1).max(10).default(3),
      maxRedirects: z.int().nonnegative().default(10),
      /** What a server only confirms to be unchanged is fetched in full again after so many days at the latest; 0: every night. */
      fullAfterDays: z.int().nonnegative().default(7),
    })
    .prefault({}),
  pace: z
    .strictObject({
      /** At most this many requests under way to one host. */
      inFlight: z.int().min(1).max(4).default(2),
      /** Seconds between the starts of two requests to one public host; robots.txt may only lengthen it. */
      gapSeconds: z.number().min(0.2).default(0.5),
    })
    .prefault({}),
  /** Units audited at the same time. */
  parallelUnits: z.int().positive().default(8),
});
export type Settings = z.infer<typeof Settings>;
