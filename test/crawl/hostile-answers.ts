import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import {
  answers,
  type HostileRequest,
  head,
  html,
  type Misdeed,
  pours,
  reply,
  resetsAfter,
  says,
  trickles,
} from '../support/hostile-server.ts';

/** What a check of links may say of such an address. */
export type Said = 'ok' | 'broken' | 'unsure' | 'suspect';

/** An address and how its server misbehaves. `said`: what a careful inspector would sign. */
export interface HostileCase {
  readonly name: string;
  readonly said: Said;
  /** What may be said too, where it depends on how much came before time was up. */
  readonly orSaid?: Said;
  readonly misdeed: Misdeed;
}

const words = '明湖市教育局公布的正文内容，足以说明这是一张真实的页面。'.repeat(20);
export const pageOf = (body: string, title = '明湖市教育局') =>
  `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${title}</title></head><body><h1>政府信息公开</h1>${body}<p>${words}</p></body></html>`;
const page = pageOf('');
const zeros = Buffer.alloc(64 * 1024);
const encoded = (coding: string, body: Uint8Array | string) => answers('200 OK', [html, `Content-Encoding: ${coding}`], body);
const to = (location: string, more: readonly string[] = []) => answers('302 Found', [`Location: ${location}`, ...more]);
/** Blocks of zeros that unpack to a thousand times their size, for ever. */
const bombBlock = deflateRawSync(Buffer.alloc(1 << 20), { finishFlush: 2 });
const chunkOf = (bytes: Uint8Array) => Buffer.concat([Buffer.from(`${bytes.length.toString(16)}\r\n`), bytes, Buffer.from('\r\n')]);

const connections: readonly HostileCase[] = [
  { name: 'a reset before the head', said: 'unsure', misdeed: resetsAfter('') },
  { name: 'a reset within the head', said: 'unsure', misdeed: resetsAfter('HTTP/1.1 200 OK\r\nContent-Ty') },
  {
    name: 'a reset within the body',
    said: 'suspect',
    misdeed: resetsAfter(`HTTP/1.1 200 OK\r\n${html}\r\nContent-Length: 5000\r\n\r\n${page.slice(0, 300)}`),
  },
  { name: 'a connection closed without a word', said: 'unsure', misdeed: says('') },
  { name: 'a connection closed within the head', said: 'unsure', misdeed: says('HTTP/1.1 200 OK\r\nServer: x\r\n') },
  { name: 'silence', said: 'unsure', misdeed: () => {} },
  { name: 'an SSH server', said: 'unsure', misdeed: says('SSH-2.0-OpenSSH_9.6\r\n') },
  { name: 'a mail server', said: 'unsure', misdeed: says('220 mail.minghu.test ESMTP\r\n') },
  { name: 'a TLS server', said: 'unsure', misdeed: says(Uint8Array.from([0x15, 3, 1, 0, 2, 2, 0x46])) },
  { name: 'HTTP/0.9', said: 'ok', misdeed: says(page) },
  { name: 'binary rubbish', said: 'unsure', misdeed: says(Buffer.alloc(5000, 0xfe)) },
  {
    name: 'two answers to one request',
    said: 'ok',
    misdeed: says(Buffer.concat([reply('200 OK', [html], page), reply('404 Not Found', [html])]), { keep: 'open' }),
  },
  { name: 'keep-alive promised and broken', said: 'ok', misdeed: says(reply('200 OK', [html, 'Connection: keep-alive'], page)) },
];

