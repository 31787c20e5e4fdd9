import { describe, expect, test } from 'vitest';
import type { PdfFile } from '../../fixtures/city/documents/writers/pdf-file.ts';
import { gbkAt, pdfOf, readerForTests, rowWith, ucs2At } from './support.ts';

const read = readerForTests();

const prose = '本机关在预算执行中坚持厉行节约严格控制一般性支出并按照规定公开有关信息接受社会监督';

test.for([
  ['GBK-EUC-H', gbkAt],
  ['GB-EUC-H', gbkAt],
  ['UniGB-UCS2-H', ucs2At],
] as const)('Chinese in the encoding %s is read without a map to Unicode', async ([encoding, write]) => {
  const reading = await read(pdfOf([{ content: write('明湖市档案局部门预算公开', 100, 700) }], encoding));
  expect(reading).toMatchObject({ format: 'pdf', text: '明湖市档案局部门预算公开', pages: 1, unread: null });
});

test('words are read by where they stand, not by their order in the file', async () => {
  const { text } = await read(
    pdfOf([{ content: [gbkAt('第三行', 50, 600), gbkAt('第一行', 50, 700), gbkAt('第二行', 50, 650)].join('\n') }]),
  );
  expect(text).toBe('第一行\n第二行\n第三行');
});

test('two columns of prose are read one after the other, below their heading', async () => {
  const column = (x: number, lead: string) =>
    Array.from({ length: 8 }, (_, i) => gbkAt(`${lead}${i + 1}${prose.slice(i, i + 20)}`, x, 700 - i * 18));
  const { text, tables } = await read(
    pdfOf([
      {
        content: [
          gbkAt('明湖市人民政府公报目录与要闻选登二十字以上横贯全页的标题一行', 60, 760, 14),
          ...column(50, '左'),
          ...column(310, '右'),
        ].join('\n'),
      },
    ]),
  );
  const lines = text.split('\n').map(line => line.slice(0, 2));
  expect(lines).toEqual([
    '明湖',
    ...Array.from({ length: 8 }, (_, i) => `左${i + 1}`),
    ...Array.from({ length: 8 }, (_, i) => `右${i + 1}`),
  ]);
  expect(tables).toEqual([]);
});

const sheet = [
  ['项目', '预算数', '执行数'],
  ['一般公共预算', '1,234.56', '1,200.00'],
  ['政府性基金', '0.00', '0.00'],
  ['合计', '1,234.56', '1,200.00'],
] as const;
const drawn = sheet.flatMap((row, i) => row.map((cell, j) => gbkAt(cell, 60 + j * 150, 700 - i * 20)));

test('a table without lines has rows by baseline and columns by gaps; it is not read as two columns of prose', async () => {
  const { tables, text } = await read(pdfOf([{ content: drawn.join('\n') }]));
  expect(tables).toEqual([{ name: null, rows: sheet.map(row => [...row]) }]);
  expect(text.split('\n')[1]).toBe('一般公共预算 1,234.56 1,200.00');
});

test.for([
  ['turned by the page', drawn.join('\n'), '/Rotate 90'],
  ['turned by its operators', `q 0 1 -1 0 800 0 cm ${drawn.join('\n')} Q`, '/MediaBox[0 0 842 595]'],
] as const)('a page %s is read upright', async ([, content, more]) => {
  const { tables } = await read(pdfOf([{ content, more }]));
  expect(tables[0]?.rows).toEqual(sheet.map(row => [...row]));
});

const box = (x: number, y: number, width: number, height: number) => `${x} ${y} ${width} ${height} re S`;

test('within lines, words over several lines are one cell, and merged cells keep their place', async () => {
  const content = [
    ...[box(50, 600, 200, 60), box(250, 600, 100, 60), box(50, 570, 300, 30), box(50, 540, 200, 30), box(250, 540, 100, 30)],
    ...[gbkAt('一、一般公共预算', 55, 640), gbkAt('拨款收入', 55, 612), gbkAt('88.80', 260, 626)],
    ...[gbkAt('以下为支出', 60, 580), gbkAt('公务接待费', 60, 550), gbkAt('0.50', 260, 550)],
  ];
  const reading = await read(pdfOf([{ content: content.join('\n') }]));
  expect(rowWith(reading, '一、一般公共预算拨款收入')).toEqual(['一、一般公共预算拨款收入', '88.80']);
  expect(rowWith(reading, '以下为支出')).toEqual(['以下为支出', '']);
  expect(rowWith(reading, '公务接待费')).toEqual(['公务接待费', '0.50']);
});

