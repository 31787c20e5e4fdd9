import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import type { WantedBody } from '../../src/crawl/fetcher.ts';
import type { FailureCause } from '../../src/model/fetch-outcome.ts';
import { type RawReply, startRawServer } from '../support/http-server.ts';
import { testFetcher } from '../support/test-fetcher.ts';

const page = '<html><h1>信息公开</h1></html>';
const ascii = '<html>guide</html>';
const bytesOf = (text: string): Buffer => Buffer.from(text, 'utf8');

/** A reply with the given header lines and body. */
function reply(status: string, headers: readonly string[], body: string | Uint8Array = ''): Uint8Array {
  return Buffer.concat([bytesOf(`HTTP/1.1 ${status}\r\n${headers.map(line => `${line}\r\n`).join('')}\r\n`), Buffer.from(body)]);
}

const html = 'Content-Type: text/html';
const lengthOf = (body: Uint8Array): string => `Content-Length: ${body.length}`;
const encoded = (name: string, body: Uint8Array): Uint8Array => reply('200 OK', [html, `Content-Encoding: ${name}`, lengthOf(body)], body);
const gzipped = gzipSync(page);

interface Readable {
  readonly name: string;
  readonly reply: RawReply;
  readonly body: string | Uint8Array;
  readonly truncated?: boolean;
  readonly status?: number;
  readonly wanted?: WantedBody;
}

const readable: readonly Readable[] = [
  { name: 'gzip', reply: encoded('gzip', gzipped), body: page },
  { name: 'x-gzip in capitals', reply: encoded('X-GZIP', gzipped), body: page },
  { name: 'deflate with a zlib header', reply: encoded('deflate', deflateSync(page)), body: page },
  { name: 'raw deflate', reply: encoded('deflate', deflateRawSync(page)), body: page },
  { name: 'brotli', reply: encoded('br', brotliCompressSync(page)), body: page },
  { name: 'zstd', reply: encoded('zstd', zstdCompressSync(page)), body: page },
  { name: 'gzip twice', reply: encoded('gzip, gzip', gzipSync(gzipped)), body: page },
  { name: 'a page labelled gzip that is plain', reply: encoded('gzip', bytesOf(page)), body: page },
  { name: 'a page labelled deflate that is plain', reply: encoded('deflate', bytesOf(`\n${page}`)), body: `\n${page}` },
  { name: 'a page labelled br that is plain', reply: encoded('br', bytesOf(page)), body: page },
  { name: 'a page labelled zstd that is plain', reply: encoded('zstd', bytesOf(page)), body: page },
  { name: 'an unknown coding', reply: encoded('rot13', bytesOf(page)), body: page },
  { name: 'an absurd pile of codings', reply: encoded('gzip, gzip, gzip, gzip, gzip', gzipped), body: gzipped },
  { name: 'gzip of nothing', reply: encoded('gzip', gzipSync('')), body: '' },
  { name: 'gzip header and no body', reply: encoded('gzip', new Uint8Array()), body: '' },
  { name: 'gzip with rubbish behind', reply: encoded('gzip', Buffer.concat([gzipped, bytesOf('<!-- cached -->')])), body: page },
  {
    name: 'gzip that breaks off',
    reply: reply(
      '200 OK',
      [html, 'Content-Encoding: gzip', 'Content-Length: 500'],
      gzipSync(page.repeat(50), { level: 0 }).subarray(0, 200),
    ),
    body: page.repeat(50).slice(0, 60),
    truncated: true,
  },
  { name: 'a body shorter than announced', reply: reply('200 OK', [html, 'Content-Length: 999'], page), body: page, truncated: true },
  { name: 'nothing of an announced body', reply: reply('200 OK', [html, 'Content-Length: 999']), body: '', truncated: true },
  {
    name: 'chunks without an end',
    reply: reply('200 OK', [html, 'Transfer-Encoding: chunked'], '5\r\nhello\r\n'),
    body: 'hello',
    truncated: true,
  },
  {
    name: 'a broken chunk size',
    reply: reply('200 OK', [html, 'Transfer-Encoding: chunked'], '5\r\nhello\r\nzz\r\n'),
    body: 'hello',
    truncated: true,
  },
  { name: 'no length and a closed connection', reply: reply('200 OK', [html], page), body: page },
  { name: 'HTTP/1.0', reply: `HTTP/1.0 200 OK\r\n${html}\r\n\r\nold`, body: 'old' },
  {
    name: 'UTF-16',
    reply: reply('200 OK', [html], Buffer.from(`\ufeff${page}`, 'utf16le')),
    body: Buffer.from(`\ufeff${page}`, 'utf16le'),
  },
  {
    name: 'a header in raw GBK',
    reply: Buffer.concat([bytesOf('HTTP/1.1 200 OK\r\nX-Title: '), Buffer.from([0xd6, 0xd0]), bytesOf('\r\n\r\nok')]),
    body: 'ok',
  },
  {
    name: 'early hints first',
    reply: `HTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\n\r\nHTTP/1.1 200 OK\r\n${html}\r\n\r\nok`,
    body: 'ok',
  },
  {
    name: 'a status nobody knows',
    reply: reply('521 Wall', [html, 'Set-Cookie: __jsl=1'], '<script></script>'),
    body: '<script></script>',
    status: 521,
  },
  { name: '404', reply: reply('404 Not Found', [html], 'gone'), body: 'gone', status: 404 },
  { name: '204', reply: reply('204 No Content', []), body: '', status: 204 },
  { name: '304 without being asked', reply: reply('304 Not Modified', []), body: '', status: 304 },
  { name: 'a header named __proto__', reply: reply('200 OK', ['__proto__: x', html], 'ok'), body: 'ok' },
  { name: 'a picture when pages are wanted', reply: reply('200 OK', ['Content-Type: image/png'], 'PNG'), body: '', wanted: 'html' },
  { name: 'a page when pages are wanted', reply: reply('200 OK', [html], page), body: page, wanted: 'html' },
  { name: 'no type when pages are wanted', reply: reply('200 OK', [], page), body: page, wanted: 'html' },
  { name: 'a page when nothing is wanted', reply: reply('200 OK', [html], page), body: '', wanted: 'none' },
];

