import { expect, test } from 'vitest';
import { encodeQuery } from '../../src/text/query-encoding.ts';

test.for([
  ['gb18030', '/s?q=政务公开', '/s?q=%D5%FE%CE%F1%B9%AB%BF%AA'],
  ['gb18030', '?q=镕丂', '?q=%E9F%81@'],
  ['gb18030', '?q=€', '?q=%80'],
  ['gb18030', '?q=𠮷', '?q=%26%23134071%3B'],
  ['gb18030', '?q=\ue5e5', '?q=%26%2358853%3B'],
  ['gb18030', '?q=a b"<>\'', '?q=a b"<>\''],
  ['gb18030', '?a=中?b=%D6', '?a=%D6%D0?b=%D6'],
  ['gb18030', '\u00a0?中', '\u00a0?%D6%D0'],
  ['big5', '/s?q=公開', '/s?q=%A4%BD%B6}'],
  ['big5', '?q=十卅═', '?q=%A4Q%A4%CA%F9%F9'],
  ['big5', '?q=†', '?q=%26%238224%3B'],
  ['euc-kr', '?q=†', '?q=%A2%D3'],
  ['windows-1252', '?q=†é', '?q=%86%E9'],
  ['iso-8859-2', '?q=¢', '?q=%26%23162%3B'],
  ['windows-1251', '?q=город', '?q=%E3%EE%F0%EE%E4'],
  ['shift_jis', '?q=ソ', '?q=%83\\'],
  ['euc-jp', '?q=あ', '?q=%A4%A2'],
  ['gb18030', '/公开?q=x', '/公开?q=x'],
  ['gb18030', '/s#公开?q=中', '/s#公开?q=中'],
  ['gb18030', '/s?q=中#公开', '/s?q=%D6%D0#公开'],
  ['big5', '/s?q=开', '/s?q=%26%2324320%3B'],
  ['utf-8', '/s?q=中', '/s?q=中'],
  ['utf-16le', '/s?q=中', '/s?q=中'],
] as const)('%s: %s', ([encoding, written, sent]) => expect(encodeQuery(written, encoding)).toBe(sent));

test('what is sent in GBK, a server that expects GBK reads back', () => {
  const text = '明湖市教育局〔2026〕第１号（试行）、“公开”——十二㈠';
  const sent = encodeQuery(`?${text}`, 'gb18030').slice(1);
  const bytes = Uint8Array.from(sent.match(/%[0-9A-F]{2}|[^%]/g)!, unit =>
    unit.length === 3 ? Number.parseInt(unit.slice(1), 16) : unit.charCodeAt(0),
  );
  expect(new TextDecoder('gbk').decode(bytes)).toBe(text);
});
