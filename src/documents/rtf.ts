import { Collector } from './collector.ts';
import type { DocumentLimits } from './limits.ts';
import type { RawReading } from './raw-reading.ts';

/** Words and tables of Rich Text Format: control words dropped, characters by number or in the bytes of the code page of their font. */
export function readRtf(bytes: Uint8Array, limits: DocumentLimits): RawReading {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const reader = new RtfReader(limits);
  token.lastIndex = 0;
  for (let match = token.exec(source); match !== null && !reader.isFull; match = token.exec(source)) {
    const [whole, word, number, byte, symbol] = match;
    if (whole === '{') reader.openGroup();
    else if (whole === '}') reader.closeGroup();
    else if (byte !== undefined) reader.bytes(String.fromCharCode(Number.parseInt(byte, 16)));
    else if (word !== undefined) {
      reader.control(word, number === undefined ? null : Number(number));
      if (word === 'bin') token.lastIndex += Math.max(0, Math.min(Number(number ?? 0), source.length));
    } else if (symbol !== undefined) reader.symbol(symbol);
    else reader.bytes(whole.replace(/[\r\n]+/g, ''));
  }
  return reader.finish();
}

const token = /[{}]|\\([a-z]{1,32})(-?\d{1,9})? ?|\\'([0-9a-fA-F]{2})|\\([^a-z])|[^{}\\]+/gi;

interface Group {
  isSkipped: boolean;
  /** Code page of the bytes, null for that of the document. */
  charset: string | null;
  /** How many replacement characters follow one by number. */
  fallbacks: number;
}

const skipped = new Set(
  'fonttbl colortbl stylesheet info pict object header headerl headerr headerf footer footerl footerr footerf themedata datastore latentstyles listtable listoverridetable rsidtbl generator xmlnstbl fldinst nonshppict'.split(
    ' ',
  ),
);
const pieces: Readonly<Record<string, string>> = {
  tab: ' ',
  emspace: ' ',
  enspace: ' ',
  qmspace: ' ',
  emdash: '—',
  endash: '–',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
};
const charsets: Readonly<Record<number, string>> = { 0: 'windows-1252', 128: 'shift_jis', 129: 'euc-kr', 134: 'gb18030', 136: 'big5' };
const codePages: Readonly<Record<number, string>> = { 932: 'shift_jis', 936: 'gb18030', 949: 'euc-kr', 950: 'big5', 65001: 'utf-8' };
const deepest = 10_000;

class RtfReader {
  readonly #collector: Collector;
  readonly #groups: Group[] = [{ isSkipped: false, charset: null, fallbacks: 1 }];
  readonly #fonts = new Map<number, string>();
  #page = 'gb18030';
  #font = 0;
  #isFontTable = false;
  #waiting = '';
  #toSkip = 0;
  #inTable = false;
  #inCell = false;
  /** A paragraph has begun of which it is not yet known whether it stands in the table. */
  #mayLeaveTable = false;

  constructor(limits: DocumentLimits) {
    this.#collector = new Collector(limits);
  }

  get isFull(): boolean {
    return this.#collector.isFull;
  }

  get #group(): Group {
    return this.#groups.at(-1)!;
  }

  openGroup(): void {
    this.#flush();
    if (this.#groups.length < deepest) this.#groups.push({ ...this.#group });
  }

  closeGroup(): void {
    this.#flush();
    if (this.#groups.length > 1) this.#groups.pop();
    if (!this.#group.isSkipped) this.#isFontTable = false;
  }

  /** Text in the current code page; the first characters after one by number only repeat it for old programs. */
  bytes(text: string): void {
    const rest = text.slice(this.#toSkip);
    this.#toSkip -= text.length - rest.length;
    if (!this.#group.isSkipped) this.#waiting += rest;
  }

  symbol(symbol: string): void {
    if (symbol === '*') this.#group.isSkipped = true;
    else if ('{}\\'.includes(symbol)) this.bytes(symbol);
    else if (symbol === '~') this.#words(' ');
    else if (symbol === '_') this.#words('-');
    else if (symbol === '\n' || symbol === '\r') this.#endParagraph();
  }

  control(word: string, number: number | null): void {
    if (word === 'u') {
      this.#character(number ?? 0);
      return;
    }
    this.#flush();
    if (word === 'fonttbl') this.#isFontTable = true;
    if (skipped.has(word)) this.#group.isSkipped = true;
    if (word === 'ansicpg') this.#page = codePages[number ?? 0] ?? this.#page;
    else if (word === 'uc') this.#group.fallbacks = Math.max(0, Math.min(number ?? 1, 16));
    else if (word === 'f') this.#chooseFont(number ?? 0);
    else if (word === 'fcharset' && this.#isFontTable) this.#fonts.set(this.#font, charsets[number ?? 0] ?? '');
    if (!this.#group.isSkipped) this.#layout(word);
  }

  finish(): RawReading {
    this.#flush();
    return this.#collector.finish();
  }

  #chooseFont(number: number): void {
    if (this.#isFontTable) this.#font = number;
    else this.#group.charset = this.#fonts.get(number) || null;
  }

  #layout(word: string): void {
    if (word === 'par' || word === 'sect' || word === 'page' || word === 'line') this.#endParagraph();
    else if (word === 'trowd' || word === 'intbl') this.#openTable();
    else if (word === 'pard') this.#mayLeaveTable = true;
    else if (word === 'cell') this.#endCell();
    else if (word === 'row') this.#collector.closeRow();
    else if (Object.hasOwn(pieces, word)) this.#words(pieces[word]!);
  }

  #openTable(): void {
    this.#mayLeaveTable = false;
    if (this.#inTable) return;
    this.#inTable = true;
    this.#collector.openTable();
  }

  #openCell(): void {
    if (this.#inCell) return;
    this.#inCell = true;
    this.#collector.openCell();
  }

  #endCell(): void {
    this.#openTable();
    this.#openCell();
    this.#collector.closeCell();
    this.#inCell = false;
  }

  #endParagraph(): void {
    this.#flush();
    if (this.#inTable && this.#mayLeaveTable && !this.#inCell) {
      this.#collector.closeTable();
      this.#inTable = false;
    }
    this.#collector.lineBreak();
  }

  #character(number: number): void {
    this.#words(String.fromCharCode(number & 0xffff));
    this.#toSkip = this.#group.fallbacks;
  }

  #words(text: string): void {
    this.#flush();
    if (!this.#group.isSkipped) this.#put(text);
  }

  /** Bytes of one character may be written one by one: they are decoded together. */
  #flush(): void {
    if (this.#waiting === '') return;
    const bytes = Buffer.from(this.#waiting, 'latin1');
    this.#waiting = '';
    this.#put(new TextDecoder(this.#group.charset ?? this.#page).decode(bytes));
  }

  #put(text: string): void {
    if (this.#inTable && this.#mayLeaveTable) {
      this.#collector.closeTable();
      this.#inTable = false;
      this.#inCell = false;
    }
    this.#mayLeaveTable = false;
    if (this.#inTable) this.#openCell();
    this.#collector.words(text);
  }
}
