import type { Trouble } from '../model/artifacts.ts';
import type { PageReading } from '../model/page-reading.ts';
import type { Look } from '../model/snapshot.ts';
import { type Arrival, arrivalOf, doubtAbout, doubtAboutPage, type Owner, straying } from './arrival.ts';
import { isMovingNotice, sendsOnTo } from './moving-notice.ts';

/** The page that a reader of a start address comes to in the end. */
export interface StartPage extends Arrival {
  readonly look: Look;
  /** The page that does nothing but send its readers there; null when there is none. */
  readonly sentBy: Look | null;
}

export interface Seen {
  readonly lookAt: (url: string) => Look | undefined;
  readonly readingOf: (look: Look) => PageReading | null;
}

/**
 * Follows a start address from what was stored alone: its redirects, or the notice or jump that stands in place of the home page.
 * `asked`: the start address as it is on the roster; `start`: the look at it, or at the form of it that could be opened instead.
 */
export function startPageOf(asked: string, start: Look, { lookAt, readingOf }: Seen, owner: Owner): StartPage {
  const reading = readingOf(start);
  const itself = { look: start, sentBy: null, prefix: null };
  if (!reading) return { ...itself, trouble: null };
  // Nobody named this form of the address, and under another scheme a server may show somebody else: the page must say whose it is.
  const doubtAboutForm = (page: PageReading) => (asked === start.url ? null : doubtAboutPage(asked, page, owner));
  const onward = sendsOnTo(reading);
  if (onward === null) {
    const stranger = doubtAboutForm(reading);
    if (stranger !== null) return { ...itself, trouble: unproven(start.url, stranger) };
    const arrival = arrivalOf(start.url, start, reading, owner);
    return { ...itself, ...arrival, trouble: arrival.trouble ?? (isMovingNotice(reading) ? unnamed : null) };
  }
  const doubt = doubtAbout(start.url, onward, owner);
  if (doubt !== null) return { ...itself, trouble: straying(onward, doubt) };
  const look = lookAt(onward);
  const there = look ? readingOf(look) : null;
  if (!look || !there) return { ...itself, trouble: straying(onward, '那里的页面没有打开') };
  const stranger = doubtAboutForm(there);
  if (stranger !== null) return { ...itself, trouble: unproven(start.url, stranger) };
  return { look, sentBy: start, ...arrivalOf(start.url, look, there, owner) };
}

const unproven = (form: string, why: string): Trouble => ({ kind: 'unsure', reason: `用${form}打开，${why}，不能确认是本单位的网站` });

const unnamed: Trouble = { kind: 'unsure', reason: '是网站迁移的公告，没有读到新网址' };
