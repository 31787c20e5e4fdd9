import { randomBytes } from 'node:crypto';
import type { FrontPage } from '../artifacts/looks-like-home.ts';
import { isLean, isSentElsewhere, type MissingAnswer, missingAnswerOf } from '../artifacts/missing-answer.ts';
import type { QuickLook } from '../artifacts/quick-look.ts';
import type { FetchOutcome, FetchResponse } from '../model/fetch-outcome.ts';
import { originOf } from '../text/urls.ts';
import { pageIn } from './link-pages.ts';

/** How hosts answer addresses that cannot exist, by kind of address: one part of a site may be honest and another not. */
export interface MissingAnswers {
  /**
   * For an address that answered, with its page if it was read. Asks the host once for each kind of address, but only when the answer could
   * be one for a missing page, and at most a few times in all. Null when the host is honest or was not asked.
   */
  suitable(answer: FetchResponse, page: QuickLook | null): Promise<MissingAnswer | null>;
}

export interface MissingAnswersOptions {
  readonly home: FrontPage;
  /** Asks for the page at an address, as politely as for any other; null when that is not allowed. */
  readonly ask: (url: string) => Promise<FetchOutcome | null>;
}

/** Requests to one host: enough for the columns, the articles and a program of a site. */
export const mostProbes = 3;

export function createMissingAnswers({ home, ask }: MissingAnswersOptions): MissingAnswers {
  const answers = new Map<string, Promise<MissingAnswer | null>>();
  const probes = new Map<string, number>();

  function suitable(answer: FetchResponse, page: QuickLook | null): Promise<MissingAnswer | null> {
    if (answer.status !== 200 || !couldBeAnyAddress(answer, page, home)) return nothing;
    const kind = kindOf(answer.url);
    const known = answers.get(kind);
    if (known) return known;
    const host = originOf(answer.url) ?? '';
    const count = probes.get(host) ?? 0;
    if (count >= mostProbes) return nothing;
    probes.set(host, count + 1);
    const learnt = learn(answer.url);
    answers.set(kind, learnt);
    return learnt;
  }

  async function learn(url: string): Promise<MissingAnswer | null> {
    const outcome = await ask(impossibleBeside(url));
    return outcome?.kind === 'response' ? missingAnswerOf(outcome, pageIn(outcome), home) : null;
  }

  return { suitable };
}

const nothing = Promise.resolve(null);

/**
 * Full pages are what they are, unless they bear the title of the home page. Other hosts may rightly say the same to everybody (registers,
 * counters, applications): there only being sent to one and the same place tells anything.
 */
function couldBeAnyAddress(answer: FetchResponse, page: QuickLook | null, home: FrontPage): boolean {
  if (isSentElsewhere(answer)) return true;
  if (page === null || page.wall !== null || originOf(answer.url) !== originOf(home.url)) return false;
  return answer.finalUrl !== home.url && (isLean(page) || page.title === home.title);
}

/** Addresses that one program answers: the host, the first directory, the ending. */
function kindOf(url: string): string {
  const { origin, pathname } = new URL(url);
  const [, first = '', rest] = /^\/([^/]*)(\/?)/.exec(pathname) ?? [];
  return `${origin} ${rest === '' ? '' : first} ${endingOf(pathname)}`;
}

const endingOf = (pathname: string): string => /\.\w{1,5}$/.exec(pathname)?.[0].toLowerCase() ?? '';

/** An address in the same directory, of the same kind, that nobody ever published. */
function impossibleBeside(url: string): string {
  const { pathname } = new URL(url);
  return new URL(`gongkai-${randomBytes(6).toString('hex')}${endingOf(pathname) || '.html'}`, url).href;
}
