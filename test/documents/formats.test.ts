import { utils, write } from '@e965/xlsx';
import { describe, expect, test } from 'vitest';
import { compoundFile } from '../../fixtures/city/documents/writers/compound-file.ts';
import { encodeGbk } from '../../fixtures/city/gbk.ts';
import { formatOf } from '../../src/documents/format-of.ts';
import { documentFormats } from '../../src/model/document.ts';
import { docxOf, readerForTests, rowWith, zipOf } from './support.ts';

const read = readerForTests();

const paragraph = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
const cell = (text: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(text)}</w:tc>`;

describe('Word', () => {
  test('merged cells keep their places; deleted words and the second writing of a text box are left out', async () => {
    const table = `<w:tbl><w:tr>${cell('项目', '<w:vMerge w:val="restart"/>')}${cell('金额', '<w:gridSpan w:val="2"/>')}</w:tr><w:tr>${cell('', '<w:vMerge/>')}${cell('预算')}${cell('决算')}</w:tr></w:tbl>`;
    const box = `<w:r><mc:AlternateContent><mc:Choice><wps:txbx><w:txbxContent>${paragraph('封面文字')}</w:txbxContent></wps:txbx></mc:Choice><mc:Fallback><v:textbox><w:txbxContent>${paragraph('封面文字')}</w:txbxContent></v:textbox></mc:Fallback></mc:AlternateContent></w:r>`;
    const reading = await read(
      docxOf(
        `<w:p>${box}<w:r><w:t>正文</w:t></w:r><w:del><w:r><w:delText>删去</w:delText></w:r></w:del></w:p>${table}${paragraph('后文&amp;')}`,
      ),
    );
    expect(reading).toEqual({
      format: 'docx',
      text: '封面文字\n正文\n项目 金额\n预算 决算\n后文&',
      tables: [
        {
          name: null,
          rows: [
            ['项目', '金额', ''],
            ['', '预算', '决算'],
          ],
        },
      ].map(({ name, rows }) => ({ name, rows })),
      pages: null,
      unread: null,
    });
  });

  test('as one XML file of 2003', async () => {
    const xml = `<?xml version="1.0" encoding="UTF-8"?><?mso-application progid="Word.Document"?><w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"><w:body><w:p><w:r><w:t>明湖市档案局</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>1.00</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:body></w:wordDocument>`;
    const reading = await read(xml);
    expect(reading).toMatchObject({ format: 'doc', text: '明湖市档案局\n甲 1.00', unread: null });
    expect(rowWith(reading, '甲')).toEqual(['甲', '1.00']);
  });

  test('RTF: bytes in GBK, characters by number, tables; style sheets and pictures are left out', async () => {
    const gbk = [...encodeGbk('明湖市')].map(byte => `\\'${byte.toString(16)}`).join('');
    const rtf = `{\\rtf1\\ansi\\ansicpg936{\\fonttbl{\\f0\\fcharset134 SimSun;}}{\\stylesheet{\\s0 Normal;}}{\\*\\generator x;}\\f0 ${gbk}\\u26723?\\u26696?\\par\\trowd\\cellx1\\cellx2\\pard\\intbl \\u30002?\\cell 1.50\\cell\\row\\pard after\\par{\\pict 0011}}`;
    const reading = await read(rtf);
    expect(reading).toEqual({
      format: 'rtf',
      text: '明湖市档案\n甲 1.50\nafter',
      tables: [{ name: null, rows: [['甲', '1.50']] }],
      pages: null,
      unread: '有1张图片或嵌入的对象，其中的文字不能读取',
    });
  });

  test('an encrypted document is told', async () => {
    const block = Buffer.alloc(4096);
    block.writeUInt16LE(0xa5ec, 0);
    block.writeUInt16LE(0x0300, 10);
    const reading = await read(
      compoundFile(
        [
          { name: 'WordDocument', data: block },
          { name: '1Table', data: Buffer.alloc(4096) },
        ],
        '00'.repeat(16),
      ),
    );
    expect(reading).toMatchObject({ format: 'doc', unread: '设有密码，无法打开' });
  });
});

describe('workbooks', () => {
  const book = () => {
    const shown = utils.aoa_to_sheet([
      ['项目', null, '金额', '日期'],
      ['一、一般公共预算', null, 1234.5, 46_000],
      [null, null, null, null],
      ['远', null, null, null],
    ]);
    shown.C2 = { t: 'n', v: 1234.5, z: '#,##0.00', f: 'SUM(A1:A9)' };
    shown.D2 = { t: 'n', v: 46_000, z: 'yyyy"年"m"月"d"日"' };
    shown['!merges'] = [utils.decode_range('A1:B1')];
    const made = utils.book_new();
    utils.book_append_sheet(made, shown, '收支总表');
    utils.book_append_sheet(made, utils.aoa_to_sheet([['隐藏的数据']]), '底表');
    made.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 1 }] };
    return made;
  };

  test.for(['xlsx', 'xls', 'xlml'] as const)('as %s: what is shown, without hidden sheets', async bookType => {
    const bytes: Uint8Array = write(book(), { type: 'buffer', bookType });
    const reading = await read(bytes);
    expect(reading.format).toBe(bookType === 'xlsx' ? 'xlsx' : 'xls');
    expect(reading.tables).toEqual([
      {
        name: '收支总表',
        rows: [
          ['项目', '金额', '日期'],
          ['一、一般公共预算', '1,234.50', '2025年12月9日'],
          ['远', '', ''],
        ],
      },
    ]);
    expect(reading.text).toBe('项目 金额 日期\n一、一般公共预算 1,234.50 2025年12月9日\n远');
  });

  test('a workbook that is really a page', async () => {
    const reading = await read(
      '<html><head><meta charset="utf-8"></head><body><table><tr><td rowspan=2>甲</td><td>1</td></tr><tr><td>2</td></tr></table></body></html>',
    );
    expect(reading).toMatchObject({
      format: 'html',
      tables: [
        {
          rows: [
            ['甲', '1'],
            ['', '2'],
          ],
        },
      ],
    });
  });
});

