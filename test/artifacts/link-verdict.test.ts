import { describe, expect, test } from 'vitest';
import { causeOf, isRefusal, type LinkContext, linkVerdict } from '../../src/artifacts/link-verdict.ts';
import { quickLook } from '../../src/artifacts/quick-look.ts';
import { type FailureCause, type FetchFailure, type FetchResponse, failureTitles } from '../../src/model/fetch-outcome.ts';
import { linkRemedies, okLink } from '../../src/model/link-cause.ts';

const asked = 'http://www.minghu.test/a.html';
const base = {
  url: asked,
  finalUrl: asked,
  hops: [],
  fetchedAt: '2026-11-20T00:00:00Z',
  elapsedMs: 5,
  attempts: 1,
  address: null,
  security: null,
};
const bytes = (text: string) => new TextEncoder().encode(text);
const long = '明湖市教育局公布的正文内容。'.repeat(80);

function response(status: number, changes: Partial<FetchResponse> & { readonly html?: string } = {}): FetchResponse {
  const { html = `<h1>公开指南</h1>${long}`, ...rest } = changes;
  return { kind: 'response', ...base, status, headers: { 'content-type': 'text/html' }, body: bytes(html), truncated: false, ...rest };
}
const look = (answer: FetchResponse) => quickLook(new TextDecoder().decode(answer.body), answer.finalUrl, 'utf-8', answer);
const failure = (cause: FailureCause, attempts = 3): FetchFailure => ({ kind: 'failure', ...base, attempts, cause, detail: '' });
/** The verdict when the body was read as a page. */
function read(answer: FetchResponse, context: LinkContext = {}) {
  return linkVerdict(answer, { page: look(answer), bodyWanted: true, ...context });
}

describe('by status', () => {
  test.for([
    [200, 'ok', ''],
    [204, 'ok', ''],
    [206, 'ok', ''],
    [400, 'broken', '返回400（地址有误）'],
    [404, 'broken', '返回404（页面不存在）'],
    [410, 'broken', '返回410（页面已被永久删除）'],
    [414, 'broken', '返回414（地址有误）'],
    [418, 'broken', '返回418（地址有误）'],
    [500, 'broken', '服务器内部错误（500）'],
    [502, 'broken', '网关没有得到应答（502）'],
    [503, 'broken', '服务不可用（503）'],
    [504, 'broken', '网关等待超时（504）'],
    [505, 'broken', '服务器出错（505）'],
    [401, 'unsure', '需要登录才能访问（401）'],
    [402, 'unsure', '需要付费才能访问（402）'],
    [403, 'unsure', '服务器拒绝自动访问（403）'],
    [405, 'unsure', '服务器不接受这种访问方式（405）'],
    [406, 'unsure', '服务器不提供我们能接受的格式（406）'],
    [407, 'unsure', '代理服务器要求登录（407）'],
    [408, 'unsure', '服务器等待超时（408）'],
    [412, 'unsure', '服务器拒绝自动访问（412）'],
    [425, 'unsure', '服务器要求稍后再试（425）'],
    [429, 'unsure', '请求过于频繁（429）'],
    [451, 'unsure', '因法律原因不能访问（451）'],
    [511, 'unsure', '需要先登录网络（511）'],
    [521, 'unsure', '服务器拒绝自动访问（521）'],
    [522, 'unsure', '服务器的应答不明（522）'],
    [999, 'unsure', '服务器拒绝自动访问（999）'],
    [304, 'unsure', '服务器的应答不明（304）'],
  ] as const)('%i is %s', ([status, verdict, reason]) => expect(linkVerdict(response(status))).toMatchObject({ verdict, reason }));
});

