import type http from 'node:http';
import type { Verdict } from './result.ts';

/** One address that is hard to judge. */
export interface VerdictCase {
  readonly id: string;
  /** English; for the page. */
  readonly title: string;
  /** Every verdict that a careful person would sign. */
  readonly right: readonly Verdict[];
  /** `visit` counts the requests for this address, from 1. */
  readonly answer: (request: http.IncomingMessage, response: http.ServerResponse, visit: number) => void;
}

type Answer = VerdictCase['answer'];

const html = { 'content-type': 'text/html; charset=utf-8' };
const page = (heading: string, text: string): string =>
  `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${heading}</title></head><body><h1>${heading}</h1>${text}</body></html>`;
const article = page(
  '关于印发工作要点的通知',
  `<p>${'各区县人民政府，市政府各部门：现将工作要点印发给你们，请认真贯彻执行。'.repeat(20)}</p>`,
);

const say =
  (status: number, body: string, headers: http.OutgoingHttpHeaders = {}): Answer =>
  (_request, response) => {
    response.writeHead(status, { ...html, 'content-length': Buffer.byteLength(body), ...headers }).end(body);
  };
const fine = say(200, article);
const notFound = say(404, page('404', 'Not Found'));
const moved = (location: string, headers: http.OutgoingHttpHeaders = {}): Answer => say(302, '', { location, ...headers });
const cutOff: Answer = (_request, response) => {
  response.socket?.destroy();
};
/** Bytes as an old server sends them, past Node's own writer. */
const bytes =
  (text: string): Answer =>
  (_request, response) => {
    response.socket?.end(Buffer.from(text));
  };
const firstThen =
  (first: Answer, later: Answer): Answer =>
  (request, response, visit) =>
    (visit === 1 ? first : later)(request, response, visit);
const headAndGet =
  (head: Answer, get: Answer): Answer =>
  (request, response, visit) =>
    (request.method === 'HEAD' ? head : get)(request, response, visit);
const withCookie =
  (name: string, without: Answer): Answer =>
  (request, response, visit) =>
    (request.headers.cookie?.includes(`${name}=`) ? fine : without)(request, response, visit);

const works: readonly Verdict[] = ['fine'];
const dead: readonly Verdict[] = ['broken'];
/** Nobody was let in: that proves nothing about the page. */
const wall: readonly Verdict[] = ['doubtful'];
/** A reader gets nothing of use; whether to call that broken is a matter of taste. */
const useless: readonly Verdict[] = ['broken', 'doubtful'];

/** Where a link that leads astray ends up; nothing links to it. */
const errorPagePath = '/error.html';

