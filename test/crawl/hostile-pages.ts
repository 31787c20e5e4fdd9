import { gzipSync } from 'node:zlib';
import { answers, head, html, type Misdeed, pours } from '../support/hostile-server.ts';
import { type HostileCase, pageOf } from './hostile-answers.ts';

const of = (body: string, title?: string): Misdeed => answers('200 OK', [html], pageOf(body, title));
const bytes = (body: Uint8Array, ...headers: readonly string[]): Misdeed => answers('200 OK', headers.length > 0 ? headers : [html], body);
const links = (count: number, address: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => `<a href="${address(i)}">x</a>`).join('');
const utf16 = (text: string) => Buffer.from(text, 'utf16le');

/** Addresses that no server answers, or that are none. */
const oddAddresses = [
  'http://[',
  'http://a b/',
  'http://127.0.0.1:99999/',
  'http://%00/',
  'http://a..b/',
  'http://-/',
  'https:',
  '//',
  '///',
  'http://',
  'http:///',
  '\u0000\u001b[2J',
  'javascript:location="http://10.0.0.1/"',
  'JaVaScRiPt:alert(1)',
  'data:text/html,<a href=/x>',
  'file:///etc/passwd',
  'blob:http://127.0.0.1/x',
  'about:blank',
  'tel:12345',
  'x'.repeat(100_000).replace(/^/, 'weixin://'),
  '%',
  '%zz',
];