test('an error page sent as a document is told by its words; what is hidden in it is not read', async () => {
  const reading = await read(
    encodeGbk(
      '<!DOCTYPE html><html><head><meta charset="gbk"><title>404</title><style>x</style></head><body><script>1</script><div style="display: none">暗</div><p>您访问的页面不存在</p></body></html>',
    ),
  );
  expect(reading).toMatchObject({ format: 'html', text: '404\n您访问的页面不存在', unread: null });
});

test('a page saved as a web archive', async () => {
  const page = Buffer.from('<p>明湖市档案局</p>').toString('base64');
  const reading = await read(
    `MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${page}\r\n--b--`,
  );
  expect(reading).toMatchObject({ format: 'html', text: '明湖市档案局' });
});

const csv = '项目,金额\n"办公费,含印刷",1.00\n差旅费,2.00\n';
test.for([
  ['UTF-8', Buffer.from(csv)],
  ['UTF-8 with its mark', Buffer.from(`\ufeff${csv}`)],
  ['GBK', encodeGbk(csv)],
  ['UTF-16', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(csv, 'utf16le')])],
] as const)('comma separated values in %s', async ([, bytes]) => {
  expect(await read(bytes)).toMatchObject({
    format: 'text',
    tables: [
      {
        rows: [
          ['项目', '金额'],
          ['办公费,含印刷', '1.00'],
          ['差旅费', '2.00'],
        ],
      },
    ],
  });
});

test('prose with commas is no table', async () => {
  const reading = await read('根据规定,现予公开。\n特此公告\n二〇二六年,一月\n');
  expect(reading).toMatchObject({ format: 'text', tables: [], text: '根据规定,现予公开。\n特此公告\n二〇二六年,一月' });
});

test('words are NFKC, without radicals, spaces collapsed', async () => {
  const { text } = await read(docxOf(`${paragraph('⺠⽣　　　２０２６')}${paragraph(' ')}${paragraph('ﬁn')}`));
  expect(text).toBe('民生 2026\nfin');
});

describe('archives', () => {
  test('documents within a ZIP are read, archives within it left alone, names in GBK too', async () => {
    const named = zipOf({
      AAAA: docxOf(paragraph('部门预算')),
      'b.csv': csv,
      'c.zip': zipOf({ 'x.txt': '深处' }),
      'f/': '',
      'd.png': Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    });
    const bytes = Buffer.from(Buffer.from(named).toString('latin1').replaceAll('AAAA', encodeGbk('预算').toString('latin1')), 'latin1');
    const reading = await read(bytes);
    expect(reading).toMatchObject({
      format: 'zip',
      text: '预算\n部门预算\nb.csv\n项目 金额\n办公费,含印刷 1.00\n差旅费 2.00\nc.zip\nd.png',
      unread: '压缩包内有2个文件没有读完（c.zip：是压缩包中的压缩包；d.png：是图片，没有可读取的文字）',
    });
    expect(reading.tables).toHaveLength(1);
  });
});

test.for([
  ['ofd', zipOf({ 'OFD.xml': '<OFD/>', 'Doc_0/Document.xml': '' }), '是OFD版式文件，程序不能读取'],
  ['rar', Buffer.from('Rar!\x1a\x07\x01\x00xxxx', 'latin1'), '是RAR压缩包，程序不能解压'],
  ['7z', Buffer.from("7z\xbc\xaf'\x1cxxxx", 'latin1'), '是7z压缩包，程序不能解压'],
  ['image', Buffer.from('\xff\xd8\xff\xe0xxxx', 'latin1'), '是图片，没有可读取的文字'],
  ['unknown', Buffer.alloc(0), '文件是空的'],
  ['unknown', Buffer.from([0, 1, 2, 3, 4, 5, 6, 7]), '不是程序能读取的文件格式'],
  ['unknown', compoundFile([{ name: 'EncryptedPackage', data: Buffer.alloc(10) }], '00'.repeat(16)), '设有密码，无法打开'],
  ['zip', zipOf({}), '压缩包内没有文件'],
] as const)('%s is told by name and reason', async ([format, bytes, unread]) => {
  expect(await read(bytes)).toEqual({ format, text: '', tables: [], pages: null, unread });
});

test.for([
  ['wps', ['WordDocument', 'WpsCustomData']],
  ['doc', ['WordDocument']],
  ['et', ['Workbook', 'ETExtData']],
  ['xls', ['Book']],
  ['unknown', ['Contents']],
] as const)('%s is told by the streams of its container', ([format, names]) => {
  const bytes = compoundFile(
    names.map(name => ({ name, data: Buffer.alloc(10) })),
    '00'.repeat(16),
  );
  expect(formatOf(bytes)).toBe(format);
  expect(Object.keys(documentFormats)).toContain(format);
});

test('a document cut off in the middle keeps its format', () => {
  const bytes = zipOf({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<w/>'.repeat(500) });
  expect(formatOf(bytes.subarray(0, bytes.length - 40))).toBe('docx');
});
