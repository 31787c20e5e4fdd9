import type { OwnContent, Trouble } from '../model/artifacts.ts';
import { isStatement, offersContact, promises, refersElsewhere, sentencesOf, substanceOf } from '../text/sentences.ts';
import { emptySentence } from './empty-page.ts';
import { leastText, unclear } from './trouble.ts';

/** Beside a sentence such as 暂无信息 there may stand so many letters before the page is more than that sentence. */
const besides = 40;

export interface BlankContext {
  /** All it says, with what the template says: a sentence that sends readers elsewhere may stand on many pages, and be meant. */
  readonly text: string;
  /** Other pages name it as the column above them: the way to them is its content, wherever the template shows it. */
  readonly isAboveOthers: boolean;
}

/**
 * Why a page that answered as itself has nothing on it, judged by what is its own; null when it has something. A person sees at once that
 * there are only menus, the heading and the footer, or 暂无信息 in their midst. Where a picture, an embedded file, a frame or a script
 * could hold the content, or the page sends its reader elsewhere or names whom to call, nothing is said of it.
 */
export function blankness(own: OwnContent, { text, isAboveOthers }: BlankContext): Trouble | null {
  if (own.rows.length > 0 || own.links.some(({ where }) => where !== 'frame') || own.fillings.some(({ kind }) => kind === 'field'))
    return null;
  if (isStatement(own.text)) return null;
  const why = sayingNothing(own.text);
  const isBare = why === null && own.text.length < leastText && !isAboveOthers;
  const isLoading = loading.test(own.text) && own.text.length < besides;
  if (why === null && !isBare && !isLoading) return null;
  if (isLoading || own.fillings.some(({ kind }) => kind === 'script' || kind === 'head-script'))
    return { kind: 'unsure', reason: '页面内容可能由脚本写入，未能读取' };
  if (own.fillings.length > 0 || own.links.length > 0) return { kind: 'unsure', reason: '内容是图片或嵌入的页面、文件，未能读取' };
  if (why !== null && offersContact(own.text)) return unclear(why);
  const referral = sentencesOf(text).find(refersElsewhere);
  if (referral !== undefined) return unclear(referral);
  const complaints = complaintNumber.exec(text)?.[0];
  if (complaints !== undefined) return unclear(complaints);
  if (isBare && own.doubtful >= aList) return { kind: 'unsure', reason: '页面上只有几个词，别的页面也有，需人工核对' };
  return { kind: 'empty', reason: why === null ? '页面只有标题和框架，没有内容' : `页面没有内容（“${why}”）` };
}

/** So many short words in a row are no caption: a bare list of offices. */
const aList = 3;
/** A number to complain to, in the block of contacts that every page shows: on the page about complaints it may be what is meant. */
const complaintNumber = /(?:监督|投诉|举报)[^。；]{0,8}(?:电话|热线)[：:\s]*\d[\d-]{4,}/;
const loading = /(?:正在|数据)加载|加载中|请稍候|启用\s?javascript|loading/i;

/** The sentence that stands in place of content: not finished, nothing yet, or only promised. */
function sayingNothing(text: string): string | null {
  const said = substanceOf(text);
  const [first] = said;
  const sentence = emptySentence(text);
  if (sentence !== null && said.join('').length <= sentence.length + besides) return sentence;
  return first !== undefined && said.every(promises) ? first : null;
}
