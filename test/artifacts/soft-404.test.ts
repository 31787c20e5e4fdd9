import { describe, expect, test } from 'vitest';
import { linkVerdict } from '../../src/artifacts/link-verdict.ts';
import { quickLook } from '../../src/artifacts/quick-look.ts';
import type { FetchResponse } from '../../src/model/fetch-outcome.ts';

const asked = 'http://www.minghu.test/zwgk/t20260301_12.html';
const home = 'http://www.minghu.test/';
const menu = `<ul>${Array.from({ length: 60 }, (_, i) => `<li><a href="/c${i}/">第${i}个栏目的名称</a></li>`).join('\n      ')}</ul>`;
const news = `<ul>${Array.from({ length: 12 }, (_, i) => `<li><a href="/n/${i}.html">明湖市召开第${i}次全市重点工作推进会议</a><span>2026-03-${10 + i}</span></li>`).join('')}</ul>`;
const long = '现将有关事项公告如下，请各单位认真贯彻执行，并将落实情况及时报送。'.repeat(40);
const template = (middle: string, title = '明湖市人民政府') =>
  `<html><head><title>${title}</title><style>${'.a{color:red}'.repeat(1500)}</style></head><body><div class="head">${menu}</div><div class="wrap">${middle}</div>` +
  '<div class="footer">主办：明湖市人民政府 承办：明湖市大数据局 网站标识码：3300000001 明湖公网安备33010002000001号</div></body></html>';
const bare = (body: string, title = '') => `<html><head><title>${title}</title></head><body>${body}</body></html>`;

function verdictOn(html: string, changes: Partial<FetchResponse> = {}) {
  const body = new TextEncoder().encode(html);
  const url = changes.url ?? asked;
  const answer: FetchResponse = {
    kind: 'response',
    url,
    finalUrl: url,
    hops: [],
    fetchedAt: '2026-11-20T00:00:00Z',
    elapsedMs: 5,
    attempts: 1,
    address: null,
    security: null,
    status: 200,
    headers: { 'content-type': 'text/html' },
    body,
    truncated: false,
    ...changes,
  };
  const page = quickLook(html, answer.finalUrl, 'utf-8', answer);
  return linkVerdict(answer, { page, bodyWanted: true, homeUrl: home });
}

describe('error pages in disguise are suspect', () => {
  test.for([
    ['a sentence in a full template', template('<div class="err"><p>抱歉，您访问的页面不存在或已被删除！</p></div>')],
    ['a sentence among articles to read instead', template(`<div>您查看的信息已被删除，为您推荐：</div>${news}${news}`)],
    ['a column that is not there', template('<p>该栏目不存在</p>')],
    ['information that was deleted', bare('您访问的信息已被删除')],
    ['a box and a step back', bare('<script>alert("信息不存在或已被删除！");history.back();</script>')],
    ['a box and a way home', bare("<script type='text/javascript'>alert('参数错误');window.location='/';</script>")],
    ['an interface', bare('{"code":404,"msg":"not found","data":null}')],
    ['an interface with words', '{"status": 404, "message": "文章不存在"}'],
    ['English', bare("<h2>Oops!</h2><p>The page you are looking for can't be found.</p>")],
    ['English, removed', bare('<p>The page you requested has been removed.</p>')],
    ['English, a title', bare(long, '404 - Page Not Found')],
    ['traditional characters', bare('對不起，您所訪問的頁面不存在')],
    ['traditional characters, deleted', bare('該頁面已被刪除')],
    ['traditional characters, a title', bare(long, '找不到網頁')],
    ['traditional characters in a full template', template('<div>抱歉，您要尋找的檔案不存在</div>')],
    ['a way home after three seconds', bare('<meta http-equiv="refresh" content="3;url=/"><p>3秒后自动返回首页</p>')],
    ['a way home by script', bare('<script>window.location.href="/index.html";</script>')],
    ['a way to the error page', bare('<meta http-equiv="refresh" content="0;url=/404.html">')],
    [
      'a template without content',
      '<html><head><title>明湖市人民政府</title></head><body><div class="nav"><a href="/">首页</a></div></body></html>',
    ],
    ['a page without anything', '<html><head><title>明湖市人民政府</title></head><body> </body></html>'],
    ['no bytes', ''],
  ] as const)('%s', ([, html]) => expect(verdictOn(html)).toMatchObject({ verdict: 'suspect', reason: expect.stringMatching(/./) }));

  test('a page that is to be a file', () => {
    const url = 'http://www.minghu.test/files/2026.pdf';
    expect(verdictOn(bare('<p>欢迎访问明湖市人民政府</p>'), { url })).toMatchObject({
      verdict: 'suspect',
      reason: '应是文件，打开的却是网页',
    });
    expect(verdictOn(bare('<iframe src="/view?id=2"></iframe>'), { url }).verdict).toBe('ok');
    expect(verdictOn(bare('<div id="viewer"></div><script src="/pdf.js"></script>'), { url }).verdict).toBe('ok');
    expect(verdictOn(bare('<a href="2026_1.pdf">下载</a>'), { url }).verdict).toBe('ok');
  });

  test('bytes that are no page, called one', () => {
    const pdf = { body: new TextEncoder().encode('%PDF-1.7\n') };
    expect(verdictOn('x', pdf)).toMatchObject({
      verdict: 'suspect',
      reason: '服务器声明为网页，内容却是PDF文件，浏览器显示为乱码',
    });
    expect(verdictOn('x', { ...pdf, headers: { 'content-type': 'text/html', 'content-disposition': 'attachment' } }).verdict).toBe('ok');
    expect(verdictOn('x', { ...pdf, headers: { 'content-type': 'application/pdf' } }).verdict).toBe('ok');
  });
});

