import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { documentLimits } from '../../src/documents/limits.ts';
import { docxOf, gbkAt, pdfOf, readerForTests, zipOf } from './support.ts';

/** Bounds small enough that an attack needs no large file to go beyond them. */
const limits = { unpacked: 2_000_000, characters: 20_000, cells: 5_000, pages: 5, time: 4_000, memory: 300 };
const read = readerForTests(limits);
const readTiny = readerForTests({ bytes: 100 });
const good = docxOf('<w:p><w:r><w:t>好</w:t></w:r></w:p>');

/** Whatever a document did, the next one is read. */
async function stillReads(): Promise<void> {
  expect(await read(good)).toMatchObject({ text: '好', unread: null });
}

const sheetXml = (data: string) =>
  `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${data}</sheetData></worksheet>`;

function xlsxOf(sheets: readonly (readonly [name: string, xml: string])[]): Uint8Array {
  const entries = sheets.map(([name], i) => `<sheet name="${name}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`).join('');
  const relations = sheets
    .map(
      (_, i) =>
        `<Relationship Id="rId${i + 1}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`,
    )
    .join('');
  return zipOf({
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>${sheets.map((_, i) => `<Override PartName="/xl/worksheets/sheet${i + 1}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`).join('')}</Types>`,
    '_rels/.rels':
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    'xl/workbook.xml': `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>${entries}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations}</Relationships>`,
    ...Object.fromEntries(sheets.map(([, xml], i) => [`xl/worksheets/sheet${i + 1}.xml`, xml])),
  });
}

describe('archives', () => {
  test('a bomb that declares its size is not unpacked', async () => {
    const bomb = zipOf({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<w:t>0</w:t>'.repeat(1_000_000) });
    expect(bomb.length).toBeLessThan(100_000);
    expect(await read(bomb)).toMatchObject({ format: 'docx', text: '', unread: '解压后过大，没有读取' });
    await stillReads();
  });

  test('a bomb that declares a small size gives no more than it declares', async () => {
    const size = 12_000_000;
    const bytes = Buffer.from(zipOf({ 'a.txt': Buffer.alloc(size, 'a') }));
    for (let at = bytes.indexOf(u32(size)); at >= 0; at = bytes.indexOf(u32(size), at)) u32(50).copy(bytes, at);
    const reading = await read(bytes);
    expect(reading.text.length).toBeLessThan(100);
    await stillReads();
  });

  test('archives within archives are not opened', async () => {
    let nested = zipOf({ 'a.txt': '底' });
    for (let depth = 0; depth < 20; depth++) nested = zipOf({ 'a.zip': nested, 'b.zip': nested });
    expect(await read(nested)).toMatchObject({ format: 'zip', text: 'a.zip\nb.zip' });
  });

  test('thousands of members: a few are read, the rest told', async () => {
    const many = zipOf(Object.fromEntries(Array.from({ length: 3_000 }, (_, i) => [`${i}.txt`, `第${i}份`])));
    const reading = await read(many);
    expect(reading.text).toContain('第29份');
    expect(reading.text).not.toContain('第30份');
    expect(reading.unread).toBe('压缩包内有3000个文件，只读取了前30个');
  });

  test('members named like properties of objects are files like others', async () => {
    const bytes = Buffer.from(zipOf({ '(proto).a': '甲', constructor: '乙', 'a.txt': '丙' })).toString('latin1');
    const reading = await read(Buffer.from(bytes.replaceAll('(proto).a', '__proto__'), 'latin1'));
    expect(reading.text).toContain('constructor\n乙\na.txt\n丙');
    await stillReads();
  });
});

describe('markup', () => {
  test('entities that a document declares are not followed', async () => {
    const lol = Array.from({ length: 12 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join('');
    const xml = `<?xml version="1.0"?><!DOCTYPE w [<!ENTITY l0 "lol">${lol}<!ENTITY x SYSTEM "file:///etc/passwd">]><w:document xmlns:w="x"><w:body><w:p><w:r><w:t>前&l12;&x;后</w:t></w:r></w:p></w:body></w:document>`;
    const reading = await read(zipOf({ '[Content_Types].xml': '<Types/>', 'word/document.xml': xml }));
    expect(reading.text).toBe('前&l12;&x;后');
  });

  test.for([
    ['HTML', () => Buffer.from(`<html><body>${'<div><table><tr><td>'.repeat(50_000)}底`)],
    ['a DOCX', () => docxOf(`${'<w:tbl><w:tr><w:tc><w:p>'.repeat(50_000)}<w:r><w:t>底</w:t></w:r>`)],
    ['RTF', () => Buffer.from(`{\\rtf1 ${'{'.repeat(1_000_000)}底`)],
  ] as const)('%s of any depth is read', async ([, write]) => {
    const reading = await read(write());
    expect(reading.format).toMatch(/html|docx|rtf/);
    await stillReads();
  });

  test('spans without end cover a bounded table', async () => {
    const reading = await read(`<html><table>${'<tr><td colspan=1000000000 rowspan=1000000000>甲</td></tr>'.repeat(500)}</table>`);
    expect(reading.tables.flatMap(({ rows }) => rows).reduce((sum, row) => sum + row.length, 0)).toBeLessThanOrEqual(limits.cells);
    expect(reading.unread).toBe('表格过大，只读取了前面的部分');
  });

  test('words without end are cut, and the reading says so', async () => {
    const reading = await read(`<html><p>${'字'.repeat(100_000)}</p>`);
    expect(reading.text.length).toBeLessThanOrEqual(limits.characters);
    expect(reading.unread).toBe('内容过多，只读取了前面的部分');
  });
});

describe('workbooks', () => {
  test('millions of cells are cut', async () => {
    const row = `<row>${'<c><v>1</v></c>'.repeat(100)}</row>`;
    const reading = await read(xlsxOf([['大', sheetXml(row.repeat(1_000))]]));
    expect(reading.unread).toBe('表格过大，只读取了前面的部分');
    expect(reading.tables[0]!.rows.length).toBeGreaterThan(40);
  });

  test('cells far from one another cost no more than neighbours', async () => {
    const cells = '<row r="1"><c r="A1"><v>1</v></c><c r="XFD1"><v>2</v></c></row><row r="1048576"><c r="XFD1048576"><v>3</v></c></row>';
    const { tables } = await read(xlsxOf([['远', sheetXml(cells)]]));
    expect(tables[0]!.rows[0]).toEqual(['1', '2']);
    expect(tables[0]!.rows.length).toBeLessThanOrEqual(2);
  });

  test.for([
    [1_000, 200, '共1000张工作表，只读取了前200张'],
    [3_000, 0, '工作表过多，没有读取'],
  ] as const)('of %i sheets %i are read', async ([count, some, unread]) => {
    const reading = await read(xlsxOf(Array.from({ length: count }, (_, i) => [`表${i}`, sheetXml('<row><c><v>1</v></c></row>')])));
    expect(reading.tables).toHaveLength(some);
    expect(reading.unread).toBe(unread);
  });

  test('names like properties of objects pollute nothing', async () => {
    const reading = await read(
      xlsxOf([
        ['__proto__', sheetXml('<row><c r="__proto__"><v>1</v></c><c r="A1" t="str"><v>甲</v></c></row>')],
        ['constructor', sheetXml('')],
      ]),
    );
    expect(reading.format).toBe('xlsx');
    expect(Object.keys(Object.prototype)).toEqual([]);
    await stillReads();
  });
});

describe('PDF', () => {
  test('pages without end are cut', async () => {
    const reading = await read(pdfOf(Array.from({ length: 40 }, (_, i) => ({ content: gbkAt(`第${i + 1}页的文字在这里`, 50, 700) }))));
    expect(reading.text).toContain('第5页的文字');
    expect(reading.text).not.toContain('第6页的文字');
    expect(reading).toMatchObject({ pages: 40, unread: '共40页，只读取了前5页' });
  });

  test.for([
    ['a page tree that contains itself', (pdf: string) => pdf.replace(/\/Kids\[[^\]]*\]\/Count \d+/, '/Kids[1 0 R 1 0 R]/Count 100000000')],
    ['a page count of a billion', (pdf: string) => pdf.replace(/\/Count \d+/, '/Count 1000000000')],
    ['a cross-reference table that leads to itself', (pdf: string) => pdf.replace('/Size', '/Prev 9/Size')],
    ['an end cut off', (pdf: string) => pdf.slice(0, pdf.length * 0.6)],
  ] as const)('%s', async ([, change]) => {
    const plain = pdfOf([{ content: gbkAt('文字', 50, 700) }]).toString('latin1');
    const reading = await read(Buffer.from(change(plain), 'latin1'));
    expect(reading.format).toBe('pdf');
    await stillReads();
  });

  test('a form that draws itself', async () => {
    const pdf = pdfOf([{ content: '/X Do', resources: '/XObject<</X 1 0 R>>' }], 'GBK-EUC-H', file => {
      file.addStream('/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 1 0 R>>>>', '/X Do /X Do '.repeat(50));
    });
    expect((await read(pdf)).format).toBe('pdf');
    await stillReads();
  });

  test('forms that multiply one another', async () => {
    const pdf = pdfOf([{ content: '/X Do', resources: '/XObject<</X 1 0 R>>' }], 'GBK-EUC-H', file => {
      for (let i = 1; i <= 12; i++)
        file.addStream(
          `/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X ${i + 1} 0 R>>>>`,
          '/X Do '.repeat(i < 12 ? 20 : 0),
        );
    });
    expect((await read(pdf)).unread).not.toBeNull();
    await stillReads();
  });

  test('a stream that unpacks without end does not take the memory of the machine', async () => {
    const pdf = pdfOf([{ content: 'BT /F1 10 Tf ('.padEnd(150_000_000, '0') }]);
    expect(pdf.length).toBeLessThan(documentLimits.bytes);
    const before = process.memoryUsage.rss();
    const reading = await read(pdf);
    expect(reading.format).toBe('pdf');
    expect(process.memoryUsage.rss() - before).toBeLessThan(1_500_000_000);
    await stillReads();
  });

  test('a page of a million lines is no table', async () => {
    const reading = await read(
      pdfOf([
        {
          content: `${gbkAt('图样说明文字一行', 50, 700)} ${Array.from({ length: 100_000 }, (_, i) => `${i % 500} 0 m ${i % 500} 800 l S`).join('\n')}`,
        },
      ]),
    );
    expect(reading.format).toBe('pdf');
    await stillReads();
  });
});

test('a file beyond the limit is not read, though its format is told', async () => {
  expect(await readTiny(good)).toMatchObject({ format: 'docx', text: '', unread: '文件过大，没有读取' });
});

test('a compressed page is no document that is known', async () => {
  expect(await read(gzipSync('<html>'))).toMatchObject({ format: 'unknown', unread: '不是程序能读取的文件格式' });
});

const u32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
};