describe('by failure', () => {
  const broken = new Set(['dns', 'refused', 'redirect-loop', 'too-many-redirects', 'bad-redirect']);
  test.for(Object.keys(failureTitles) as FailureCause[])('%s', cause => {
    expect(linkVerdict(failure(cause))).toMatchObject({ verdict: broken.has(cause) ? 'broken' : 'unsure', reason: failureTitles[cause] });
  });

  test.for([
    ['reset', 'broken', '连接被重置（试了3次，同一网站的其他地址正常）'],
    ['timeout', 'broken', '超时未响应（试了3次，同一网站的其他地址正常）'],
    ['tls', 'unsure', failureTitles.tls],
  ] as const)('%s on a host that answers nearly everything else is %s', ([cause, verdict, reason]) =>
    expect(linkVerdict(failure(cause), { isHostSteady: true })).toMatchObject({ verdict, reason }),
  );
});

describe('the cause, and what to do about it', () => {
  test.for([
    [response(404), 'not-found'],
    [response(410), 'not-found'],
    [response(400), 'client-error'],
    [response(500), 'server-error'],
    [response(505), 'server-error'],
    [response(401), 'login'],
    [response(403), 'blocked'],
    [response(429), 'rate-limited'],
    [response(522), 'unclear'],
    [failure('dns'), 'dns'],
    [failure('refused'), 'refused'],
    [failure('reset'), 'cut-off-connection'],
    [failure('timeout'), 'timeout'],
    [failure('tls'), 'certificate'],
    [failure('redirect-loop'), 'redirect-fault'],
    [failure('robots'), 'not-allowed'],
    [response(200, { finalUrl: 'http://www.minghu.test/' }), 'home'],
    [response(200, { finalUrl: 'http://www.minghu.test/404.html' }), 'soft-404'],
    [response(200, { headers: { 'content-length': '0' }, body: new Uint8Array() }), 'empty'],
    [response(200, { truncated: true }), 'incomplete'],
    [response(200), null],
  ] as const)('%#', ([outcome, cause]) => expect(linkVerdict(outcome).cause).toBe(cause));

  test('judging a stored look comes to the same cause', () => {
    for (const status of [400, 401, 403, 404, 410, 429, 500, 503, 505, 522, 999])
      expect(causeOf({ status, failure: null }), String(status)).toBe(linkVerdict(response(status)).cause);
    for (const cause of Object.keys(failureTitles) as FailureCause[])
      expect(causeOf({ status: null, failure: { cause, detail: '' } }), cause).toBe(linkVerdict(failure(cause)).cause);
  });

  test('every cause says what to do, in one sentence', () => {
    for (const [cause, remedy] of Object.entries(linkRemedies)) expect(remedy, cause).toMatch(/^[^。]+。$/);
  });
});

describe('walls are never called broken, whatever their status', () => {
  const gate = `<html><body><script>document.cookie='x=1;path=/';location.reload()</script></body></html>`;
  test.for([
    [
      '知道创宇加速乐',
      response(521, { headers: { 'content-type': 'text/html', 'set-cookie': '__jsluid_h=abc; path=/' }, html: '<script>x</script>' }),
    ],
    ['瑞数动态防护', response(412, { html: '<script>$_ts=window["$_ts"];</script>' })],
    ['瑞数动态防护', response(202, { html: '<script>$_ts={};</script>' })],
    ['网站卫士（WZWS）', response(200, { html: '<script>document.cookie="wzws_cid=1";location.reload()</script>' })],
    ['脚本验证页', response(200, { html: gate })],
    ['脚本验证页', response(503, { html: gate })],
    ['Cloudflare', response(403, { headers: { 'cf-mitigated': 'challenge' }, html: '' })],
  ] as const)('%s', ([name, answer]) => {
    expect(read(answer)).toMatchObject({ verdict: 'unsure', reason: `被安全防护拦截（${name}）` });
    expect(isRefusal(answer, look(answer))).toBe(true);
  });

  test.for([
    [
      'a page with words that also counts visitors',
      response(200, { html: `${long}<script>document.cookie='v=1';location.reload()</script>` }),
    ],
    ['a page behind a wall that let us in', response(200, { headers: { 'content-type': 'text/html', 'set-cookie': '__jsluid_s=abc' } })],
  ] as const)('%s is no wall', ([, answer]) => expect(read(answer).verdict).toBe('ok'));

  test('a missing page is no refusal', () => expect(isRefusal(response(404))).toBe(false));
});

