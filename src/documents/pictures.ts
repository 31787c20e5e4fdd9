import type { DocumentFormat } from '../model/document.ts';
import { zipNames } from './unzip.ts';

/**
 * Pictures and embedded objects in an office document, whose words nobody can read here. PDF is told by its pages. In compound files the
 * pictures lie as they are, so their first bytes are counted; drawings packed by Office itself are not seen.
 */
export function picturesIn(format: DocumentFormat, bytes: Uint8Array): number {
  if (format === 'docx' || format === 'xlsx') return (zipNames(bytes) ?? []).filter(name => holder.test(name)).length;
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (format === 'rtf') return count(data, '\\pict') + count(data, '\\objdata');
  if (!compound.has(format)) return 0;
  return signatures.reduce((sum, signature) => sum + count(data, signature), 0);
}

/** Why a document with pictures was not read whole; null when it says enough beside them, as a letter with a seal does. */
export function unreadPictures(pictures: number, characters: number): string | null {
  if (pictures === 0 || characters >= Math.min(pictures * besideOne, besideAny)) return null;
  return `有${pictures}张图片或嵌入的对象，其中的文字不能读取`;
}

/** Characters of text beside one picture, and beside however many, from which on the text is the document and the pictures adorn it. */
const besideOne = 300;
const besideAny = 1_500;

const holder = /^(?:word|xl)\/(?:media|embeddings)\/[^/]+$/i;
const compound: ReadonlySet<DocumentFormat> = new Set(['doc', 'wps', 'xls', 'et']);
/** PNG, JPEG (JFIF and Exif), and the name of the storage that holds embedded objects. */
const signatures = ['\x89PNG\r\n\x1a\n', '\xff\xd8\xff\xe0', '\xff\xd8\xff\xe1', 'O\0b\0j\0e\0c\0t\0P\0o\0o\0l\0'];

function count(data: Buffer, sought: string): number {
  let found = 0;
  for (let at = data.indexOf(sought, 0, 'latin1'); at >= 0; at = data.indexOf(sought, at + sought.length, 'latin1')) found++;
  return found;
}