const chunk = (text: string, behind = ''): string => `${bytesOf(text).length.toString(16)}${behind}\r\n${text}\r\n`;
const chunked = (body: string): Uint8Array => reply('200 OK', [html, 'Transfer-Encoding: chunked'], body);
const length = lengthOf(bytesOf(page));

/** What old servers send, and browsers read. */
const oldServers: readonly Readable[] = [
  { name: 'a head whose lines end in LF alone', reply: bytesOf(`HTTP/1.1 200 OK\n${html}\n${length}\n\n${page}`), body: page },
  { name: 'a space in a header name', reply: reply('200 OK', [html, 'X Powered By: x', length], page), body: page },
  { name: 'a header without a colon', reply: reply('200 OK', [html, 'nonsense', length], page), body: page },
  { name: 'a header without a name', reply: reply('200 OK', [html, ': x', length], page), body: page },
  { name: 'NUL in a header', reply: reply('200 OK', [html, 'X-A: a\0b', length], page), body: page },
  { name: 'a head of 40 KB', reply: reply('200 OK', [html, `X-A: ${'a'.repeat(40_000)}`, length], page), body: page },
  { name: 'Content-Length twice', reply: reply('200 OK', [html, length, length], page), body: page },
  { name: 'Content-Length twice in one line', reply: reply('200 OK', [html, `${length}, ${bytesOf(page).length}`], page), body: page },
  { name: 'two lengths, the first right', reply: reply('200 OK', [html, length, 'Content-Length: 99'], page), body: page },
  { name: 'two lengths, the second right', reply: reply('200 OK', [html, 'Content-Length: 3', length], page), body: page },
  { name: 'a length that is no number', reply: reply('200 OK', [html, 'Content-Length: all'], page), body: page },
  {
    name: 'chunks and a length',
    reply: reply('200 OK', [html, 'Content-Length: 5', 'Transfer-Encoding: chunked'], `${chunk(page)}0\r\n\r\n`),
    body: page,
  },
  { name: 'a status without its reason', reply: reply('200', [html, length], page), body: page },
  { name: 'version 1', reply: bytesOf(`HTTP/1 200 OK\r\n${html}\r\n${length}\r\n\r\n${page}`), body: page },
  { name: 'small letters', reply: bytesOf(`http/1.1 200 ok\r\n${html}\r\n${length}\r\n\r\n${page}`), body: page },
  { name: 'empty lines before the head', reply: Buffer.concat([bytesOf('\r\n\r\n'), reply('200 OK', [html, length], page)]), body: page },
  {
    name: 'a byte order mark before the head',
    reply: Buffer.concat([bytesOf('\ufeff'), reply('200 OK', [html, length], page)]),
    body: page,
  },
  { name: 'the end of another answer before the head', reply: Buffer.concat([bytesOf('ok\n'), reply('200 OK', [html], page)]), body: page },
  { name: 'a page without any head', reply: bytesOf(page), body: page },
  {
    name: 'an interim answer that nobody asked for',
    reply: Buffer.concat([reply('100 Continue', []), reply('200 OK', [html], page)]),
    body: page,
  },
  { name: 'blanks behind a chunk size', reply: chunked(`${chunk(page, '  ')}0\r\n\r\n`), body: page },
  { name: 'words behind a chunk size', reply: chunked(`${chunk(page, ' bytes')}0\r\n\r\n`), body: page },
  { name: 'a bad chunk extension', reply: chunked(`${chunk(page, ';=;"')}0\r\n\r\n`), body: page },
  { name: 'blanks behind a later chunk size', reply: chunked(`${chunk('<html>')}${chunk(page.slice(6), ' ')}0\r\n\r\n`), body: page },
  { name: 'chunks whose lines end in LF alone', reply: chunked(`${bytesOf(page).length.toString(16)}\n${page}\n0\n\n`), body: page },
  { name: 'chunks that are none', reply: chunked(page), body: page, truncated: true },
];