test('rows between which no line is drawn are told by their numbers; words beside one number are not cut', async () => {
  const tall = [box(50, 500, 200, 100), box(250, 500, 100, 100), box(50, 400, 200, 100), box(250, 400, 100, 100)];
  const labels = ['办公费', '印刷费', '差旅费', '会议费'].flatMap((label, i) => [
    gbkAt(label, 60, 580 - i * 20),
    gbkAt(`${i + 1}.00`, 260, 580 - i * 20),
  ]);
  const wrapped = ['保障机构正常', '运转和完成日', '常工作任务'].map((line, i) => gbkAt(line, 60, 480 - i * 15));
  const reading = await read(pdfOf([{ content: [...tall, ...labels, ...wrapped, gbkAt('9.00', 260, 465)].join('\n') }]));
  expect(rowWith(reading, '差旅费')).toEqual(['差旅费', '3.00']);
  expect(rowWith(reading, '保障机构正常运转和完成日常工作任务')).toEqual(['保障机构正常运转和完成日常工作任务', '9.00']);
});

test('a table that goes on over the page is one, with its head once', async () => {
  const row = (y: number, label: string, amount: string) => [
    box(50, y, 200, 20),
    box(250, y, 100, 20),
    gbkAt(label, 60, y + 5),
    gbkAt(amount, 260, y + 5),
  ];
  const page = (rows: readonly (readonly [string, string])[], number: number) => ({
    content: [...rows.flatMap(([label, amount], i) => row(700 - i * 20, label, amount)), gbkAt(`- ${number} -`, 280, 30)].join('\n'),
  });
  const { tables, pages } = await read(
    pdfOf([
      page(
        [
          ['项目', '金额'],
          ['办公费', '1.00'],
        ],
        1,
      ),
      page(
        [
          ['项目', '金额'],
          ['差旅费', '2.00'],
        ],
        2,
      ),
    ]),
  );
  expect(pages).toBe(2);
  expect(tables.map(({ rows }) => rows)).toEqual([
    [
      ['项目', '金额'],
      ['办公费', '1.00'],
      ['差旅费', '2.00'],
    ],
  ]);
});

describe('what cannot be read is told', () => {
  const image = 'q 595 0 0 842 0 0 cm /Im1 Do Q';
  /** The picture is added first and so is object 1. */
  const resources = '/XObject<</Im1 1 0 R>>';
  const picture = (width: number) => (file: PdfFile) => {
    file.addPacked(
      `/Type/XObject/Subtype/Image/Width ${width}/Height ${width}/BitsPerComponent 8/ColorSpace/DeviceGray`,
      Buffer.alloc(width * width),
    );
  };

  test('a page that is a picture, beside pages of words', async () => {
    const words = { content: gbkAt(prose, 50, 700) };
    const scan = { content: image, resources };
    const reading = await read(pdfOf([words, scan, words, scan, scan], 'GBK-EUC-H', picture(400)));
    expect(reading.unread).toBe('第2、4—5页是图片，没有可读取的文字');
    expect(reading.text).toBe(`${prose}\n${prose}`);
  });

  test('but a blank page and a small emblem are no scan', async () => {
    const words = { content: gbkAt(prose, 50, 700) };
    const reading = await read(pdfOf([words, { content: 'q 1 0 0 1 0 0 cm Q' }, { content: image, resources }], 'GBK-EUC-H', picture(100)));
    expect(reading).toMatchObject({ text: prose, unread: null });
  });

  test('characters of a private font', async () => {
    const privately = Array.from({ length: 60 }, (_, i) => String.fromCharCode(0xe100 + i)).join('');
    const reading = await read(pdfOf([{ content: ucs2At(privately, 50, 700) }], 'UniGB-UCS2-H'));
    expect(reading).toMatchObject({ text: '', unread: '文字编码无法还原' });
  });

  test('a password', async () => {
    const plain = pdfOf([{ content: gbkAt(prose, 50, 700) }]).toString('latin1');
    const lock = `/Encrypt<</Filter/Standard/V 1/R 2/O<${'41'.repeat(32)}>/U<${'42'.repeat(32)}>/P -4>>/ID[<00><00>]`;
    const reading = await read(Buffer.from(plain.replace('trailer\n<<', `trailer\n<<${lock}`), 'latin1'));
    expect(reading).toMatchObject({ format: 'pdf', text: '', unread: '设有密码，无法打开' });
  });

  test.for<readonly [string, string]>([
    ['the beginning alone', '%PDF-1.5\n'],
    ['no pages', pdfOf([]).toString('latin1')],
  ])('a broken file: %s', async ([, bytes]) => {
    const reading = await read(Buffer.from(bytes, 'latin1'));
    expect(reading.format).toBe('pdf');
    expect(reading.unread).not.toBeNull();
  });
});
