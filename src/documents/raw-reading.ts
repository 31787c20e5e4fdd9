import type { DocumentReading } from '../model/document.ts';

/** What the reader of one format hands over; its words are still as the file has them. */
export type RawReading = Omit<DocumentReading, 'format'>;

/** A document of which nothing can be read; `reason` is one Chinese clause without a subject. */
export const unreadable = (reason: string, pages: number | null = null): RawReading => ({ text: '', tables: [], pages, unread: reason });

/** Several reasons as one clause; null when there is none. */
export function joinReasons(reasons: readonly (string | null)[]): string | null {
  const given = [...new Set(reasons.filter(reason => reason !== null && reason !== ''))];
  return given.length === 0 ? null : given.join('；');
}

/** Words for what went beyond a limit. */
export const tooMuch = {
  bytes: '文件过大，没有读取',
  unpacked: '解压后过大，没有读取',
  characters: '内容过多，只读取了前面的部分',
  cells: '表格过大，只读取了前面的部分',
  time: '读取超时，没有读完',
  memory: '读取所需内存过多，没有读取',
} as const;