const heads: readonly HostileCase[] = [
  { name: 'an endless head', said: 'unsure', misdeed: pours('HTTP/1.1 200 OK\r\n', Buffer.from(`X-A: ${'a'.repeat(8000)}\r\n`.repeat(8))) },
  { name: 'a flood of tiny headers', said: 'unsure', misdeed: pours('HTTP/1.1 200 OK\r\n', Buffer.from('a:b\r\n'.repeat(20_000))) },
  { name: 'one header of 10 MB', said: 'unsure', misdeed: pours('HTTP/1.1 200 OK\r\nX-Long: ', Buffer.alloc(64 * 1024, 0x61)) },
  { name: 'a head that trickles', said: 'unsure', misdeed: trickles('HTTP/1.1 200 OK\r\n', 'X: y\r\n') },
  { name: 'a status line that trickles', said: 'unsure', misdeed: trickles('', 'H') },
  {
    name: 'a storm of interim answers',
    said: 'unsure',
    misdeed: pours('', Buffer.from('HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n'.repeat(50))),
  },
  {
    name: 'a thousand interim answers first',
    said: 'ok',
    misdeed: says(Buffer.concat([Buffer.from('HTTP/1.1 102 Processing\r\n\r\n'.repeat(1000)), reply('200 OK', [html], page)])),
  },
  { name: 'status 101', said: 'unsure', misdeed: says('HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n') },
  { name: 'status 000', said: 'unsure', misdeed: says('HTTP/1.1 000 No\r\n\r\n') },
  { name: 'a status of four digits', said: 'unsure', misdeed: says('HTTP/1.1 2000 OK\r\n\r\n') },
  { name: 'a body with 204', said: 'ok', misdeed: says(`HTTP/1.1 204 No Content\r\n${html}\r\n\r\n${page}`) },
  { name: 'a body with 205', said: 'ok', misdeed: says(reply('205 Reset Content', [html], page)) },
  { name: 'a body with 304', said: 'unsure', misdeed: says(`HTTP/1.1 304 Not Modified\r\n${html}\r\n\r\n${page}`) },
  { name: 'a length below the body', said: 'suspect', misdeed: says(`HTTP/1.1 200 OK\r\n${html}\r\nContent-Length: 20\r\n\r\n${page}`) },
  { name: 'a length above the body', said: 'suspect', misdeed: says(`HTTP/1.1 200 OK\r\n${html}\r\nContent-Length: 99999\r\n\r\n${page}`) },
  { name: 'a negative length', said: 'ok', misdeed: says(`HTTP/1.1 200 OK\r\n${html}\r\nContent-Length: -1\r\n\r\n${page}`) },
  {
    name: 'a length beyond all numbers',
    said: 'suspect',
    misdeed: says(`HTTP/1.1 200 OK\r\n${html}\r\nContent-Length: ${'9'.repeat(40)}\r\n\r\n${page}`),
  },
  {
    name: 'two lengths',
    said: 'suspect',
    misdeed: says(`HTTP/1.1 200 OK\r\n${html}\r\nContent-Length: 10\r\nContent-Length: 99999\r\n\r\n${page}`),
  },
  {
    name: 'a header split in two answers',
    said: 'ok',
    misdeed: says(
      Buffer.concat([Buffer.from('HTTP/1.1 200 OK\r\nX: a\r\nSet-Cookie: b=c\r\n'), reply('200 OK', [html], page).subarray(17)]),
      { keep: 'open' },
    ),
  },
  {
    name: 'control characters in headers',
    said: 'ok',
    misdeed: says(`HTTP/1.1 200 OK\r\n${html}\r\nX-\u001b[31m: \u001b]0;owned\u0007\r\nServer: \u0000\u0001\r\n\r\n${page}`),
  },
  { name: 'a reason that clears the screen', said: 'broken', misdeed: answers('404 \u001b[2J\u001b[1;31mPWNED', [html]) },
  { name: 'an unreadable content type', said: 'ok', misdeed: answers('200 OK', ['Content-Type: ;;;"\u001b[0m'], page) },
  { name: 'an unreadable Retry-After', said: 'broken', misdeed: answers('503 Busy', [html, 'Retry-After: ∞']) },
  { name: 'a Retry-After of a thousand years', said: 'unsure', misdeed: answers('503 Busy', [html, 'Retry-After: 31536000000']) },
];