test.for([...readable, ...oldServers])('$name is read', async ({ reply, body, truncated = false, status = 200, wanted = 'any' }) => {
  const server = await startRawServer(() => reply);
  const outcome = await testFetcher({ attempts: 1 }).fetch({ url: `${server.origin}/`, body: wanted });
  expect(outcome).toMatchObject({ kind: 'response', status, truncated, address: '127.0.0.1', attempts: 1 });
  const expected = Buffer.from(body);
  const got = Buffer.from(outcome.kind === 'response' ? outcome.body : []);
  if (truncated && expected.length > 0) expect(got.subarray(0, expected.length).toString('hex')).toBe(expected.toString('hex'));
  else expect(got.toString('hex')).toBe(expected.toString('hex'));
});

interface Unusable {
  readonly name: string;
  readonly reply: RawReply;
  readonly cause: FailureCause;
}

const unusable: readonly Unusable[] = [
  { name: 'not HTTP at all', reply: 'SSH-2.0-OpenSSH_9.6\r\n', cause: 'protocol' },
  { name: 'binary rubbish', reply: new Uint8Array([0, 1, 2, 255, 254]), cause: 'protocol' },
  { name: 'a status that is no number', reply: 'HTTP/1.1 abc OK\r\n\r\n', cause: 'protocol' },
  { name: 'headers larger than 64 KB', reply: `HTTP/1.1 200 OK\r\nX: ${'a'.repeat(70_000)}\r\n\r\n`, cause: 'protocol' },
  { name: 'a connection closed without a word', reply: '', cause: 'reset' },
  { name: 'a TCP reset', reply: 'reset', cause: 'reset' },
  { name: 'a loose head and then silence', reply: { bytes: 'HTTP/1.1 200 OK\nX: y\n', end: false }, cause: 'timeout' },
  { name: 'HTTP that only looks like it', reply: 'HTTP/1.1 OK 200\r\n\r\n', cause: 'protocol' },
  { name: 'an interim answer without an end', reply: 'HTTP/1.1 100 Continue\n\n', cause: 'protocol' },
  { name: 'a loose redirect to itself', reply: 'HTTP/1.1 302 Found\nLocation: /\n\n', cause: 'redirect-loop' },
  { name: 'silence', reply: { bytes: '', end: false }, cause: 'timeout' },
  { name: 'half a head', reply: { bytes: 'HTTP/1.1 200 OK\r\nContent-Ty', end: false }, cause: 'timeout' },
  { name: 'a head and then silence', reply: { bytes: 'HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n', end: false }, cause: 'timeout' },
  { name: 'a redirect without Location', reply: reply('302 Found', [html], 'where?'), cause: 'bad-redirect' },
  { name: 'a redirect with an empty Location', reply: reply('301 Moved', ['Location: ']), cause: 'bad-redirect' },
  { name: 'a redirect to a script', reply: reply('302 Found', ['Location: javascript:alert(1)']), cause: 'bad-redirect' },
  { name: 'a redirect to a file', reply: reply('302 Found', ['Location: file:///etc/passwd']), cause: 'bad-redirect' },
  { name: 'a redirect to nonsense', reply: reply('302 Found', ['Location: http://[']), cause: 'bad-redirect' },
  { name: 'a redirect to itself', reply: reply('302 Found', ['Location: /']), cause: 'redirect-loop' },
];

