import type { CheerioAPI } from 'cheerio';
import type { DateWitness } from '../model/page-reading.ts';
import { type FoundDate, findDates } from '../text/dates.ts';
import { normalise } from '../text/normalise.ts';
import { urlDay } from '../text/url-date.ts';
import { headlinesOf, isHeadline } from './headlines.ts';
import { isProse, longestByline, type PageLine } from './page-lines.ts';

/** A day of the page that its reader sees. */
export interface SeenDate extends DateWitness {
  /** Stands between the headline and the text below it. */
  readonly underHeadline: boolean;
}

/** A byline stands within so many lines under the headline. */
const farthest = 20;

/** The days in a page's lines that tell of the page itself, in order; entries of lists and sentences do not count. */
export function seenDates($: CheerioAPI, lines: readonly PageLine[], url: string): readonly SeenDate[] {
  const titles = headlinesOf($);
  const filed = urlDay(url);
  const found: SeenDate[] = [];
  let sinceHeadline = Number.POSITIVE_INFINITY;
  let underText = false;
  for (const [at, line] of lines.entries()) {
    if (isHeadline(line, titles)) {
      sinceHeadline = 0;
      continue;
    }
    const prose = isProse(line.text);
    sinceHeadline += prose ? Number.POSITIVE_INFINITY : 1;
    underText ||= prose && !line.inBox && !line.allLinks;
    if (line.inBox || line.allLinks || line.text.length > 2 * longestByline) continue;
    const underHeadline = sinceHeadline <= farthest;
    const label = labelAbove(lines[at - 1]);
    for (const date of findDates(label + line.text)) {
      const { iso, role } = date;
      if (iso === null || !date.certain || role === 'other' || role === 'clock') continue;
      const kind = line.scripted ? 'script' : role === 'none' ? 'bare' : 'labelled';
      const closing = isSignature(date, line.text) && (underText || found.some(earlier => earlier.underHeadline));
      if (closing && iso !== filed) found.push({ kind: 'signature', label: null, iso, role: 'written', underHeadline: false });
      else if (isNote(date, line.text) && iso !== filed) found.push({ kind, label: null, iso, role: 'written', underHeadline: false });
      else if (isByline(date, line.text, underHeadline || iso === filed)) found.push({ kind, label: date.label, iso, role, underHeadline });
    }
  }
  return found;
}

/** The label of a day may stand in the cell before it. */
const labelAbove = (line: PageLine | undefined): string => (line && line.text.length <= 12 && !/\d/.test(line.text) ? `${line.text} ` : '');

/** A day without label is a byline only near the headline or with the address as witness, and never inside a sentence. */
const isByline = ({ role, index, end }: FoundDate, text: string, supported: boolean): boolean =>
  role !== 'none' || (supported && (text.length - (end - index) <= 20 || (text.length <= longestByline && bylineWords.test(text))));

const bylineWords = /来\s*源|作者|浏览|点击|阅读|访问量|字\s*[号体]|打印|编辑|发布人/;

/** （2026年3月5日） in brackets and nothing besides, as under the title of a communiqué: the day of the document, not of its publication. */
const isNote = ({ role, index, end }: FoundDate, text: string): boolean =>
  role === 'none' && /年/.test(text) && /^\s*[（(]\s*$/.test(text.slice(0, index)) && /^\s*[）)]\s*$/.test(text.slice(end));

/** 2026年3月5日 in a line of its own below the text: by the rules for documents the day of its signature. */
const isSignature = ({ role, index, end }: FoundDate, text: string): boolean =>
  role === 'none' && /年/.test(text) && normalise(text).length - (end - index) <= 1;