const bodies: readonly HostileCase[] = [
  { name: 'an endless body without a length', said: 'ok', misdeed: pours(head(html), Buffer.alloc(64 * 1024, 0x61)) },
  {
    name: 'an endless body in chunks',
    said: 'ok',
    misdeed: pours(head(html, 'Transfer-Encoding: chunked'), chunkOf(Buffer.alloc(64 * 1024, 0x61))),
  },
  {
    name: 'a body in endless tiny chunks',
    said: 'ok',
    orSaid: 'suspect',
    misdeed: pours(head(html, 'Transfer-Encoding: chunked'), Buffer.from('1\r\na\r\n'.repeat(10_000))),
  },
  {
    name: 'an endless chunk extension',
    said: 'unsure',
    orSaid: 'suspect',
    misdeed: pours(`${head(html, 'Transfer-Encoding: chunked')}5;`, Buffer.alloc(64 * 1024, 0x61)),
  },
  {
    name: 'endless trailers',
    said: 'suspect',
    misdeed: pours(`${head(html, 'Transfer-Encoding: chunked')}2\r\nok\r\n0\r\n`, Buffer.from('a: b\r\n'.repeat(1000))),
  },
  { name: 'an endless body of zeros', said: 'ok', misdeed: pours(head(html), zeros) },
  { name: 'an endless picture', said: 'ok', misdeed: pours(head('Content-Type: image/png'), zeros) },
  { name: 'an endless body to a redirect', said: 'ok', misdeed: pours('HTTP/1.1 302 Found\r\nLocation: /good\r\n\r\n', zeros) },
  { name: 'an endless body to a 404', said: 'broken', misdeed: pours(`HTTP/1.1 404 Not Found\r\n${html}\r\n\r\n`, zeros) },
  { name: 'a body that trickles', said: 'suspect', misdeed: trickles(`${head(html)}${page.slice(0, 400)}`, 'x') },
  { name: 'chunk sizes that are none', said: 'suspect', misdeed: says(`${head(html, 'Transfer-Encoding: chunked')}zzzz\r\n${page}`) },
  {
    name: 'a chunk size beyond all numbers',
    said: 'suspect',
    misdeed: says(`${head(html, 'Transfer-Encoding: chunked')}ffffffffffffffff\r\n${page}`),
  },
  { name: 'gzip that is plain', said: 'suspect', misdeed: encoded('gzip', page) },
  { name: 'gzip not told of', said: 'suspect', misdeed: answers('200 OK', [html], gzipSync(page)) },
  { name: 'gzip that is deflate', said: 'suspect', misdeed: encoded('gzip', deflateSync(page)) },
  { name: 'raw deflate', said: 'ok', misdeed: encoded('deflate', deflateRawSync(page)) },
  { name: 'brotli cut off', said: 'suspect', misdeed: encoded('br', brotliCompressSync(page).subarray(0, 60)) },
  {
    name: 'zstd with rubbish within',
    said: 'suspect',
    misdeed: encoded('zstd', Buffer.concat([zstdCompressSync(page).subarray(0, 40), zeros.subarray(0, 50)])),
  },
  { name: 'gzip nested', said: 'ok', misdeed: encoded('gzip, gzip', gzipSync(gzipSync(page))) },
  { name: 'gzip under fifty labels', said: 'suspect', misdeed: encoded('gzip,'.repeat(50), gzipSync(page)) },
  {
    name: 'a gzip bomb that never ends',
    said: 'ok',
    misdeed: pours(Buffer.concat([Buffer.from(head(html, 'Content-Encoding: gzip')), gzipSync('').subarray(0, 10)]), bombBlock),
  },
  { name: 'a gzip bomb of one piece', said: 'ok', misdeed: encoded('gzip', gzipSync(Buffer.alloc(100_000_000))) },
  { name: 'a gzip bomb in a gzip bomb', said: 'ok', misdeed: encoded('gzip, gzip', gzipSync(gzipSync(Buffer.alloc(50_000_000)))) },
  {
    name: 'a picture labelled as a page',
    said: 'suspect',
    misdeed: answers(
      '200 OK',
      [html],
      Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64'),
    ),
  },
  {
    name: 'a PDF labelled as a page',
    said: 'suspect',
    misdeed: answers('200 OK', [html], `%PDF-1.7\n${'1 0 obj <<>> endobj\n'.repeat(500)}`),
  },
  { name: 'a page labelled as a download', said: 'ok', misdeed: answers('200 OK', ['Content-Type: application/octet-stream'], page) },
  { name: 'no bytes at all', said: 'suspect', misdeed: answers('200 OK', [html]) },
  { name: 'no bytes and no type', said: 'suspect', misdeed: says('HTTP/1.1 200 OK\r\n\r\n') },
];

const counted = new Map<string, number>();
const nextOf = (name: string) => {
  counted.set(name, (counted.get(name) ?? 0) + 1);
  return counted.get(name)!;
};
const withPath =
  (reply: (request: HostileRequest) => string): Misdeed =>
  (socket, request) =>
    void socket.write(reply(request));
const found = (location: string, more = '') => `HTTP/1.1 302 Found\r\nLocation: ${location}\r\n${more}Content-Length: 0\r\n\r\n`;