test.for(unusable)('$name is $cause', async ({ reply, cause }) => {
  const server = await startRawServer(() => reply);
  const outcome = await testFetcher({ attempts: 1, timeoutSeconds: 0.3 }).fetch({ url: `${server.origin}/`, body: 'any' });
  expect(outcome).toMatchObject({ kind: 'failure', cause, attempts: 1, url: `${server.origin}/` });
});

test('a folded header is one header', async () => {
  const server = await startRawServer(() => reply('200 OK', ['Content-Type: text/html;', '  charset=gbk', length], page));
  const outcome = await testFetcher().fetch({ url: `${server.origin}/`, body: 'any' });
  expect(outcome).toMatchObject({ kind: 'response', headers: { 'content-type': 'text/html; charset=gbk' } });
});

test('a body shorter than announced is not asked for again', async () => {
  let asked = 0;
  const server = await startRawServer(() => {
    asked++;
    return reply('200 OK', [html, 'Content-Length: 999'], page);
  });
  expect(await testFetcher().fetch({ url: `${server.origin}/`, body: 'any' })).toMatchObject({ kind: 'response', truncated: true });
  expect(asked).toBe(1);
});

test('an origin whose heads are always loose is soon asked only once for each page', async () => {
  let asked = 0;
  const server = await startRawServer(() => {
    asked++;
    return `HTTP/1.1 200 OK\n${html}\n\n${ascii}`;
  });
  const fetcher = testFetcher();
  for (const path of ['/1', '/2', '/3', '/4', '/5']) {
    expect(await fetcher.fetch({ url: server.origin + path, body: 'any' })).toMatchObject({ kind: 'response', attempts: 1 });
  }
  expect(asked).toBe(8);
});

