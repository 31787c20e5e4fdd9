import { type ChallengeHead, challengeOf } from './challenge.ts';
import { loadDom } from './dom.ts';
import { emptyBecause, tellsOfError } from './empty-page.ts';
import { type ScannedPage, scanPage } from './extract-links.ts';
import { readMainText } from './main-text.ts';

/** What must be known of a page to follow its links and to tell whether it is the page that was asked for. */
export interface QuickLook extends ScannedPage {
  /** Name of the wall that answered instead; null when none did. */
  readonly wall: string | null;
  /** The sentence by which it says that it does not exist; null when it does not say so. */
  readonly error: string | null;
}

/** One pass over the page; the slow recognisers only see pages that could be what they look for. Never throws. */
export function quickLook(html: string, url: string, encoding: string, head: ChallengeHead): QuickLook {
  const scanned = scanPage(html, url, { encoding });
  const isThin = scanned.textLength < thin;
  const wall = isThin || head.status !== 200 ? challengeOf(html, scanned.title, head) : null;
  const mayBeError = isThin || errorHint.test(scanned.title) || errorHint.test(scanned.heading);
  return { ...scanned, wall, error: wall === null && mayBeError ? errorIn(html) : null };
}

/** Visible characters. Walls have at most 500 and error pages 300, menus and footers apart. */
const thin = 1500;
const errorHint = /(?<!\d)(?:40[0-5]|410|50[0-4])(?!\d)|不存在|找不到|[有未]找到|无法|出错|错误|删除|失效|丢|not\s+found|error/i;

function errorIn(html: string): string | null {
  const $ = loadDom(html);
  const { title, text } = readMainText($);
  const sentence = emptyBecause($, title, text);
  return sentence !== null && tellsOfError(sentence) ? sentence : null;
}
