import { isUtf8 } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeHtml } from '../../src/text/decode.ts';
import { encode } from './encode.ts';

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

  test('a declaration far down counts where nothing else tells, as it does in a browser', () => {
    const far = `<head>${' '.repeat(5000)}<meta charset="big5">`;
    expect(decodeHtml(utf8(far)).encoding).toBe('big5');
    expect(decodeHtml(joined(far, [...encode('公開', 'big5')])).text).toBe(`${far}公開`);
    expect(decodeHtml(utf8(`${' '.repeat(70_000)}<meta charset="gbk">`)).encoding).toBe('utf-8');
  });

  test('a few characters that could be both are read as declared', () => {
    // 一 in GBK is D2 BB, which is also a letter in UTF-8.
    const page = joined('<meta charset="gb2312">', [0xd2, 0xbb]);
    expect(decodeHtml(page).text).toBe('<meta charset="gb2312">一');
    expect(decodeHtml(joined('<p>', [0xc3, 0xa9])).text).toBe('<p>é');
  });
});

const simplified = '明湖市人民政府办公室关于印发2026年政务公开工作要点的通知。各区县人民政府，市政府各部门：现将有关事项通知如下。';
const traditional = '明湖市人民政府辦公室關於印發2026年政務公開工作要點的通知。各區縣人民政府，市政府各部門：現將有關事項通知如下。';
const russian = 'Официальный сайт народного правительства города. Новости, объявления, документы.';
const french = 'Élève à l’école française : où êtes-vous ? Déjà vu, naïveté – très chère amie, ça va bien.';
const korean = '명호시 공식 홈페이지에 오신 것을 환영합니다. 공지사항을 알려드립니다. '.repeat(6);
const japanese = 'ようこそ公式サイトへ。お知らせ一覧。市民の皆様へ、行政情報をご案内します。'.repeat(6);

/** Each pair: what is easily mistaken, and what is not to be mistaken because of it. */
describe('no reader ever sees garbled words', () => {
  const gbk = 'gb18030';
  const cases: readonly (readonly [string, string, string, string | undefined, string])[] = [
    ['GBK that says it is UTF-8', simplified, gbk, 'text/html; charset=utf-8', gbk],
    ['UTF-8 that says it is GBK', simplified, 'utf-8', 'text/html; charset=gbk', 'utf-8'],
    ['GBK behind the default label of a western server', simplified, gbk, 'text/html; charset=ISO-8859-1', gbk],
    ['French that says what it is', french, 'windows-1252', 'text/html; charset=ISO-8859-1', 'windows-1252'],
    ['French that says nothing', french, 'windows-1252', 'text/html', 'windows-1252'],
    ['Russian that says what it is', russian, 'windows-1251', 'text/html; charset=windows-1251', 'windows-1251'],
    ['Russian that says nothing', russian, 'windows-1251', undefined, 'windows-1251'],
    ['Russian in UTF-8 that says nothing', russian, 'utf-8', undefined, 'utf-8'],
    ['Russian in UTF-8 that says GBK on the way', russian.slice(0, 5), 'utf-8', 'text/html; charset=utf-8', 'utf-8'],
    ['an English page with curly quotes', 'the city’s “affairs” – open', 'windows-1252', undefined, 'windows-1252'],
    ['traditional characters in Big5 that says GBK', traditional, 'big5', 'text/html; charset=gb2312', 'big5'],
    ['traditional characters in GBK', traditional, gbk, 'text/html; charset=gbk', gbk],
    ['simplified characters in GBK that says Big5', simplified, gbk, 'text/html; charset=big5', gbk],
    ['Big5 that says what it is', traditional, 'big5', 'text/html; charset=big5', 'big5'],
    ['Big5 that says nothing', traditional, 'big5', undefined, 'big5'],
    ['Big5 behind a western label', traditional, 'big5', 'text/html; charset=windows-1252', 'big5'],
    ['Japanese', japanese, 'shift_jis', undefined, 'shift_jis'],
    ['Japanese in EUC', japanese, 'euc-jp', undefined, 'euc-jp'],
    ['Korean', korean, 'euc-kr', undefined, 'euc-kr'],
    ['an unknown label', simplified, gbk, 'text/html; charset=chinese-simplified', gbk],
    ['a label in single quotes, which is none', simplified, gbk, "text/html; charset='big5'", gbk],
    ['the header twice', simplified, gbk, 'text/html; charset=gbk, text/html', gbk],
    ['two words that say nothing', '公开', gbk, undefined, gbk],
    ['one word that says nothing', '之', gbk, 'text/html', gbk],
    ['one word behind a western label', '公', gbk, 'text/html; charset=iso-8859-1', gbk],
    ['a rare character alone', '镕', gbk, undefined, gbk],
    ['an accent alone', 'é', 'utf-8', undefined, 'utf-8'],
  ];
  test.for(cases)('%s', ([, text, encoding, contentType, read]) => {
    const page = `<html><p>${text}</p></html>`;
    const body = encoding === 'utf-8' ? utf8(page) : encode(page, encoding);
    expect(decodeHtml(body, contentType)).toEqual({ text: page, encoding: read });
  });

  test.for(['', '<meta charset="utf-8">', '<meta charset="iso-8859-1">', '<meta charset="gb2312">', '<meta charset="nonsense">'])(
    'any piece of a Chinese text in GBK under %j',
    declared => {
      fc.assert(
        fc.property(fc.nat(simplified.length - 1), fc.integer({ min: 1, max: 30 }), (start, length) => {
          const page = `${declared}<p>${simplified.slice(start, start + length)}</p>`;
          // A few pairs are letters of UTF-8 as well; there a declaration of UTF-8 is believed.
          const body = encode(page, gbk);
          if (!(declared.includes('utf-8') && isUtf8(body))) expect(decodeHtml(body).text).toBe(page);
        }),
      );
    },
  );
});

describe('UTF-16', () => {
  const page = `<!DOCTYPE html><html><head><title>公开</title></head><body>${simplified}</body></html>`;
  const little = new Uint8Array(Buffer.from(page, 'utf16le'));
  const big = new Uint8Array(Buffer.from(page, 'utf16le').swap16());
  test.for([
    ['without a mark', little, undefined, 'utf-16le'],
    ['without a mark, the other way round', big, undefined, 'utf-16be'],
    ['with a header that says otherwise', little, 'text/html; charset=gbk', 'utf-16le'],
  ] as const)('%s', ([, body, contentType, encoding]) => expect(decodeHtml(body, contentType)).toEqual({ text: page, encoding }));

  test.for([
    ['UTF-8 with a header that says UTF-16', utf8(page), 'text/html; charset=utf-16', 'utf-8'],
    ['a page of ASCII with a few zeros', utf8('<html><body><p>plain words a\u0000b\u0000c\u0000</p></body></html>'), undefined, 'utf-8'],
  ] as const)('not: %s', ([, body, contentType, encoding]) => expect(decodeHtml(body, contentType).encoding).toBe(encoding));
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
