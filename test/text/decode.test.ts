import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeHtml } from '../../src/text/decode.ts';

// The files were written with Python's codecs (`page.encode('gb18030')`), because JavaScript encodes to UTF-8 only.
const bytes = (name: string) => new Uint8Array(readFileSync(join(import.meta.dirname, '../../fixtures/pages/encoding', name)));
const utf8 = (text: string) => new TextEncoder().encode(text);
const joined = (...parts: readonly (string | readonly number[])[]) =>
  Uint8Array.from(parts.flatMap(part => (typeof part === 'string' ? [...utf8(part)] : part)));

describe('pages in files', () => {
  test.for([
    ['gb2312-declared.html', undefined, 'gb18030'],
    ['gb2312-declared.html', 'text/html; charset=GBK', 'gb18030'],
    ['gb2312-declared.html', 'text/html; charset=ISO-8859-1', 'gb18030'],
    ['gbk-undeclared.html', undefined, 'gb18030'],
    ['gbk-undeclared.html', 'text/html', 'gb18030'],
    ['gbk-undeclared.html', 'text/html; charset=utf-8', 'gb18030'],
    ['gbk-declared-utf-8.html', undefined, 'gb18030'],
    ['gbk-declared-utf-8.html', 'text/html; charset=UTF-8', 'gb18030'],
    ['gb18030-four-bytes.html', undefined, 'gb18030'],
    ['utf-8-declared-gb2312.html', undefined, 'utf-8'],
    ['utf-8-declared-gb2312.html', 'text/html; charset=gb2312', 'utf-8'],
    ['utf-8-bom.html', 'text/html; charset=gb2312', 'utf-8'],
    ['utf-16le-bom.html', 'text/html; charset=utf-8', 'utf-16le'],
    ['utf-16be-no-bom.html', undefined, 'utf-16be'],
    ['utf-16le-no-bom.html', undefined, 'utf-16le'],
  ] as const)('%s with %s is %s', ([name, contentType, encoding]) => {
    const decoded = decodeHtml(bytes(name), contentType);
    expect(decoded.encoding).toBe(encoding);
    expect(decoded.text).toContain('<title>明湖市人民政府门户网站</title>');
    expect(decoded.text).toContain('镕、堃、喆');
    expect(decoded.text).not.toContain('\ufffd');
    expect(decoded.text.startsWith('<!DOCTYPE')).toBe(true);
  });

  test('characters of four bytes', () => {
    expect(decodeHtml(bytes('gb18030-four-bytes.html')).text).toContain('㐂水、𠮷安');
  });

  test('Big5 where it is declared', () => {
    expect(decodeHtml(bytes('big5-declared.html'))).toMatchObject({ encoding: 'big5', text: expect.stringContaining('政府資訊公開指南') });
  });
});

describe('what is declared', () => {
  test.for([
    ['<meta charset=gbk>', 'gb18030'],
    ["<META CHARSET='GB2312' />", 'gb18030'],
    ['<meta content="text/html; charset=gb2312" http-equiv=Content-Type>', 'gb18030'],
    ['<?xml version="1.0" encoding="gb2312"?><html>', 'gb18030'],
    ['<meta name="a" content="x > y"><meta charset="gbk">', 'gb18030'],
    ['<meta charset="utf-16">', 'utf-8'],
    ['<meta charset="klingon"><meta charset="gbk">', 'gb18030'],
    ['<!-- <meta charset="gbk"> -->', 'utf-8'],
    ['', 'utf-8'],
  ] as const)('a page of plain ASCII with %s is %s', ([markup, encoding]) => {
    expect(decodeHtml(utf8(`${markup}<p>plain</p>`))).toEqual({ text: `${markup}<p>plain</p>`, encoding });
  });

  test('the header speaks before the markup', () => {
    expect(decodeHtml(utf8('<meta charset="gbk">'), 'text/html;charset="UTF-8"').encoding).toBe('utf-8');
  });

  test('a declaration after the first 4 KB is not read', () => {
    expect(decodeHtml(utf8(`${' '.repeat(5000)}<meta charset="gbk">`)).encoding).toBe('utf-8');
  });

  test('a few characters that could be both are read as declared', () => {
    // 一 in GBK is D2 BB, which is also a letter in UTF-8.
    const page = joined('<meta charset="gb2312">', [0xd2, 0xbb]);
    expect(decodeHtml(page).text).toBe('<meta charset="gb2312">一');
    expect(decodeHtml(joined('<p>', [0xc3, 0xa9])).text).toBe('<p>é');
  });
});

describe('damaged pages', () => {
  const page = utf8(`<meta charset="utf-8"><p>${'明湖市人民政府办公室'.repeat(20)}</p>`);

  test.for([1, 2, 3, 4, 5, 6])('a UTF-8 page cut %i bytes before the end stays UTF-8', cut => {
    const text = '明湖市';
    expect(decodeHtml(utf8(text).subarray(0, -cut))).toMatchObject({ encoding: 'utf-8' });
  });

  test('one broken byte does not turn a UTF-8 page into GBK', () => {
    const broken = Uint8Array.from(page);
    broken[60] = 0xff;
    const decoded = decodeHtml(broken, 'text/html; charset=gbk');
    expect(decoded.encoding).toBe('utf-8');
    expect(decoded.text).toContain('明湖市人民政府办公室');
  });

  test('one broken byte does not turn a GBK page into anything else', () => {
    const broken = bytes('gbk-declared-utf-8.html');
    broken[broken.length - 40] = 0xff;
    expect(decodeHtml(broken)).toMatchObject({ encoding: 'gb18030', text: expect.stringContaining('明湖市人民政府') });
  });

  test('an empty body is an empty page', () => {
    expect(decodeHtml(new Uint8Array())).toEqual({ text: '', encoding: 'utf-8' });
  });
});

test('whatever is UTF-8 with Chinese in it comes back unchanged, whatever is declared', () => {
  const declared = fc.constantFrom(
    undefined,
    'text/html',
    'text/html; charset=gb2312',
    'text/html; charset=iso-8859-1',
    'x; charset=utf-8',
  );
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), declared, (text, contentType) => {
      const page = `<p>政府信息公开${text.replaceAll('\u0000', '').replaceAll('\ufeff', '')}`;
      expect(decodeHtml(utf8(page), contentType)).toEqual({ text: page, encoding: 'utf-8' });
    }),
  );
});

test('never throws', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), fc.option(fc.string(), { nil: undefined }), (body, contentType) => {
      const { text, encoding } = decodeHtml(body, contentType);
      expect(encoding).toBe(encoding.toLowerCase());
      expect(text.length).toBeLessThanOrEqual(body.length);
    }),
  );
});