describe('an answer that is not what was asked for is suspect', () => {
  const led = (finalUrl: string, changes = {}) =>
    response(200, { finalUrl, hops: [{ url: asked, status: 302, location: finalUrl }], ...changes });
  test.for([
    ['root of the host', led('http://www.minghu.test/')],
    ['index file', led('http://www.minghu.test/index.html')],
    ['root of another host', led('https://new.minghu.test/')],
    ['named home page', led('http://www.minghu.test/portal/')],
  ] as const)('home page: %s', ([, answer]) =>
    expect(linkVerdict(answer, { homeUrl: 'http://www.minghu.test/portal/' })).toMatchObject({ verdict: 'suspect', reason: '跳转到首页' }),
  );

  test.for([
    ['to https', led('https://www.minghu.test/a.html')],
    ['to another page', led('http://www.minghu.test/b.html')],
    ['to a page told by its parameters', led('http://www.minghu.test/?id=3')],
    ['from one name of the home page to another', { ...led('https://www.minghu.test/'), url: 'http://www.minghu.test/index.html' }],
  ] as const)('a redirect %s is fine', ([, answer]) => expect(linkVerdict(answer).verdict).toBe('ok'));

  test.for([
    ['its address', linkVerdict(led('http://www.minghu.test/err/404.html')), '跳转到错误页'],
    ['its title', read(response(200, { html: `<title>404</title>${long}` })), '显示“404”，疑似错误页'],
    ['its heading', read(response(200, { html: '<h1>您访问的页面不存在</h1>' })), '显示“您访问的页面不存在”，疑似错误页'],
  ] as const)('error page by %s', ([, verdict, reason]) => expect(verdict).toMatchObject({ verdict: 'suspect', reason }));

  test('an address of an error page that was asked for is itself', () => {
    const url = 'http://www.minghu.test/error/list.html';
    expect(linkVerdict({ ...response(200), url, finalUrl: 'http://www.minghu.test/error/' }).verdict).toBe('ok');
  });

  test('like the answer to an address that cannot exist', () => {
    const missing = {
      finalUrl: 'http://www.minghu.test/none?from=x',
      wasRedirected: true,
      said: null,
      links: new Set<string>(),
      home: null,
    };
    const reason = '与该网站对不存在地址的应答相同，疑似错误页';
    expect(linkVerdict(led('http://www.minghu.test/none?from=a'), { missing })).toMatchObject({ verdict: 'suspect', reason });
    expect(
      linkVerdict(led('http://www.minghu.test/login.jsp'), { missing: { ...missing, finalUrl: 'http://www.minghu.test/login.jsp' } }),
    ).toEqual(okLink);
    expect(linkVerdict({ ...response(200), url: 'http://www.minghu.test/' }, { missing }).verdict).toBe('ok');
  });

  test.for([
    ['by length', linkVerdict(response(200, { html: '', headers: { 'content-length': '0' } })), '内容是空的'],
    ['by body', read(response(200, { html: '' })), '内容是空的'],
    ['cut off', read(response(200, { truncated: true })), '内容没有传完就断开了'],
    [
      'not compressed',
      read(response(200, { html: 'plain', headers: { 'content-encoding': 'gzip', 'content-length': '5' } })),
      '声明的压缩格式与内容不符',
    ],
  ] as const)('content: %s', ([, verdict, reason]) => expect(verdict).toMatchObject({ verdict: 'suspect', reason }));

  test.for([
    ['a body that was not asked for', response(200, { html: '' })],
    ['an empty style sheet', response(200, { html: '', headers: { 'content-type': 'text/css', 'content-length': '0' } })],
    ['no content, said so', response(204, { html: '', headers: { 'content-length': '0' } })],
    ['cut because it is huge', response(200, { truncated: true, body: new Uint8Array(2_000_000) })],
    ['compressed', response(200, { html: 'plain', headers: { 'content-encoding': 'gzip', 'content-length': '25' } })],
  ] as const)('content is fine: %s', ([, answer]) => expect(linkVerdict(answer).verdict).toBe('ok'));
});
