import type { DocumentFormat } from '../model/document.ts';
import { decodeHtml } from '../text/decode.ts';
import { streamNames } from './ole-names.ts';
import { zipNames } from './unzip.ts';

/** What the bytes are, by their first ones and by what a container holds. Takes time in proportion to them, and never throws. */
export function formatOf(bytes: Uint8Array): DocumentFormat {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const known = signatures.find(({ magic }) => magic.some(prefix => startsWith(data, prefix)));
  if (known) return known.format;
  if (startsWith(data, 'PK\x03\x04') || startsWith(data, 'PK\x05\x06')) return zipFormat(data);
  if (startsWith(data, '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return oleFormat(data);
  // Some servers and mail gateways put a line in front; every reader looks for the mark in the first kilobyte.
  if (data.subarray(0, 1024).includes('%PDF-')) return 'pdf';
  return textFormat(data);
}

const startsWith = (data: Buffer, prefix: string): boolean => data.subarray(0, prefix.length).toString('latin1') === prefix;

const signatures: readonly { readonly format: DocumentFormat; readonly magic: readonly string[] }[] = [
  { format: 'pdf', magic: ['%PDF-'] },
  { format: 'rar', magic: ['Rar!\x1a\x07'] },
  { format: '7z', magic: ["7z\xbc\xaf'\x1c"] },
  { format: 'image', magic: ['\x89PNG\r\n\x1a\n', '\xff\xd8\xff', 'GIF87a', 'GIF89a', 'II*\0', 'MM\0*'] },
];

function zipFormat(data: Buffer): DocumentFormat {
  const names = zipNames(data);
  // The directory of a ZIP stands at its end. One that was cut off still begins with the parts of a document.
  const has = (path: string) => names?.some(name => name.toLowerCase().startsWith(path)) ?? data.includes(path);
  if (names !== null && names.length === 0) return 'zip';
  if (names?.some(name => /^ofd\.xml$/i.test(name)) ?? data.subarray(0, 64).includes('OFD.xml')) return 'ofd';
  if (has('word/document') || has('word/styles')) return 'docx';
  if (has('xl/workbook') || has('xl/worksheets/')) return 'xlsx';
  if (has('ppt/presentation')) return 'unknown';
  return 'zip';
}

/** Files of WPS have the streams of Microsoft's and beside them one of their own. */
function oleFormat(data: Buffer): DocumentFormat {
  const names = streamNames(data);
  if (names.has('WordDocument')) return names.has('WpsCustomData') ? 'wps' : 'doc';
  if (names.has('Workbook') || names.has('Book')) return names.has('ETExtData') ? 'et' : 'xls';
  return 'unknown';
}

/** How much of a text is looked at. */
const sample = 16_384;

function textFormat(data: Buffer): DocumentFormat {
  const head = decodeHtml(data.subarray(0, sample)).text.trimStart();
  if (head.startsWith('{\\rtf')) return 'rtf';
  if (/^RIFF.{4}WEBP/s.test(data.subarray(0, 12).toString('latin1')) || /^BM.{4}\0\0\0\0/s.test(data.subarray(0, 10).toString('latin1')))
    return 'image';
  if (head === '' || !isReadable(head)) return 'unknown';
  if (head.startsWith('<')) return markupFormat(head);
  if (/^MIME-Version:/i.test(head)) return 'html';
  return 'text';
}

/** Few control and replacement characters: what is not text has them everywhere. */
function isReadable(text: string): boolean {
  const strange = text.match(/(?!\s)[\p{Cc}\ufffd]/gu)?.length ?? 0;
  return strange * 100 <= text.length;
}

function markupFormat(head: string): DocumentFormat {
  if (head.includes('urn:schemas-microsoft-com:office:spreadsheet')) return 'xls';
  if (/schemas\.microsoft\.com\/office\/word\/2003\/wordml|schemas\.microsoft\.com\/office\/2006\/xmlPackage/.test(head)) return 'doc';
  return /<(?:!doctype html|html|head|body|title|meta|table|div|p|script|style|center|font|h\d|form)\b/i.test(head) ? 'html' : 'text';
}