/** Addresses `/case/<id>`; each is linked once from the start page. */
export const verdictCases: readonly VerdictCase[] = [
  { id: 'plain', title: 'answers 200', right: works, answer: fine },
  { id: 'head-405', title: 'HEAD 405, GET 200', right: works, answer: headAndGet(say(405, ''), fine) },
  { id: 'head-404', title: 'HEAD 404, GET 200', right: works, answer: headAndGet(say(404, ''), fine) },
  { id: 'head-cut', title: 'HEAD cuts the connection, GET 200', right: works, answer: headAndGet(cutOff, fine) },
  {
    id: '429-once',
    title: '429 with Retry-After once, then 200',
    right: works,
    answer: firstThen(say(429, '', { 'retry-after': '1' }), fine),
  },
  { id: '503-once', title: '503 once, then 200', right: works, answer: firstThen(say(503, ''), fine) },
  { id: '500-once', title: '500 once, then 200', right: works, answer: firstThen(say(500, ''), fine) },
  { id: 'cut-once', title: 'connection cut once, then 200', right: works, answer: firstThen(cutOff, fine) },
  {
    id: 'cookie-redirect',
    title: 'redirects to itself until the cookie comes back',
    right: works,
    answer: withCookie('visitor', moved('/case/cookie-redirect', { 'set-cookie': 'visitor=1; path=/' })),
  },
  { id: 'far', title: 'three redirects, then 200', right: works, answer: moved('/way/3') },
  { id: 'slow', title: 'answers after 3 s', right: works, answer: (...asked) => void setTimeout(fine, 3000, ...asked) },
  {
    id: 'bare-line-feeds',
    title: 'head with bare line feeds',
    right: works,
    answer: bytes(`HTTP/1.1 200 OK\nContent-Type: text/html; charset=utf-8\nConnection: close\n\n${article}`),
  },
  {
    id: 'bad-header',
    title: 'a space in a header’s name',
    right: works,
    answer: bytes(`HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nX Powered By: cms\r\nConnection: close\r\n\r\n${article}`),
  },
  {
    id: 'two-lengths',
    title: 'chunked and a length as well',
    right: works,
    answer: bytes(
      `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 9\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n` +
        `${Buffer.byteLength(article).toString(16)}\r\n${article}\r\n0\r\n\r\n`,
    ),
  },
  { id: '404', title: 'answers 404', right: dead, answer: notFound },
  { id: '410', title: 'answers 410', right: dead, answer: say(410, page('410', 'Gone')) },
  { id: '500', title: 'answers 500 every time', right: dead, answer: say(500, page('500', 'Error')) },
  { id: 'cut', title: 'connection cut every time', right: useless, answer: cutOff },
  { id: 'lost-redirect', title: 'redirects to a 404', right: dead, answer: moved('/way/lost') },
  { id: 'loop', title: 'redirects to itself for ever', right: dead, answer: moved('/case/loop') },
  { id: 'head-lies', title: 'HEAD 200, GET 404', right: dead, answer: headAndGet(say(200, ''), notFound) },
  { id: 'forbidden', title: '403 to everybody', right: wall, answer: say(403, page('403', 'Forbidden')) },
  { id: 'too-many', title: '429 every time', right: wall, answer: say(429, page('429', 'Too many requests')) },
  {
    id: 'script-wall',
    title: '412 with a script that sets a cookie',
    right: wall,
    answer: withCookie('passed', say(412, '<html><script>document.cookie="passed=1";location.reload()</script></html>')),
  },
  {
    id: 'hidden-wall',
    title: '200, but only a script that sets a cookie',
    right: wall,
    answer: withCookie(
      'let_in',
      say(200, '<html><body><script>document.cookie="let_in=1;path=/";location.reload()</script></body></html>'),
    ),
  },
  {
    id: 'soft-404',
    title: '200, the page says it does not exist',
    right: useless,
    answer: say(200, page('提示信息', '<p>对不起，您访问的页面不存在或已被删除！</p><a href="/">返回首页</a>')),
  },
  { id: 'to-home', title: 'redirects to the home page', right: useless, answer: moved('/') },
  { id: 'to-error-page', title: 'redirects to an error page that answers 200', right: useless, answer: moved(errorPagePath) },
  { id: 'empty', title: '200 without a body', right: useless, answer: say(200, '') },
  { id: 'false-gzip', title: 'says gzip, sends plain text', right: useless, answer: say(200, article, { 'content-encoding': 'gzip' }) },
  {
    id: 'short',
    title: 'body shorter than its length',
    right: ['fine', 'doubtful'],
    answer: bytes(`HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: 99999\r\n\r\n${article}`),
  },
  { id: 'silent', title: 'never answers', right: useless, answer: () => {} },
];

/** Answers what stands behind the cases; true when it did. */
export function answerBehind(path: string, response: http.ServerResponse): boolean {
  const answer = behind[path];
  answer?.(response.req, response, 1);
  return answer !== undefined;
}

const behind: Readonly<Record<string, Answer>> = {
  [errorPagePath]: say(200, page('出错了', '<p>抱歉，页面没有找到。</p>')),
  '/way/3': moved('/way/2'),
  '/way/2': moved('/way/1'),
  '/way/1': fine,
  '/way/lost': notFound,
};
