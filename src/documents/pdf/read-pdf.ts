import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import type { DocumentTable } from '../../model/document.ts';
import type { DocumentLimits } from '../limits.ts';
import type { RawReading } from '../raw-reading.ts';
import { joinReasons, tooMuch, unreadable } from '../raw-reading.ts';
import type { TextItem } from './fragments.ts';
import { placeText } from './fragments.ts';
import { isGarbled } from './garbled.ts';
import type { Matrix } from './geometry.ts';
import { joinPages } from './join-pages.ts';
import { loadPdfjs, openPdf } from './open-pdf.ts';
import { pageBlocks } from './page-blocks.ts';
import { pictured } from './pictured.ts';
import { findRules } from './rules.ts';
import type { Block } from './spaced-tables.ts';

/** Words and tables of a PDF by where they stand; scans, passwords and fonts without characters are told. */
export async function readPdf(bytes: Uint8Array, limits: DocumentLimits): Promise<RawReading> {
  const pdf = await openPdf(bytes, 'lenient').catch((error: unknown) => error);
  if (!isDocument(pdf)) return unreadable(isPassword(pdf) ? '设有密码，无法打开' : '文件已损坏，无法打开');
  try {
    return await readPages(pdf, bytes, limits);
  } finally {
    await pdf.loadingTask.destroy();
  }
}

const isDocument = (value: unknown): value is PDFDocumentProxy => typeof value === 'object' && value !== null && 'numPages' in value;
const isPassword = (error: unknown): boolean => error instanceof Error && error.name === 'PasswordException';

/** A page with fewer letters than this, beside a picture, is a picture: apps for scanning print their name below. */
const fewLetters = 16;

/** What came of a page: its blocks, or why there are none. */
type PageReading = { readonly blocks: readonly Block[]; readonly letters: number; readonly trouble: 'garbled' | 'broken' | null };

async function readPages(pdf: PDFDocumentProxy, bytes: Uint8Array, limits: DocumentLimits): Promise<RawReading> {
  const count = Math.min(pdf.numPages, limits.pages);
  const { OPS } = await loadPdfjs();
  const pages: PageReading[] = [];
  let characters = 0;
  for (let number = 1; number <= count && characters <= limits.characters; number++) {
    const page = await readPage(pdf, number, OPS);
    pages.push(page);
    characters += page.letters;
  }
  const thin = numbersOf(pages, page => page.trouble === null && page.letters < fewLetters);
  const pictures = await pictured(pdf, bytes, thin);
  const garbled = numbersOf(pages, page => page.trouble === 'garbled');
  const broken = numbersOf(pages, page => page.trouble === 'broken');
  const told = numbersOf(pages, page => page.trouble === null && page.letters > 0).filter(number => !pictures.includes(number));
  if (told.length === 0) return unreadable(whyNothing(pictures, garbled, broken), pdf.numPages);
  const unread = joinReasons([
    pagesWith(pictures, '是图片，没有可读取的文字'),
    pagesWith(garbled, '文字编码无法还原'),
    pagesWith(broken, '已损坏，无法读取'),
    pdf.numPages > count ? `共${pdf.numPages}页，只读取了前${count}页` : null,
    characters > limits.characters ? tooMuch.characters : null,
  ]);
  return { ...wordsOf(joinPages(pages.map(({ blocks }) => blocks))), pages: pdf.numPages, unread };
}

const numbersOf = (pages: readonly PageReading[], accepts: (page: PageReading) => boolean): number[] =>
  pages.flatMap((page, index) => (accepts(page) ? [index + 1] : []));

function whyNothing(pictures: readonly number[], garbled: readonly number[], broken: readonly number[]): string {
  if (garbled.length > 0) return '文字编码无法还原';
  if (pictures.length > 0) return '是扫描件，没有可读取的文字';
  return broken.length > 0 ? '文件已损坏，无法打开' : '没有可读取的文字';
}

async function readPage(pdf: PDFDocumentProxy, number: number, names: Readonly<Record<string, number>>): Promise<PageReading> {
  try {
    const page = await pdf.getPage(number);
    const blocks = await blocksOfPage(page, names);
    page.cleanup();
    const text = blocks.map(block => (block.kind === 'line' ? block.text : block.rows.flat().join(''))).join('');
    if (isGarbled(text)) return { blocks: [], letters: 0, trouble: 'garbled' };
    return { blocks, letters: text.replace(/[\s\p{P}]/gu, '').length, trouble: null };
  } catch {
    return { blocks: [], letters: 0, trouble: 'broken' };
  }
}

async function blocksOfPage(page: PDFPageProxy, names: Readonly<Record<string, number>>): Promise<Block[]> {
  const view = page.getViewport({ scale: 1 }).transform as unknown as Matrix;
  const { items } = await page.getTextContent({ disableNormalization: true });
  const text = placeText(items as readonly TextItem[], view);
  if (text.fragments.length === 0) return [];
  // A page whose lines cannot be listed still has its words.
  const operators = await page.getOperatorList().catch(() => ({ fnArray: [], argsArray: [] }));
  return pageBlocks(text, findRules(operators, names, text.toUpright));
}

function wordsOf(blocks: readonly Block[]): { text: string; tables: DocumentTable[] } {
  const lines = blocks.flatMap(block =>
    block.kind === 'line' ? [block.text] : block.rows.map(row => row.filter(cell => cell !== '').join(' ')),
  );
  const tables = blocks.flatMap(block => (block.kind === 'table' ? [{ name: null, rows: block.rows }] : []));
  return { text: lines.join('\n'), tables };
}

/** 第2、4—6页是…; null of no pages. */
function pagesWith(numbers: readonly number[], what: string): string | null {
  if (numbers.length === 0) return null;
  const runs: string[] = [];
  for (let i = 0; i < numbers.length; i++) {
    const start = i;
    while (numbers[i + 1] === numbers[i]! + 1) i++;
    runs.push(start === i ? `${numbers[i]}` : `${numbers[start]}—${numbers[i]}`);
  }
  return `第${runs.join('、')}页${what}`;
}