test('an origin with one loose page keeps its strict and fast way, and a loose origin that goes silent is reset', async () => {
  const server = await startRawServer(head => {
    if (head.startsWith('GET /silent')) return '';
    return head.startsWith('GET /loose') ? `HTTP/1.1 200 OK\n${html}\n\n${ascii}` : reply('200 OK', [html, 'Content-Length: 2'], 'ok');
  });
  const fetcher = testFetcher({ attempts: 1 });
  const paths = ['/loose', '/strict', '/loose', '/loose', '/loose', '/silent'];
  const kinds: string[] = [];
  for (const path of paths) {
    const outcome = await fetcher.fetch({ url: server.origin + path, body: 'any' });
    kinds.push(outcome.kind === 'response' ? 'response' : outcome.cause);
  }
  expect(kinds).toEqual(['response', 'response', 'response', 'response', 'response', 'reset']);
});

test('an endless loose body is cut at the limit', async () => {
  const server = await startRawServer(() => ({ bytes: `HTTP/1.1 200 OK\n${html}\n\n${'x'.repeat(300_000)}`, end: false }));
  const outcome = await testFetcher({ maxBodyBytes: 100_000 }).fetch({ url: `${server.origin}/`, body: 'any' });
  expect(outcome).toMatchObject({ kind: 'response', truncated: true });
  expect(outcome.kind === 'response' && outcome.body.length).toBe(100_000);
});

test('a body that never ends is cut at the limit', async () => {
  const endless = reply('200 OK', [html], 'x'.repeat(300_000));
  const server = await startRawServer(() => ({ bytes: endless, end: false }));
  const outcome = await testFetcher({ maxBodyBytes: 100_000 }).fetch({ url: `${server.origin}/`, body: 'any' });
  expect(outcome).toMatchObject({ kind: 'response', truncated: true });
  expect(outcome.kind === 'response' && outcome.body.length).toBe(100_000);
});

test('a body that trickles on is kept as far as it came when time is up', async () => {
  const server = await startRawServer(() => ({ bytes: reply('200 OK', [html], page), end: false }));
  const outcome = await testFetcher({ timeoutSeconds: 0.3 }).fetch({ url: `${server.origin}/`, body: 'any' });
  expect(outcome).toMatchObject({ kind: 'response', truncated: true, attempts: 1 });
});

test('a gzip bomb is cut at the limit', async () => {
  const bomb = gzipSync(Buffer.alloc(20_000_000));
  const server = await startRawServer(() => encoded('gzip', bomb));
  const outcome = await testFetcher().fetch({ url: `${server.origin}/`, body: 'any' });
  expect(outcome).toMatchObject({ kind: 'response', truncated: true });
  expect(outcome.kind === 'response' && outcome.body.length).toBe(1_000_000);
});

test('a large body that is not wanted is neither read nor called truncated', async () => {
  const server = await startRawServer(() => ({
    bytes: reply('200 OK', ['Content-Type: video/mp4', 'Content-Length: 900000000'], 'x'),
    end: false,
  }));
  const outcome = await testFetcher().fetch({ url: `${server.origin}/`, body: 'none' });
  expect(outcome).toMatchObject({ kind: 'response', status: 200, truncated: false });
  expect(outcome.elapsedMs).toBeLessThan(1000);
});

test('a connection is used again after a small unwanted body', async () => {
  const connections = new Set<number>();
  const server = await startRawServer((_head, connection) => {
    connections.add(connection);
    return { bytes: reply('200 OK', ['Content-Length: 5'], 'hello'), end: false };
  });
  const fetcher = testFetcher();
  for (const path of ['/1', '/2', '/3', '/4', '/5', '/6']) await fetcher.fetch({ url: server.origin + path, body: 'none' });
  // The next request may set out before the pool has noticed that the first connection is free again.
  expect(connections.size).toBeLessThanOrEqual(2);
});

test('an address that is none, or not of the web, is a failure and no exception', async () => {
  const fetcher = testFetcher();
  for (const url of ['', 'mailto:a@b.cn', 'http://', 'ftp://a.cn/', '政府']) {
    expect(await fetcher.fetch({ url, body: 'any' })).toMatchObject({ kind: 'failure', cause: 'protocol', url });
  }
});
