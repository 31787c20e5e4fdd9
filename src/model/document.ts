/** What a file is by its bytes; what its name or its server says does not count. */
export const documentFormats = {
  pdf: 'PDF',
  docx: 'Word',
  doc: 'Word（97—2003）',
  wps: 'WPS文字',
  xlsx: 'Excel',
  xls: 'Excel（97—2003）',
  et: 'WPS表格',
  rtf: 'RTF',
  text: '文本',
  html: '网页',
  ofd: 'OFD',
  zip: 'ZIP压缩包',
  rar: 'RAR压缩包',
  '7z': '7z压缩包',
  image: '图片',
  unknown: '未知格式',
} as const;
export type DocumentFormat = keyof typeof documentFormats;

/** A table of a document, row by row; merged cells carry their words in the first of them, the others are empty. */
export interface DocumentTable {
  /** Name of the sheet; null where tables have none. */
  readonly name: string | null;
  readonly rows: readonly (readonly string[])[];
}

/** What could be read of a document. A pure function of its bytes. */
export interface DocumentReading {
  readonly format: DocumentFormat;
  /** In reading order, NFKC, lines ended by `\n`, spaces collapsed within a line. Tables are part of it, cells apart by a space. */
  readonly text: string;
  readonly tables: readonly DocumentTable[];
  /** Null where the format has none. */
  readonly pages: number | null;
  /** One Chinese clause why not all of it could be read (是扫描件，没有文字); null when it was read whole. */
  readonly unread: string | null;
}