describe('a login in place of a page', () => {
  const form = bare('<form><input name="u"><input type="password" name="p"><button>登录</button></form>', '用户登录');
  const led = { finalUrl: 'http://www.minghu.test/user/login.jsp?from=x', hops: [{ url: asked, status: 302, location: 'x' }] };
  test('proves nothing, for it hides whether the page is there', () =>
    expect(verdictOn(form, led)).toEqual({ verdict: 'unsure', cause: 'login', reason: '跳转到登录页，需要登录才能查看' }));
  test('is what the entrance of a system shows', () =>
    expect(verdictOn(form, { ...led, url: 'http://www.minghu.test/oa/' })).toMatchObject({ verdict: 'ok' }));
});

describe('pages that only resemble them are well', () => {
  test.for([
    [
      'an article about error 404',
      bare(`<h1>网站出现404错误的处置办法</h1><p>${long}访问的页面不存在时，服务器应当返回404。</p>`, '网站出现404错误的处置办法'),
    ],
    ['an article about things that do not exist', template(`<h1>关于不存在行政审批前置服务的公告</h1><p>${long}该信息不存在。</p>`)],
    [
      'a short notice of void certificates',
      template('<h1>公告</h1><p>下列林权证已作废，证书信息已从系统中删除。</p><p>发布时间：2026-03-02</p>'),
    ],
    [
      'a specification',
      bare(
        `<h1>OWL 2 Web Ontology Language</h1><p>${'The following feature has been removed. The page you read describes a class. '.repeat(30)}</p>`,
      ),
    ],
    ['a short page with a telephone number', bare('<h1>联系我们</h1><p>电话：0571-8700404 地址：明湖路404号</p>')],
    ['a list with an empty box', template(`<div><h3>通知公告</h3>${news}</div><div><h3>政策解读</h3>暂无内容</div>`)],
    ['a list with a tip', template(`<div>${news}</div><p>如附件无法打开，请下载安装阅读软件。</p><p>如果页面不存在，请联系管理员。</p>`)],
    ['a headline about missing pages', template('<ul><li><a href="/1.html">您访问的页面不存在怎么办</a></li></ul>')],
    ['a hidden message of a script', template(`${news}<div style="display:none" class="msg-x9">您访问的页面不存在</div>`)],
    ['a letter from a citizen', template('<p>来信时间：2026-01-02 来信内容：您访问的网页不存在 答复单位：教育局</p>')],
    ['a search form that warns', template(`${news}<script>function go(){ if(!k.value){ alert('参数错误'); history.back(); } }</script>`)],
    ['a page that sends on to another page', bare('<meta http-equiv="refresh" content="0;url=/zwgk/list.html">')],
    ['a page that reloads itself', bare(`<meta http-equiv="refresh" content="30"><p>${long}</p>`)],
    ['a picture alone', bare('<img src="/jg.png">')],
    ['a background alone', '<html><body background="/map.jpg"></body></html>'],
    ['a menu alone', bare('<select><option value="http://a.test/">友情链接</option></select>')],
    ['a frame alone', '<html><frameset><frame src="/a.html"></frameset></html>'],
    ['what a script fills', '<html><body><div id="app"></div><script src="/app.js"></script></body></html>'],
    ['data of an interface', bare('{"code":200,"data":{"total":404}}')],
    ['traditional characters', bare('<h1>聯絡我們</h1><p>地址：明湖路一號，電話請見首頁。</p>')],
  ] as const)('%s', ([, html]) => expect(verdictOn(html)).toEqual({ verdict: 'ok', cause: null, reason: '' }));

  test('the home page may send its readers to itself', () =>
    expect(verdictOn(bare('<meta http-equiv="refresh" content="0;url=/index.html">'), { url: home }).verdict).toBe('ok'));
});
