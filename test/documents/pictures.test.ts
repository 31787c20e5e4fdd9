import { expect, test } from 'vitest';
import { unreadPictures } from '../../src/documents/pictures.ts';
import { docxOf, readerForTests, zipOf } from './support.ts';

const read = readerForTests();
const png = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
const word = (text: string, files: Readonly<Record<string, Uint8Array>>): Uint8Array =>
  zipOf({
    'word/document.xml': `<w:document xmlns:w="w"><w:body><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:body></w:document>`,
    ...files,
  });
const compound = (tail: Uint8Array): Uint8Array => {
  const bytes = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(504), Buffer.alloc(128), tail]);
  bytes.write('WordDocument\0', 512, 'utf16le');
  bytes.writeUInt16LE(26, 576);
  return bytes;
};

test.for([
  ['a title over a scan', word('明湖市教育局2026年部门预算', { 'word/media/image1.png': png }), 1],
  ['a sheet that was put into a letter', word('详见内嵌表格', { 'word/embeddings/Sheet1.xlsx': png }), 1],
  ['two scans', word('附件', { 'word/media/image1.png': png, 'word/media/image2.jpeg': png }), 2],
  ['a scan pasted into RTF', '{\\rtf1\\ansi{\\pict\\pngblip 89504e470d0a1a0a}}', 1],
  ['a scan pasted into Word 97', compound(png), 1],
] as const)('%s is not called read', async ([, bytes, pictures]) =>
  expect((await read(bytes)).unread).toContain(`有${pictures}张图片或嵌入的对象，其中的文字不能读取`),
);

test.for([
  ['a letter with a seal', word('根据工作安排，现将有关事项公开如下。'.repeat(20), { 'word/media/image1.png': png })],
  ['a report with ten charts', word('全年主动公开政府信息，答复申请。'.repeat(100), Object.fromEntries(charts()))],
  ['a short letter without pictures', docxOf('<w:p><w:r><w:t>附件清单</w:t></w:r></w:p>')],
  ['a letter that has a thumbnail of itself', word('附件清单', { 'docProps/thumbnail.jpeg': png })],
] as const)('%s is read', async ([, bytes]) => expect((await read(bytes)).unread).toBe(null));

test('as much text as 300 characters for each picture, and never more than 1,500, is the document', () => {
  expect([unreadPictures(2, 599), unreadPictures(2, 600), unreadPictures(0, 0)]).toEqual([expect.any(String), null, null]);
  expect([unreadPictures(90, 1_499), unreadPictures(90, 1_500)]).toEqual([expect.any(String), null]);
});

function charts(): readonly (readonly [string, Uint8Array])[] {
  return Array.from({ length: 10 }, (_, index) => [`word/media/chart${index}.png`, png]);
}
