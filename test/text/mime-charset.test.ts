import { describe, expect, test } from 'vitest';
import { charsetOfContentType } from '../../src/text/mime-charset.ts';

describe('one value (MIME Sniffing standard §4.4)', () => {
  test.for([
    ['text/html;charset=gbk', 'gbk'],
    ['TEXT/HTML;CHARSET=GBK', 'GBK'],
    ['text/html; charset=utf-8', 'utf-8'],
    ['text/html ;charset=gbk', 'gbk'],
    ['text/html;\tcharset=gbk\t', 'gbk'],
    ['text/html;charset= gbk', ' gbk'],
    ['text/html;charset =gbk', null],
    ['text/html;charset=gbk(', 'gbk('],
    ['text/html;x=(;charset=gbk', 'gbk'],
    ['text/html;charset=gbk;charset=windows-1255', 'gbk'],
    ['text/html;charset=;charset=gbk', 'gbk'],
    ["text/html;charset='gbk'", "'gbk'"],
    ["text/html;charset='gbk", "'gbk"],
    ["text/html;charset=gbk'", "gbk'"],
    ['text/html;test;charset=gbk', 'gbk'],
    ['text/html;test=;charset=gbk', 'gbk'],
    ["text/html;';charset=gbk", 'gbk'],
    ['text/html;";charset=gbk', 'gbk'],
    ['text/html ; ; charset=gbk', 'gbk'],
    ['text/html;;;;charset=gbk', 'gbk'],
    ['text/html;charset="gbk"', 'gbk'],
    ['text/html;charset="gbk', 'gbk'],
    ['text/html;charset=gbk"', 'gbk"'],
    ['text/html;charset=" gbk"', ' gbk'],
    ['text/html;charset="\\ gbk"', ' gbk'],
    ['text/html;charset="\\g\\b\\k"', 'gbk'],
    ['text/html;charset="gbk"x', 'gbk'],
    ['text/html;x="a;charset=big5";charset=gbk', 'gbk'],
    ['text/html;x="\\";charset=big5";charset=gbk', 'gbk'],
    ['text/html;charset={gbk}', '{gbk}'],
    [`text/html;${'0123456789'.repeat(13)}=x;charset=gbk`, 'gbk'],
    ['text/html;test=\u00ff;charset=gbk', 'gbk'],
    ['application/xhtml+xml; charset=gb2312', 'gb2312'],
    ['text/html', null],
    ['text/html;', null],
    ['text/html; charset', null],
    ['text/html; charset=', null],
    ['', null],
    ['\t', null],
    ['charset=gbk', null],
    ['text;charset=gbk', null],
    ['text/;charset=gbk', null],
    ['/html;charset=gbk', null],
    ['text/html/x;charset=gbk', null],
    ['(/);charset=gbk', null],
    ['text/html(;charset=gbk', null],
  ] as const)('%j', ([header, charset]) => expect(charsetOfContentType(header)).toBe(charset));
});

describe('several values (Fetch standard, “extract a MIME type”)', () => {
  test.for([
    [', text/html;charset=gbk', 'gbk'],
    ['text/html;charset=gbk, ', 'gbk'],
    ['text/plain;charset=gbk, text/html', null],
    ['text/plain;charset=gbk, text/html;charset=windows-1254', 'windows-1254'],
    ['text/html;charset=gbk, text/html', 'gbk'],
    ['text/html;charset=gbk, TEXT/HTML', 'gbk'],
    ['text/html;charset=gbk, text/html;charset=utf-8', 'utf-8'],
    ['text/html;charset=gbk, text/html;x=",text/plain', 'gbk'],
    ['text/html;charset=gbk, text/plain, text/html', null],
    ['text/html;charset=gbk, */*', 'gbk'],
    ['text/html, */*;charset=gbk', null],
    ['*/*, text/html;charset=gbk', 'gbk'],
    ['text/html;x=", text/plain;charset=gbk', null],
    ['text/html;charset=gbk, bogus', 'gbk'],
  ] as const)('%j', ([header, charset]) => expect(charsetOfContentType(header)).toBe(charset));
});

test('a hostile header is read in linear time', () => {
  for (const piece of [';', '"', '\\', ',', ';x="', 'charset=', ' '])
    expect(() => charsetOfContentType(`text/html${piece.repeat(100_000)}`)).not.toThrow();
});