/** Pages whose markup, words or bytes are the attack; read over a well-behaved connection. */
export const hostilePages: readonly HostileCase[] = [
  { name: '50 MB of markup', said: 'ok', misdeed: pours(`${head(html)}${pageOf('')}`, Buffer.from('<div><p>正文'.repeat(2000))) },
  {
    name: 'a million links to one place',
    said: 'ok',
    misdeed: pours(`${head(html)}${pageOf('')}`, Buffer.from('<a href=/good>x</a>'.repeat(2000))),
  },
  { name: 'nesting 100,000 deep', said: 'ok', misdeed: of('<div>'.repeat(100_000)) },
  { name: 'nesting without a word', said: 'suspect', misdeed: bytes(Buffer.from('<div>'.repeat(100_000))) },
  { name: 'nesting of inline markup', said: 'ok', misdeed: of('<b><i><a>'.repeat(20_000)) },
  { name: 'nesting of tables and forms', said: 'ok', misdeed: of('<table><tr><td><form>'.repeat(10_000)) },
  { name: 'nested templates', said: 'ok', misdeed: of('<template>'.repeat(50_000)) },
  { name: 'nested svg and math', said: 'ok', misdeed: of('<svg><math><foreignObject>'.repeat(10_000)) },
  { name: 'end tags of nothing', said: 'ok', misdeed: of('</p></a></template></svg></noscript>'.repeat(10_000)) },
  { name: 'a tag that never ends', said: 'ok', misdeed: of(`<a href="/good">x</a><div ${'a=b '.repeat(100_000)}`) },
  {
    name: 'an attribute that never ends',
    said: 'ok',
    misdeed: pours(`${head(html)}${pageOf('')}<a href="`, Buffer.alloc(64 * 1024, 0x61)),
  },
  { name: 'a comment that never ends', said: 'ok', misdeed: of(`<!--${'-'.repeat(200_000)}`) },
  { name: 'a script that never ends', said: 'ok', misdeed: of(`<script>${"location.href='".repeat(20_000)}`) },
  { name: 'a style that never ends', said: 'ok', misdeed: of(`<style>${'@import url('.repeat(20_000)}`) },
  { name: 'a title that never ends', said: 'suspect', misdeed: bytes(Buffer.from(`<html><title>${'信'.repeat(100_000)}`)) },
  { name: 'a set of pictures that never ends', said: 'ok', misdeed: of(`<img srcset="${', '.repeat(50_000)}${'('.repeat(50_000)}">`) },
  { name: 'entities without end', said: 'ok', misdeed: of(`${'&amp'.repeat(50_000)}&#x10ffff;&#xd800;&#0;&#99999999999;&NotEqualTilde;`) },
  { name: 'ten thousand ids', said: 'ok', misdeed: of(Array.from({ length: 10_000 }, (_, i) => `<i id=a${i}></i>`).join('')) },
  { name: 'ten thousand frames', said: 'ok', misdeed: of('<iframe src="/good"></iframe>'.repeat(10_000)) },
  {
    name: 'a page that frames itself',
    said: 'ok',
    misdeed: (socket, { path, ...request }) => of(`<iframe src="${path}"></iframe>`)(socket, { path, ...request }),
  },
  { name: 'a page that refreshes itself', said: 'ok', misdeed: of('<meta http-equiv=refresh content=0>'.repeat(1000)) },
  {
    name: 'a page that sends its readers everywhere',
    said: 'ok',
    misdeed: of('<meta http-equiv=refresh content="0;url=/good">'.repeat(1000)),
  },
  { name: 'NUL bytes', said: 'ok', misdeed: bytes(Buffer.from(pageOf('<a hr\u0000ef="/good\u0000">x\u0000</a>\u0000'))) },
  {
    name: 'lone surrogates',
    said: 'ok',
    misdeed: bytes(Buffer.concat([Buffer.from(pageOf('<a href="/good?')), Buffer.from([0xed, 0xa0, 0x80, 0x22, 0x3e])])),
  },
  {
    name: 'overlong and broken UTF-8',
    said: 'ok',
    misdeed: bytes(Buffer.concat([Buffer.from(pageOf('')), Buffer.from([0xc0, 0xaf, 0xe0, 0x80, 0xaf, 0xff, 0xfe, 0xf8, 0x88])])),
  },
  {
    name: 'UTF-7',
    said: 'ok',
    misdeed: bytes(Buffer.from(pageOf('+ADw-script+AD4-alert(1)+ADw-/script+AD4-')), 'Content-Type: text/html; charset=utf-7'),
  },
  {
    name: 'two encodings in one page',
    said: 'ok',
    misdeed: bytes(Buffer.concat([Buffer.from(pageOf('')), Buffer.from([0xb9, 0xab, 0xbf, 0xaa]), Buffer.from('公开')])),
  },
  {
    name: 'a byte order mark against the header',
    said: 'ok',
    misdeed: bytes(utf16(`\ufeff${pageOf('')}`), 'Content-Type: text/html; charset=gbk'),
  },
  { name: 'byte order marks without end', said: 'ok', misdeed: bytes(Buffer.from(`${'\ufeff'.repeat(5000)}${pageOf('')}`)) },
  { name: 'half a byte order mark', said: 'ok', misdeed: bytes(Buffer.concat([Buffer.from([0xef, 0xbb]), Buffer.from(pageOf(''))])) },
  { name: 'an odd number of UTF-16 bytes', said: 'ok', misdeed: bytes(Buffer.concat([utf16(`\ufeff${pageOf('')}`), Buffer.from([0xd8])])) },
  {
    name: 'an encoding that is none',
    said: 'ok',
    misdeed: bytes(Buffer.from(pageOf('')), `Content-Type: text/html; charset=${'x'.repeat(3000)}`),
  },
  { name: 'a base elsewhere', said: 'ok', misdeed: of('<base href="http://10.0.0.1/"><base href="javascript:"><a href="inner">x</a>') },
  { name: 'a base that is none', said: 'ok', misdeed: of('<base href="http://["><a href="/good">x</a>') },
  { name: 'a base of data', said: 'ok', misdeed: of('<base href="data:text/html,x"><a href="/good">x</a>') },
  { name: 'a base of 100 KB', said: 'ok', misdeed: of(`<base href="/${'a'.repeat(100_000)}/"><a href="/good">x</a>`) },
  {
    name: 'addresses that are none',
    said: 'ok',
    misdeed: of(oddAddresses.map(address => `<a href="${address}">x</a><img src="${address}">`).join('')),
  },
  { name: 'an address of 100 KB', said: 'ok', misdeed: of(`<a href="/good?${'a'.repeat(100_000)}">x</a>`) },
  {
    name: 'a name that looks like another',
    said: 'ok',
    misdeed: of('<a href="http://www.mіnghu.test/">x</a><a href="http://明湖.test/">y</a><a href="http://www.minghu。test/">z</a>'),
  },
  { name: 'credentials in a link', said: 'ok', misdeed: of('<a href="http://admin:secret@127.0.0.1:9/">x</a>') },
  {
    name: 'links to the inside',
    said: 'ok',
    misdeed: of(
      '<a href="http://10.0.0.1/">x</a><a href="http://169.254.169.254/">y</a><a href="http://[::1]/">z</a><a href="http://2130706433/">w</a>',
    ),
  },
  { name: 'a fragment that clears the screen', said: 'ok', misdeed: of('<a href="#%1b[2J%1b[31mPWNED%c2%9b">x</a>') },
  {
    name: 'a title that clears the screen',
    said: 'suspect',
    misdeed: answers(
      '200 OK',
      [html],
      '<title>\u001b[2J\u001b[1;31m404 Not Found\u202e\u009b31m</title><h1>\u001b]0;owned\u0007页面不存在</h1>',
    ),
  },
  {
    name: 'words that a bad pattern chokes on',
    said: 'ok',
    misdeed: of(`${'当前'.repeat(20_000)}${'访问的'.repeat(20_000)}${'('.repeat(20_000)}${'a '.repeat(20_000)}`),
  },
  {
    name: 'an error that a bad pattern chokes on',
    said: 'ok',
    misdeed: answers('200 OK', [html], `<title>${'404 '.repeat(5000)}</title>${'您访问的'.repeat(30)}`),
  },
  {
    name: 'scripts that a bad pattern chokes on',
    said: 'ok',
    misdeed: of(
      `<script>${'a("'.repeat(20_000)}${'location='.repeat(5000)}${'/*'.repeat(20_000)}</script><a onclick="${'open('.repeat(5000)}">x</a>`,
    ),
  },
  {
    name: 'styles that a bad pattern chokes on',
    said: 'ok',
    misdeed: of(`<style>${'.a{'.repeat(20_000)}${':not('.repeat(20_000)}</style><p style="${'url('.repeat(20_000)}">x</p>`),
  },
  {
    name: 'a frameset without end',
    said: 'ok',
    misdeed: bytes(Buffer.from(`<html><title>明湖市</title><frameset>${'<frame src="/good"><frameset>'.repeat(5000)}`)),
  },
  {
    name: 'XML with a bomb of entities',
    said: 'ok',
    misdeed: bytes(
      Buffer.from(`<?xml version="1.0"?><!DOCTYPE html [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>${pageOf('&b;'.repeat(1000))}`),
      'Content-Type: application/xhtml+xml',
    ),
  },
  {
    name: 'a page of one line of 1 MB',
    said: 'ok',
    misdeed: bytes(gzipSync(pageOf('公开'.repeat(150_000))), html, 'Content-Encoding: gzip'),
  },
  { name: 'two thousand links to nothing', said: 'ok', misdeed: of(links(2000, () => 'http://no-such.minghu.test/')) },
];
