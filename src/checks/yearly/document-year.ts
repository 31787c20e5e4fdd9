import type { Candidate, Page, Trouble } from '../../model/artifacts.ts';
import { documentTitle } from '../../text/document-title.ts';
import { yearsIn } from '../../text/years.ts';

/**
 * The link's own words say the year; a link without one is dated by its target's title and first heading, or by the head of the file. A
 * document that goes by no year (部门预算公开) is dated by the head of its files, else by what its text begins with.
 */
export function yearsOf(candidate: Candidate): readonly number[] {
  const { target, documents, restsOnDocuments } = candidate;
  const named = yearsNamed(candidate);
  if (named.length > 0 || (target && !isDocument(target, restsOnDocuments))) return named;
  const files = target === null || restsOnDocuments ? documents : [];
  const inFiles = files.flatMap(({ reading }) => (reading ? yearsIn(headOf(reading.text)) : []));
  return inFiles.length > 0 || target === null ? inFiles : yearsIn((target.own.text.slice(0, headLength).match(titled) ?? []).join(' '));
}

function yearsNamed({ text, target }: Candidate): readonly number[] {
  const said = yearsIn(text);
  return said.length > 0 || target === null || target.kind === 'list' || target.kind === 'home' ? said : yearsIn(namesOf(target));
}

/** A year and the kind of document after it: years of laws and of comparison stand beside other words. */
const titled = /(?:20\d\d|二[〇○零OoО0]..)\s?年?度?[^，。；,;]{0,24}?(?:预算|决算|年报|年度报告|工作报告)/gu;

/**
 * Why a document that goes by no year may be the one that is asked for: it was made public on a day on which that can have been. Null for
 * any other. `earliest`: ISO day.
 */
export function mayBeOfYear(candidate: Candidate, earliest: string): string | null {
  const { target, listedOn, trouble, restsOnDocuments, documents } = candidate;
  const isDated = restsOnDocuments && documents.some(({ reading }) => reading !== null && yearsIn(headOf(reading.text)).length > 0);
  if (trouble !== null || target === null || isDated || !isDocument(target, restsOnDocuments) || yearsNamed(candidate).length > 0)
    return null;
  const on = listedOn ?? target.publishedOn;
  return on !== null && on >= earliest ? `没有写明年度，显示的日期是${on}，需人工核对` : null;
}

/** With files of its own, or with a day and no list below it: a column is no document. */
const isDocument = ({ kind, rows, publishedOn }: Page, restsOnDocuments: boolean): boolean =>
  kind !== 'list' && kind !== 'home' && (restsOnDocuments || (rows.length === 0 && publishedOn !== null));

/**
 * What speaks against a candidate of that year: it rests on files of another year, its page goes by another year, or is a list without
 * that year. A file is of another year when its head names one and it speaks of the wanted one nowhere; that is certain, while a page with
 * another title may have been named carelessly.
 */
export function yearTrouble(candidate: Candidate, year: number): Trouble | null {
  const { text, target } = candidate;
  const inFiles = candidate.restsOnDocuments ? yearTroubleOfFiles(candidate, year) : null;
  if (inFiles !== null || !target) return inFiles;
  const own = yearsIn(namesOf(target));
  const isListWithout = target.rows.length >= aList && !target.rows.some(row => yearsIn(row.title).includes(year));
  const differs = own.length > 0 ? !own.includes(year) : isListWithout;
  return differs ? { kind: 'unsure', reason: `链接“${text}”写的年度与打开的页面“${target.title}”不一致` } : null;
}

function yearTroubleOfFiles({ target, documents }: Candidate, year: number): Trouble | null {
  const read = documents.flatMap(({ reading, text, trouble }) => (reading && trouble === null ? [{ text, says: reading.text }] : []));
  const [first] = read;
  if (!first || read.some(({ says }) => !isOfAnother(says, year))) return null;
  const unread = documents.find(({ trouble }) => trouble?.kind === 'unsure');
  if (unread) return { kind: 'unsure', reason: `附件“${unread.text}”${unread.trouble!.reason}` };
  const says = yearsIn(headOf(first.says)).join('、');
  return { kind: 'other-year', reason: `${target ? '附件' : '文件'}“${first.text}”写的是${says}年` };
}

const namesOf = ({ headings, title }: Page): string => `${headings[0] ?? ''} ${title}`;
const aList = 3;

function isOfAnother(says: string, year: number): boolean {
  const head = yearsIn(headOf(says));
  return head.length > 0 && !head.includes(year) && !yearsIn(closed(says)).includes(year);
}

/** Titles are often set wide: 2 0 2 6 年. */
const closed = (text: string): string => text.replace(/(?<=(?<!\d)\d) (?=\d(?!\d))/g, '');

/** What the document calls itself, else its beginning: cover, title and the line with unit and date stand there. */
const headOf = (text: string): string => documentTitle({ text }) ?? text.slice(0, headLength);
const headLength = 300;
