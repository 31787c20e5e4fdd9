import type { IncomingMessage, ServerResponse } from 'node:http';
import { expect, test } from 'vitest';
import { nextStep } from '../../src/crawl/redirects.ts';
import { startRawServer, startServer } from '../support/http-server.ts';
import { testFetcher } from '../support/test-fetcher.ts';

const base = new URL('http://www.minghu.gov.cn/xxgk/index.html');
const utf8Bytes = Buffer.from('/公开').toString('latin1');
const gbkBytes = Buffer.from([0x2f, 0xb9, 0xab, 0xbf, 0xaa]).toString('latin1');

test.for([
  { location: '/a', to: 'http://www.minghu.gov.cn/a' },
  { location: 'b.html', to: 'http://www.minghu.gov.cn/xxgk/b.html' },
  { location: '//jyj.minghu.gov.cn', to: 'http://jyj.minghu.gov.cn/' },
  { location: ' https://a.cn/x ', to: 'https://a.cn/x' },
  { location: '?page=2', to: 'http://www.minghu.gov.cn/xxgk/index.html?page=2' },
  { location: '/a#top', to: 'http://www.minghu.gov.cn/a' },
  { location: 'http://user:secret@a.cn/', to: 'http://a.cn/' },
  { location: utf8Bytes, to: 'http://www.minghu.gov.cn/%E5%85%AC%E5%BC%80' },
  { location: gbkBytes, to: 'http://www.minghu.gov.cn/%B9%AB%BF%AA' },
  { location: '/%E5%85%AC', to: 'http://www.minghu.gov.cn/%E5%85%AC' },
  { location: '/a b', to: 'http://www.minghu.gov.cn/a%20b' },
])('Location $location leads to $to', ({ location, to }) => {
  const step = nextStep(302, location, base);
  expect(step.kind === 'go' && step.url.href).toBe(to);
});

test.for([200, 204, 300, 304, 305, 306, 404])('status %i is no redirect', status => {
  expect(nextStep(status, '/a', base)).toEqual({ kind: 'stay' });
});

test('each redirect is recorded, and the last address is the final one', async () => {
  const answers: Record<string, [number, string]> = { '/1': [301, '/2'], '/2': [303, '/3'], '/3': [307, '/4'], '/4': [308, '/end'] };
  const server = await startServer((request, response) => redirect(response, answers[request.url ?? '']));
  const outcome = await testFetcher().fetch({ url: `${server.origin}/1#fragment`, body: 'any' });
  expect(outcome).toMatchObject({ kind: 'response', url: `${server.origin}/1`, finalUrl: `${server.origin}/end`, attempts: 1 });
  expect(outcome.hops).toEqual([
    { url: `${server.origin}/1`, status: 301, location: '/2' },
    { url: `${server.origin}/2`, status: 303, location: '/3' },
    { url: `${server.origin}/3`, status: 307, location: '/4' },
    { url: `${server.origin}/4`, status: 308, location: '/end' },
  ]);
});

test('a circle of several addresses is a loop, found before the limit', async () => {
  const answers: Record<string, [number, string]> = { '/1': [302, '/2'], '/2': [302, '/1'] };
  const server = await startServer((request, response) => redirect(response, answers[request.url ?? '']));
  const outcome = await testFetcher().fetch({ url: `${server.origin}/1`, body: 'any' });
  expect(outcome).toMatchObject({ kind: 'failure', cause: 'redirect-loop' });
  expect(outcome.hops).toHaveLength(2);
});

test('redirects that never repeat end at the limit', async () => {
  let asked = 0;
  const server = await startServer((_request, response) => redirect(response, [302, `/${++asked}`]));
  const outcome = await testFetcher({ maxRedirects: 3 }).fetch({ url: `${server.origin}/0`, body: 'any' });
  expect(outcome).toMatchObject({ kind: 'failure', cause: 'too-many-redirects' });
  expect(asked).toBe(4);
});

test('as many redirects as allowed are followed', async () => {
  const answers: Record<string, [number, string]> = { '/1': [302, '/2'], '/2': [302, '/3'] };
  const server = await startServer((request, response) => redirect(response, answers[request.url ?? '']));
  expect(await testFetcher({ maxRedirects: 2 }).fetch({ url: `${server.origin}/1`, body: 'any' })).toMatchObject({ kind: 'response' });
});

test('a page that redirects to itself with a cookie is read', async () => {
  const server = await startServer((request, response) => {
    if (request.headers.cookie?.includes('pass=yes')) return end(response, '公开指南');
    response.setHeader('set-cookie', ['other=1; path=/elsewhere', 'pass=yes; path=/; HttpOnly']);
    return redirect(response, [302, request.url ?? '/']);
  });
  const outcome = await testFetcher().fetch({ url: `${server.origin}/guide`, body: 'any' });
  expect(outcome).toMatchObject({ kind: 'response', status: 200, finalUrl: `${server.origin}/guide` });
  expect(outcome.hops).toHaveLength(1);
});

test('a cookie that does not change anything does not hide a loop', async () => {
  const server = await startServer((request, response) => {
    response.setHeader('set-cookie', 'session=same');
    return redirect(response, [302, request.url ?? '/']);
  });
  const outcome = await testFetcher({ maxRedirects: 50 }).fetch({ url: `${server.origin}/`, body: 'any' });
  expect(outcome).toMatchObject({ kind: 'failure', cause: 'redirect-loop' });
});

test('no cookie outlives its chain', async () => {
  const cookies: (string | undefined)[] = [];
  const server = await startServer((request, response) => {
    cookies.push(request.headers.cookie);
    response.setHeader('set-cookie', 'seen=1');
    end(response, 'ok');
  });
  const fetcher = testFetcher();
  await fetcher.fetch({ url: `${server.origin}/`, body: 'any' });
  await fetcher.fetch({ url: `${server.origin}/`, body: 'any' });
  expect(cookies).toEqual([undefined, undefined]);
});

test('raw GBK bytes in Location come back to the server as the same bytes', async () => {
  const heads: string[] = [];
  const server = await startRawServer(head => {
    heads.push(head.split('\r\n')[0] ?? '');
    return heads.length === 1
      ? `HTTP/1.1 302 Found\r\nLocation: ${gbkBytes}\r\nContent-Length: 0\r\n\r\n`
      : 'HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n';
  });
  await testFetcher().fetch({ url: `${server.origin}/`, body: 'any' });
  expect(heads).toEqual(['GET / HTTP/1.1', 'GET /%B9%AB%BF%AA HTTP/1.1']);
});

test('the referrer is sent without its fragment', async () => {
  const seen: IncomingMessage['headers'][] = [];
  const server = await startServer((request, response) => {
    seen.push(request.headers);
    end(response, 'ok');
  });
  await testFetcher().fetch({ url: `${server.origin}/`, body: 'any', referrer: 'http://a.cn/公开#x' });
  expect(seen[0]).toMatchObject({ referer: 'http://a.cn/%E5%85%AC%E5%BC%80', 'user-agent': 'gongkai/test' });
});

const redirect = (response: ServerResponse, answer: [number, string] | undefined): ServerResponse =>
  answer ? response.writeHead(answer[0], { location: answer[1], 'content-length': 0 }).end() : end(response, 'end');

const end = (response: ServerResponse, text: string): ServerResponse => response.end(text);
