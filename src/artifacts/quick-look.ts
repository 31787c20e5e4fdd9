import { type ChallengeHead, challengeOf } from './challenge.ts';
import { elementsNamed, loadDom } from './dom.ts';
import { emptyBecause, mentionsLoss, tellsOfError } from './empty-page.ts';
import { type ScannedPage, scanPage } from './extract-links.ts';
import { readMainText } from './main-text.ts';
import { refreshTo } from './refresh-to.ts';
import { tags } from './tags.ts';

/** What must be known of a page to follow its links and to tell whether it is the page that was asked for. */
export interface QuickLook extends ScannedPage {
  /** Name of the wall that answered instead; null when none did. */
  readonly wall: string | null;
  /** The sentence by which it says that it does not exist; null when it does not say so. */
  readonly error: string | null;
  /** Where a page of next to nothing sends its reader by itself, absolute; null when it does not. */
  readonly onward: string | null;
  /** It asks for a password. */
  readonly hasPassword: boolean;
  /** There is nothing to see on it: no word, no picture, nothing that a script could still fill. */
  readonly isBlank: boolean;
}

/** One pass over the page; the slow recognisers only see pages that could be what they look for. Never throws. */
export function quickLook(html: string, url: string, encoding: string, head: ChallengeHead): QuickLook {
  const scanned = scanPage(html, url, { encoding });
  const isThin = scanned.textLength < thin;
  const wall = isThin || head.status !== 200 ? challengeOf(html, scanned.title, head) : null;
  const mayBeError = isThin || errorHint.test(scanned.title) || errorHint.test(scanned.heading) || mentionsLoss(scanned.text);
  if (wall !== null || !mayBeError || html.length > largest) return { ...scanned, ...nothingSeen, wall };
  const $ = loadDom(html);
  const main = readMainText($);
  const sentence = emptyBecause($, main.title, main.text);
  const onward = scanned.textLength < next ? refreshTo($, url, encoding) : null;
  return {
    ...scanned,
    wall,
    error: sentence !== null && tellsOfError(sentence) ? sentence : null,
    onward,
    hasPassword: tags($, 'input').some(({ attribs }) => attribs.type?.toLowerCase() === 'password'),
    isBlank:
      !scanned.hasScript &&
      onward === null &&
      main.text === '' &&
      elementsNamed($, ...fillings).length === 0 &&
      !scanned.links.some(isBackground),
  };
}

const nothingSeen = { error: null, onward: null, hasPassword: false, isBlank: false };
const isBackground = ({ kind, element }: ScannedPage['links'][number]): boolean => kind === 'asset' && element !== 'link';
/** Elements beside which a page without words is not blank. Logos are among them: no template without pictures is called blank wrongly. */
const fillings = 'img input button select textarea iframe frame embed object video audio canvas svg area noscript'.split(' ');

/** Visible characters. Walls have at most 500 and error pages 300, menus and footers apart. */
const thin = 1500;
/** Visible characters of a page that only sends its reader on: 页面将在3秒后跳转，如没有跳转请点击这里. */
const next = 120;
/** Characters of markup. What is larger is no error page, whatever it says; to build its tree could take a minute. */
const largest = 600_000;
const errorHint =
  /(?<!\d)(?:40[0-5]|410|50[0-4])(?!\d)|不存在|找不到|[有未]找到|[无無]法|出[错錯]|[错錯][误誤]|[删刪]除|失效|丢|丟|not\s+found|error/i;
