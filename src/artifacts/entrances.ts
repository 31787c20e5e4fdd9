import { type FailureCause, failureTitles } from '../model/fetch-outcome.ts';
import { securityFindings } from '../model/security.ts';
import type { Entrance, Look, Snapshot } from '../model/snapshot.ts';
import { certificateTrouble } from './certificate-trouble.ts';

/** Nothing answered at this address: a reader would try it with https, or with “www.”, before calling the site down. */
export const isOutOfReach = ({ failure }: Pick<Look, 'failure'>): boolean => failure !== null && unreached.has(failure.cause);

/** Under which address a start address was opened: mostly its own. */
export const openedAs = ({ entrances }: Pick<Snapshot, 'entrances'>, startUrl: string): string =>
  entrances.find(({ url }) => url === startUrl)?.openedAs ?? startUrl;

/** One Chinese sentence for each thing about the way to the site that whoever keeps the list should know. */
export const entranceNotes = (entrances: readonly Entrance[]): readonly string[] => [...new Set(entrances.flatMap(notesOn))];

function notesOn({ url, openedAs, failure, security }: Entrance): readonly string[] {
  const reason = failure && (failure.cause === 'tls' ? certificateTrouble(failure.detail) : failureTitles[failure.cause]);
  const moved = reason === null ? [] : [`起始网址 ${url} 打不开（${reason}），已改用 ${openedAs} 。`];
  if (security === null) return moved;
  const { origin, rung, finding } = security;
  return [...moved, `${origin} ${securityFindings[finding]}，${consequences[rung]}；越过警告后照常检查。`];
}

const consequences = {
  legacy: '新版浏览器会警告或打不开',
  completed: '部分浏览器会警告',
  unverified: '浏览器会警告',
} as const;

const unreached: ReadonlySet<FailureCause> = new Set<FailureCause>(['dns', 'refused', 'timeout', 'tls', 'reset']);
