import { zipSync } from 'fflate';
import { afterAll } from 'vitest';
import { PdfFile } from '../../fixtures/city/documents/writers/pdf-file.ts';
import { encodeGbk } from '../../fixtures/city/gbk.ts';
import { openDocumentReader } from '../../src/documents/document-reader.ts';
import type { DocumentLimits } from '../../src/documents/limits.ts';
import type { DocumentReading } from '../../src/model/document.ts';

/** A reader that is closed after the tests of the file. */
export function readerForTests(limits: Partial<DocumentLimits> = {}): (bytes: Uint8Array | string) => Promise<DocumentReading> {
  const reader = openDocumentReader(limits);
  afterAll(() => reader.close());
  return bytes => reader.read(typeof bytes === 'string' ? Buffer.from(bytes) : bytes);
}

/** The first row of any table that has the label in a cell; throws when there is none. */
export function rowWith(reading: DocumentReading, label: string): readonly string[] {
  const row = reading.tables.flatMap(({ rows }) => rows).find(cells => cells.includes(label));
  if (row === undefined) throw new Error(`no row ${label} among ${JSON.stringify(reading.tables.map(({ rows }) => rows.slice(0, 3)))}`);
  return row;
}

/** Files of a ZIP by name, from texts and bytes. */
export const zipOf = (files: Readonly<Record<string, string | Uint8Array>>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, content]) => [name, Buffer.from(content)])));

/** A DOCX whose body is the given WordprocessingML. */
export const docxOf = (body: string): Uint8Array =>
  zipOf({
    '[Content_Types].xml': '<Types/>',
    'word/document.xml': `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="x" xmlns:wps="y" xmlns:v="z"><w:body>${body}</w:body></w:document>`,
  });

export interface PdfPage {
  /** Operators of the page. */
  readonly content: string;
  /** More entries of the page, such as `/Rotate 90`. */
  readonly more?: string;
  /** More resources, such as `/XObject<<…>>`. */
  readonly resources?: string;
}

/** A PDF of pages whose font F1 is an unembedded Chinese one in the given encoding, without a map to Unicode; F2 is Helvetica. */
export function pdfOf(pages: readonly PdfPage[], encoding = 'GBK-EUC-H', prepare: (file: PdfFile) => void = () => undefined): Buffer {
  const file = new PdfFile();
  prepare(file);
  const tree = file.add();
  const descriptor = file.add(
    '<</Type/FontDescriptor/FontName/SimSun/Flags 6/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 859/Descent -141/CapHeight 700/StemV 80>>',
  );
  const descendant = file.add(
    `<</Type/Font/Subtype/CIDFontType2/BaseFont/SimSun/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/DW 1000/W[1 [500] 814 [500] 815 939 500]/FontDescriptor ${descriptor} 0 R>>`,
  );
  const font = file.add(`<</Type/Font/Subtype/Type0/BaseFont/SimSun/Encoding/${encoding}/DescendantFonts[${descendant} 0 R]>>`);
  const latin = file.add('<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>');
  const kids = pages.map(({ content, more = '', resources = '' }) => {
    const stream = file.addStream('', content);
    return file.add(
      `<</Type/Page/Parent ${tree} 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 ${font} 0 R/F2 ${latin} 0 R>>${resources}>>/Contents ${stream} 0 R${more}>>`,
    );
  });
  file.set(tree, `<</Type/Pages/Kids[${kids.map(kid => `${kid} 0 R`).join(' ')}]/Count ${kids.length}>>`);
  const root = file.add(`<</Type/Catalog/Pages ${tree} 0 R>>`);
  return file.bytes(root, file.add('<<>>'));
}

/** Operators that write GBK words at a place, in points from the lower left corner. */
export const gbkAt = (words: string, x: number, y: number, size = 10): string =>
  `BT /F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm <${encodeGbk(words).toString('hex')}> Tj ET`;

/** The same in big-endian UTF-16, as UniGB-UCS2-H wants it. */
export const ucs2At = (words: string, x: number, y: number): string =>
  `BT /F1 10 Tf 1 0 0 1 ${x} ${y} Tm <${Buffer.from(words, 'utf16le').swap16().toString('hex')}> Tj ET`;
