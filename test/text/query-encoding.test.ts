import { expect, test } from 'vitest';
import { encodeQuery } from '../../src/text/query-encoding.ts';

test.for([
  ['gb18030', '/s?q=政务公开', '/s?q=%D5%FE%CE%F1%B9%AB%BF%AA'],
  ['big5', '/s?q=公開', '/s?q=%A4%BD%B6%7D'],
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
