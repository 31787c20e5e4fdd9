import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readLooseBody, readLooseHead } from '../../src/crawl/loose-http.ts';

const latin = (text: string): Buffer => Buffer.from(text, 'latin1');

test('a loose head is read with its repeated and odd names', () => {
  const head = readLooseHead(latin('HTTP/1.0 404\nX Powered By: a:b\r\nSet-Cookie: a=1\nset-cookie: b=2\n:empty\n\nbody'));
  expect(head).toEqual({ status: 404, headers: { 'x powered by': 'a:b', 'set-cookie': ['a=1', 'b=2'] }, bodyAt: 72 });
});

test.for([
  ['HTTP/1.1 200 OK\nA: b\n\tc\n\nx', { a: 'b c' }],
  ['\r\n\xef\xbb\xbfHTTP/1.1 200 OK\nA: b\n\nx', { a: 'b' }],
  ['0\r\nHTTP/1.1 200 OK\nA: b\n\nx', { a: 'b' }],
  ['HTTP/1.1 100 Continue\n\nHTTP/1.1 200 OK\n\tA: b\nC: d\n\nx', { a: 'b', c: 'd' }],
  ['  <!DOCTYPE html>x', {}],
] as const)('%j is read', ([text, headers]) => {
  const head = readLooseHead(latin(text));
  expect(head).toMatchObject({ status: 200, headers });
  expect(head !== null && head !== 'incomplete' && text.slice(head.bodyAt)).toMatch(/x$/);
});

test.for([
  '',
  'HT',
  '\r\n',
  '\xef\xbb',
  'abcdHT',
  'HTTP/1.1 200 OK\r\n',
  'HTTP/1.1 103 Early Hints\n\n',
  'HTTP/1.1 100 Continue\n\nHTTP/1.1 200',
])('"%s" needs more', text => {
  expect(readLooseHead(latin(text))).toBe('incomplete');
});

test.for(['GET / HTTP/1.1\n\n', 'hello\n\n', 'HTTP/1.1 2000 OK\n\n', 'HTTP/1.1 99 OK\n\n', `HTTP/1.1 200 OK\nX: ${'a'.repeat(70_000)}`])(
  'text that is no HTTP answer is told',
  text => {
    expect(readLooseHead(latin(text))).toBeNull();
  },
);

const cases = [
  { headers: { 'content-length': '2' }, bytes: 'okay', body: 'ok', complete: true },
  { headers: { 'content-length': '9' }, bytes: 'ok', body: 'ok', complete: false },
  { headers: { 'content-length': ['2', '4'] }, bytes: 'okay', body: 'okay', complete: true },
  { headers: { 'content-length': 'two' }, bytes: 'okay', body: 'okay', complete: true },
  { headers: {}, bytes: 'okay', body: 'okay', complete: true },
  { headers: { 'transfer-encoding': 'chunked' }, bytes: '2\r\nok\r\n2;x=y\nay\n0\r\n\r\n', body: 'okay', complete: true },
  { headers: { 'transfer-encoding': 'chunked', 'content-length': '1' }, bytes: '2\r\nok\r\n0\r\n\r\n', body: 'ok', complete: true },
  { headers: { 'transfer-encoding': 'chunked' }, bytes: '5\r\nok', body: 'ok', complete: false },
  { headers: { 'transfer-encoding': 'chunked' }, bytes: '2\r\nok\r\nzz\r\n', body: 'ok', complete: false },
  { headers: { 'transfer-encoding': 'chunked' }, bytes: 'ffffffff\r\nok', body: 'ok', complete: false },
  { headers: { 'transfer-encoding': 'chunked' }, bytes: '', body: '', complete: false },
  { headers: { 'transfer-encoding': 'chunked' }, bytes: 'okay', body: 'okay', complete: false },
  { headers: { 'content-length': ['4', '9'] }, bytes: 'okay', body: 'okay', complete: true },
  { headers: { 'content-length': ['5', '9'] }, bytes: 'okay', body: 'okay', complete: false },
];

test.for(cases)('$headers cut "$bytes" to "$body"', ({ headers, bytes, body, complete }) => {
  const read = readLooseBody({ status: 200, headers, bodyAt: 0 }, latin(bytes), 'ended');
  expect(Buffer.from(read.bytes).toString('latin1')).toBe(body);
  expect(read.complete).toBe(complete);
});

test('any bytes are read without an exception, and a chunked body comes back however it was cut', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), bytes => void readLooseHead(Buffer.from(bytes))));
  const chunked = { status: 200, headers: { 'transfer-encoding': 'chunked' }, bodyAt: 0 };
  fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), bytes => void readLooseBody(chunked, Buffer.from(bytes), 'ended')));
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ minLength: 1, maxLength: 40 })), pieces => {
      const sent = Buffer.concat([
        ...pieces.flatMap(piece => [latin(`${piece.length.toString(16)}\r\n`), Buffer.from(piece), latin('\r\n')]),
        latin('0\r\n\r\n'),
      ]);
      const read = readLooseBody(chunked, sent, 'open');
      expect(read.complete).toBe(true);
      expect(Buffer.from(read.bytes).equals(Buffer.concat(pieces))).toBe(true);
    }),
  );
});
