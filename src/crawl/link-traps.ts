import type { BadLink } from '../model/link-check.ts';
import { type Trap, trapText } from '../model/trap.ts';
import { sessionIn } from '../text/urls.ts';
import type { PageWords } from './likeness.ts';
import { looksLikeTrap } from './trap.ts';
import { createTrapWatch } from './trap-watch.ts';

/** The endless spaces of one check of links: what is recognised as one, and what is said about it. Addresses are those of the site. */
export interface LinkTraps {
  /** A page links to this address, written as it is there; `id` is the same for all ways of writing it. */
  meet(id: number, written: string, page: string): void;
  /** The page was read; `fresh` are the addresses on it that nobody had offered before. `referrer`: where it was found first. */
  read(url: string, page: PageWords, fresh: readonly string[], referrer: string | null): void;
  /** The address is to be tried, not read. */
  isEndless(id: number, url: string): boolean;
  /** Why this address alone looks like part of an endless space: one Chinese clause; null when it does not. */
  reasonFor(id: number): string | null;
  /** One for each endless space that only showed itself over several pages. */
  readonly notes: readonly BadLink[];
}

export function createLinkTraps(): LinkTraps {
  const watch = createTrapWatch();
  const endless = new Map<number, Trap>();
  const met = new Set<number>();
  const sessions = new Map<number, string>();
  const notedSessions = new Set<string>();
  const notes: BadLink[] = [];

  function meet(id: number, written: string, page: string): void {
    noteSession(id, written, page);
    if (met.has(id)) return;
    met.add(id);
    const trap = looksLikeTrap(written);
    if (trap) endless.set(id, trap);
  }

  /** A number that is another one each time makes endless addresses of one page; one that stays may mean anything. */
  function noteSession(id: number, written: string, page: string): void {
    const session = sessionIn(written);
    if (!session || notedSessions.has(session.name)) return;
    const earlier = sessions.get(id);
    sessions.set(id, session.value);
    if (earlier === undefined || earlier === session.value) return;
    notedSessions.add(session.name);
    const said = trapText({ rule: 'session-id', detail: `“${session.name}”` });
    note(written, `疑似无穷尽的地址（${said}），编号不同的地址按同一个页面检查`, page);
  }

  function read(url: string, page: PageWords, fresh: readonly string[], referrer: string | null): void {
    const trap = watch.learn(url, page, fresh);
    if (trap) note(url, reasonOf(trap), referrer);
  }

  function note(url: string, reason: string, foundOn: string | null): void {
    const pages = foundOn === null ? [] : [foundOn];
    notes.push({ url, cause: 'endless', reason, status: 200, hops: [], attempts: 1, foundOn: pages, pages: pages.length });
  }

  const reasonFor = (id: number): string | null => {
    const trap = endless.get(id);
    return trap === undefined ? null : reasonOf(trap);
  };

  return { meet, read, isEndless: (id, url) => endless.has(id) || watch.isTrapped(url), reasonFor, notes };
}

const reasonOf = (trap: Trap): string => `疑似无穷尽的地址（${trapText(trap)}），其中的链接不再展开`;
