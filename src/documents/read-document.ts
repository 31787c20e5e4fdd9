import type { DocumentFormat, DocumentReading } from '../model/document.ts';
import { decodeHtml } from '../text/decode.ts';
import { readArchive } from './archive.ts';
import { formatOf } from './format-of.ts';
import type { DocumentLimits } from './limits.ts';
import { readMarkup } from './markup.ts';
import { pageOfArchive } from './mhtml.ts';
import { streamNames } from './ole-names.ts';
import { readPdf } from './pdf/read-pdf.ts';
import { picturesIn, unreadPictures } from './pictures.ts';
import { readPlainText } from './plain-text.ts';
import type { RawReading } from './raw-reading.ts';
import { joinReasons, tooMuch, unreadable } from './raw-reading.ts';
import { readRtf } from './rtf.ts';
import { tidyReading } from './tidy.ts';
import { UnpackedTooMuch, unzip } from './unzip.ts';
import { readWord97 } from './word-97.ts';
import { readWordXml } from './word-xml.ts';
import { readWorkbook, readXlsx } from './workbook.ts';

/** Reads a document in this thread. Never rejects, but may take long: use a DocumentReader for what comes from outside. */
export async function readDocument(bytes: Uint8Array, limits: DocumentLimits): Promise<DocumentReading> {
  const format = formatOf(bytes);
  if (bytes.length > limits.bytes) return { format, ...unreadable(tooMuch.bytes) };
  const raw =
    format === 'zip'
      ? await readArchive(bytes, limits, member => readFormat(member, formatOf(member), limits))
      : await readFormat(bytes, format, limits);
  const reading = tidyReading(raw, limits);
  const pictures = unreadPictures(picturesIn(format, bytes), reading.text.length);
  return { format, ...reading, unread: joinReasons([reading.unread, pictures]) };
}

async function readFormat(bytes: Uint8Array, format: DocumentFormat, limits: DocumentLimits): Promise<RawReading> {
  try {
    return await readers[format](bytes, limits);
  } catch (error) {
    if (error instanceof UnpackedTooMuch) return unreadable(tooMuch.unpacked);
    if (isOutOfRoom(error)) return unreadable(tooMuch.memory);
    return unreadable('文件已损坏，无法打开');
  }
}

/** A stack, string or array grown beyond what the engine allows. */
const isOutOfRoom = (error: unknown): boolean => error instanceof RangeError && /call stack|length|size|allocation/i.test(error.message);

type ReadFormat = (bytes: Uint8Array, limits: DocumentLimits) => RawReading | Promise<RawReading>;

const readers: Readonly<Record<DocumentFormat, ReadFormat>> = {
  pdf: readPdf,
  docx: readDocx,
  doc: (bytes, limits) => (isMarkup(bytes) ? readWordXml(decodeHtml(bytes).text, limits) : readWord97(bytes, limits)),
  wps: readWord97,
  xlsx: readXlsx,
  xls: readWorkbook,
  et: readWorkbook,
  rtf: readRtf,
  text: readPlainText,
  html: (bytes, limits) => readMarkup(pageOfArchive(bytes) ?? decodeHtml(bytes).text, limits),
  ofd: () => unreadable('是OFD版式文件，程序不能读取'),
  zip: () => unreadable('是压缩包中的压缩包'),
  rar: () => unreadable('是RAR压缩包，程序不能解压'),
  '7z': () => unreadable('是7z压缩包，程序不能解压'),
  image: () => unreadable('是图片，没有可读取的文字'),
  unknown: bytes => unreadable(whyUnknown(bytes)),
};

function readDocx(bytes: Uint8Array, limits: DocumentLimits): RawReading {
  const parts = unzip(bytes, name => /^word\/document\d*\.xml$/i.test(name), limits.unpacked);
  const main = parts[0];
  return main === undefined ? unreadable('文件已损坏，无法打开') : readWordXml(decodeHtml(main.bytes).text, limits);
}

const isMarkup = (bytes: Uint8Array): boolean => bytes[0] !== 0xd0;

function whyUnknown(bytes: Uint8Array): string {
  if (bytes.length === 0) return '文件是空的';
  const streams = streamNames(bytes);
  if (streams.has('EncryptedPackage')) return '设有密码，无法打开';
  return '不是程序能读取的文件格式';
}
