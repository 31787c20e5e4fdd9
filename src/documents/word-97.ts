import WordExtractor from 'word-extractor';
import { Collector } from './collector.ts';
import type { DocumentLimits } from './limits.ts';
import type { RawReading } from './raw-reading.ts';
import { unreadable } from './raw-reading.ts';

/**
 * A document of Word 97–2003 or of WPS. The reader that is used ends every cell by a tab and every row by a line break after it;
 * a line with tabs in it that does not end with one is words set by tab stops.
 */
export async function readWord97(bytes: Uint8Array, limits: DocumentLimits): Promise<RawReading> {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (isEncrypted(data)) return unreadable('设有密码，无法打开');
  try {
    const document = (await new WordExtractor().extract(data)) as AsWritten;
    const asWritten = { filterUnicode: false };
    return linesWithCells(
      [document.getBody(asWritten), document.getFootnotes(asWritten), document.getTextboxes(asWritten)].join('\n'),
      limits,
    );
  } catch {
    return unreadable('文件已损坏，无法打开');
  }
}

/** The published types do not know that quotation marks and dashes can be left as they are. */
interface AsWritten {
  getBody(options: { readonly filterUnicode: boolean }): string;
  getFootnotes(options: { readonly filterUnicode: boolean }): string;
  getTextboxes(options: { readonly filterUnicode: boolean }): string;
}

/** The file information block begins a sector of 512 bytes with EC A5; bit 8 of its flags at offset 10 says that the text is encrypted (MS-DOC 2.5.2). */
function isEncrypted(data: Buffer): boolean {
  for (let at = 512; at + 12 <= data.length; at += 512) {
    if (data.readUInt16LE(at) === 0xa5ec) return (data.readUInt16LE(at + 10) & 0x0100) !== 0;
  }
  return false;
}

function linesWithCells(text: string, limits: DocumentLimits): RawReading {
  const collector = new Collector(limits);
  let inTable = false;
  for (const line of text.split('\n')) {
    const isRow = line.endsWith('\t');
    if (isRow !== inTable) {
      if (isRow) collector.openTable();
      else collector.closeTable();
    }
    inTable = isRow;
    if (!isRow) {
      collector.words(line);
      collector.lineBreak();
      continue;
    }
    collector.openRow();
    for (const cell of line.slice(0, -1).split('\t')) {
      collector.openCell();
      collector.words(cell);
    }
    collector.closeRow();
  }
  return collector.finish();
}
