import { join } from 'node:path';
import { compileVocabulary } from '../../src/artifacts/compile-vocabulary.ts';
import { readPage } from '../../src/artifacts/read-page.ts';
import { loadVocabulary } from '../../src/config/load-vocabulary.ts';
import type { PageReading } from '../../src/model/page-reading.ts';

/** The words that ship with the program. */
export const vocabulary = compileVocabulary(loadVocabulary(join(import.meta.dirname, '../../checks/vocabulary')));

export const pageUrl = 'http://lyj.minghu.gov.cn/zwgk/index.html';

/** Reads a page of the invented forestry bureau of Minghu, or only a body. */
export function read(html: string, url: string = pageUrl): PageReading {
  const page = /<body|<frameset/i.test(html) ? html : `<html><head><title>明湖市林业局</title></head><body>${html}</body></html>`;
  return readPage({ html: page, url, encoding: 'utf-8', today: '2026-11-20' }, vocabulary);
}

/** The items seen on a page, sorted. */
export const itemsOn = (html: string, url?: string): string[] => Object.keys(read(html, url).items).sort();