const redirects: readonly HostileCase[] = [
  { name: 'a redirect to itself', said: 'broken', misdeed: withPath(({ path }) => found(path)) },
  {
    name: 'a redirect to and fro',
    said: 'broken',
    misdeed: withPath(({ path }) => found(path.includes('?b') ? path.replace('?b', '') : `${path}?b`)),
  },
  {
    name: 'a redirect with a growing query',
    said: 'broken',
    misdeed: withPath(({ path }) => found(`${path}${path.includes('?') ? '&' : '?'}a=1`)),
  },
  {
    name: 'a redirect with a new cookie each time',
    said: 'broken',
    misdeed: withPath(({ path }) => found(path, `Set-Cookie: n=${nextOf('cookie')}\r\n`)),
  },
  {
    name: 'a redirect that opens with a cookie',
    said: 'ok',
    misdeed: (socket, { path, head: asked }) =>
      void socket.write(asked.includes('gate=1') ? reply('200 OK', [html], page) : found(path, 'Set-Cookie: gate=1; path=/\r\n')),
  },
  { name: 'a redirect to a script', said: 'broken', misdeed: to('javascript:alert(1)') },
  { name: 'a redirect to data', said: 'broken', misdeed: to('data:text/html,<h1>x</h1>') },
  { name: 'a redirect to a file', said: 'broken', misdeed: to('file:///etc/passwd') },
  { name: 'a redirect to a private address', said: 'unsure', misdeed: to('http://10.1.2.3/') },
  { name: 'a redirect to the metadata of a cloud', said: 'unsure', misdeed: to('http://169.254.169.254/latest/meta-data/') },
  { name: 'a redirect to a private address in disguise', said: 'unsure', misdeed: to('http://0x0a010203/') },
  { name: 'a redirect to a mapped address', said: 'unsure', misdeed: to('http://[::ffff:10.0.0.1]/') },
  { name: 'a redirect to a name that leads inside', said: 'unsure', misdeed: to('http://inside.minghu.test/') },
  { name: 'a redirect to nowhere', said: 'broken', misdeed: to('') },
  { name: 'a redirect without Location', said: 'broken', misdeed: answers('302 Found', [html], page) },
  { name: 'a redirect to nonsense', said: 'broken', misdeed: to('http://[') },
  { name: 'a redirect to a port that is none', said: 'broken', misdeed: to('http://127.0.0.1:99999/') },
  { name: 'a redirect to control characters', said: 'broken', misdeed: to('/\u001b[2J\u0007gone') },
  {
    name: 'a redirect in raw GBK',
    said: 'ok',
    misdeed: says(
      Buffer.concat([
        Buffer.from('HTTP/1.1 302 Found\r\nLocation: /good?'),
        Buffer.from([0xd6, 0xd0]),
        Buffer.from('\r\nContent-Length: 0\r\n\r\n'),
      ]),
    ),
  },
  { name: 'a redirect of 60 KB', said: 'broken', misdeed: to(`/${'a'.repeat(60_000)}`) },
  {
    name: 'a redirect to a name and a password',
    said: 'ok',
    misdeed: withPath(({ origin }) => found(`${origin.replace('//', '//admin:secret@')}/good`)),
  },
  { name: 'two Locations', said: 'ok', misdeed: to('/good', ['Location: http://10.0.0.1/']) },
  { name: 'a cookie of 50 KB', said: 'ok', misdeed: to('/good', [`Set-Cookie: a=${'b'.repeat(50_000)}; path=/`]) },
  {
    name: 'five hundred cookies',
    said: 'ok',
    misdeed: to(
      '/good',
      Array.from({ length: 500 }, (_, i) => `Set-Cookie: c${i}=${'d'.repeat(50)}; path=/`),
    ),
  },
  {
    name: 'cookies of 1 MB',
    said: 'unsure',
    misdeed: pours('HTTP/1.1 302 Found\r\nLocation: /good\r\n', Buffer.from(`Set-Cookie: a=${'b'.repeat(4000)}\r\n`.repeat(250))),
  },
  {
    name: 'a cookie with control characters',
    said: 'ok',
    misdeed: to('/good', ['Set-Cookie: a=\u0001\u001b[31m\u007f; path=/', 'Set-Cookie: \u0000=1']),
  },
  {
    name: 'a cookie for everybody',
    said: 'ok',
    misdeed: to('/good', ['Set-Cookie: a=1; domain=.cn', 'Set-Cookie: b=1; domain=127.0.0.1', 'Set-Cookie: c=1; expires=x; max-age=y']),
  },
];

/** Everything a server can do wrong on the wire. */
export const hostileAnswers: readonly HostileCase[] = [...connections, ...heads, ...bodies, ...redirects];
