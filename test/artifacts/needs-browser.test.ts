import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadDom } from '../../src/artifacts/dom.ts';
import { needsBrowser } from '../../src/artifacts/needs-browser.ts';

const reason = (html: string) => needsBrowser(loadDom(html), html);
const menu = (count: number) =>
  `<ul>${Array.from({ length: count }, (_, i) => `<li><a href="/${i}/">政务公开栏目${i}</a></li>`).join('')}</ul>`;
const rows = `<ul>${'<li><a href="1.html">明湖市公开指南</a><span>2026-03-05</span></li>'.repeat(15)}</ul>`;
const prose = `<p>${'根据有关规定，现将有关情况公布如下，请各单位认真落实。'.repeat(30)}</p>`;

test.for([
  ['页面由脚本跳转', '<head><script>location.replace("./in/");</script></head><body></body>'],
  ['页面由脚本跳转', '<body><div style="display:none"><p id="url">/list.shtml</p></div><script>window.open(url, "_self")</script></body>'],
  ['页面由脚本跳转', '<script>window.location.href="/index.html"</script>'],
  ['页面由脚本跳转', `<body onload="location.href='/home.html'"></body>`],
  [
    '页面内容全部由脚本生成',
    '<head><noscript><meta http-equiv="refresh" content="0;url=/nojs.html"></noscript></head><body><div id="app"></div><script src="/a.js"></script></body>',
  ],
  ['页面只用于跳转', '<head><meta http-equiv="Refresh" content="0; URL=/zwgk/index.html"></head><body></body>'],
  ['页面由框架（frameset）拼成', '<html><frameset rows="100,*"><frame src="top.html"><frame src="main.html"></frameset></html>'],
  ['页面内容全部由脚本生成', '<body><div id="app"></div><script src="/js/app.js"></script></body>'],
  [
    '页面内容全部由脚本生成',
    '<body><noscript>请启用脚本</noscript><div id="root"><p>加载中…</p></div><script src="/js/app.js"></script></body>',
  ],
  ['页面内容全部由脚本生成', '<body><app-root></app-root><script src="/main.js"></script></body>'],
  ['正文由脚本填充', '<body><div class="x"></div><script src="/render.js"></script></body>'],
  [
    '列表是待脚本填充的模板',
    `<body>${menu(10)}<ul><li ng-repeat="x in list"><a href="{{x.url}}">{{x.title}}</a><span>{{x.date}}</span><i>{{x.source}}</i></li></ul><script></script></body>`,
  ],
  [
    '列表是待脚本填充的模板',
    `<body><h1>新闻中心</h1>${menu(5)}<div id="news"></div><script id="tpl" type="text/html"><li>{{title}}</li></script><script src="layui.js"></script></body>`,
  ],
  ['页面的菜单或正文放在内嵌框架（iframe）里', `<body><iframe src="../head.html" width="100%" height="134"></iframe>${rows}</body>`],
  [
    '页面的菜单或正文放在内嵌框架（iframe）里',
    `<body>${menu(20)}<iframe id="if" width="740px" height="800px" src="Default-49.html"></iframe></body>`,
  ],
  [
    '页面的菜单或正文放在内嵌框架（iframe）里',
    `<body>${menu(5)}<iframe src="app.html" style="position:fixed;width:100%;height:100%"></iframe></body>`,
  ],
  [
    '列表内容由脚本另行加载',
    `<body>${menu(30)}<ul id="newsList"></ul><script>$.ajax({url:"/api",success:function(d){$("#newsList").html(d)}})</script></body>`,
  ],
  [
    '列表内容由脚本另行加载',
    `<body>${menu(30)}<table><tbody class="list-data"> </tbody></table><script>fetch("/api").then(r=>document.querySelector(".list-data"))</script></body>`,
  ],
] as const)('%s: %s', ([because, html]) => {
  expect(reason(html)).toBe(because);
});

test.for([
  [
    'an ordinary home page',
    `<body><div id="app">${menu(120)}${rows}</div><script src="a.js"></script><script>$.ajax("/visits"); $("#list").html(1)</script></body>`,
  ],
  [
    'an article',
    `<body>${menu(20)}<h1>公告</h1>${prose}<span id="views"></span><script>$.get("/views", function(n){ $("#views").html(n) })</script></body>`,
  ],
  [
    'a short article with a visit counter',
    `<body>${menu(20)}<h1>公告</h1><p>现予公告。</p><span id="hits"></span><script>$.get("/views", function(n){ $("#hits").html(n) })</script></body>`,
  ],
  [
    'a notice that moves on after ten seconds',
    '<body><p>根据国务院办公厅关于政府网站集约化建设试点要求，我单位网站已迁移，网站域名变更为：www.minghu.gov.cn。请广大网友使用新域名访问。</p><script>setTimeout(function(){window.location.href="http://www.minghu.gov.cn"},10000)</script></body>',
  ],
  ['a list', `<body>${menu(20)}${rows}<script>$.ajax(1)</script><ul id="list2"></ul></body>`],
  ['a weather widget', `<body>${menu(20)}${rows}<iframe src="//tianqi.example.com/widget/index.htm" height="36"></iframe></body>`],
  [
    'a hidden helper frame',
    `<body>${menu(20)}${rows}<iframe src="/keepalive.html" style="display: none"></iframe><iframe src="/a.html" width="0" height="0"></iframe></body>`,
  ],
  ['a frame without an address', `<body>${menu(20)}${rows}<iframe src="javascript:;" id="gjdl"></iframe><iframe></iframe></body>`],
  [
    'a framed application beside a full page',
    `<body>${menu(80)}${rows}<iframe src="/apply.html" width="100%" height="400"></iframe></body>`,
  ],
  ['a rendered template that kept its marks', `<body>${menu(60)}${rows}<p>剩余{{left}}天</p>${prose}</body>`],
  ['a short page without scripts', '<body><h1>公告</h1><p>本网站域名已停用。</p></body>'],
  [
    'a fragment without a list',
    '<body><h4>采购合同</h4><p>签署时间：2026-03-17</p><table><tr><th>采购人</th><td>明湖市体育中心（少年儿童体育学校）</td></tr><tr><th>供应商</th><td>某某旅游汽车服务有限公司</td></tr></table><script>var id=1</script></body>',
  ],
  ['a code sample that speaks of redirects', `<body>${menu(3)}${prose}<script>function go(u){ window.location.href = u }</script></body>`],
  [
    'a menu that is a map of a picture',
    `<body><img src="/menu.gif" usemap="#m"><map name="m">${[1, 2, 3, 4].map(n => `<area shape="rect" coords="${n}" href="/${n}/">`).join('')}</map><a href="#">无障碍浏览</a><script src="/js/aria.js"></script></body>`,
  ],
  ['nothing at all', ''],
  [
    'an article with a chat that hangs over it',
    `<body>${prose}<iframe src="chat.html" style="position: fixed; width: 320px"></iframe></body>`,
  ],
  ['an article with a form for corrections', `<body>${prose}<iframe src="/cms/jiucuo.htm" width="460" height="410"></iframe></body>`],
] as const)('%s needs no browser', ([, html]) => {
  expect(reason(html)).toBeNull();
});

const loaded = '列表内容由脚本另行加载';
const column = (list: string, { head = '', after = '' } = {}) =>
  `<html><head>${head}</head><body>${menu(60)}<div class="main"><h1>政府预算</h1>${list}</div>${after}<div class="footer">版权所有</div></body></html>`;

test.for([
  ['says that it is loading', '<ul id="list"><li class="loading">正在加载，请稍候…</li></ul>'],
  ['says so in a table', '<table class="news-list"><tbody><tr><td colspan="3">数据加载中...</td></tr></tbody></table>'],
  ['says so in English', '<div class="articleList">Loading...</div>'],
  ['carries the address of its entries', '<ul data-url="/api/list?channelId=109"></ul>'],
  ['carries a whole address', '<tbody data-api="https://api.minghu.gov.cn/v1/list"></tbody>', 'table'],
  ['is empty beside a script of its own', '<ul id="list"></ul><div id="pager"></div><script src="/js/list.js"></script>'],
  ['is empty where scripts are asked for', '<ul class="rows"></ul><noscript>请启用JavaScript后浏览本栏目的内容。</noscript>'],
  ['is empty where a browser is asked for', '<dl class="list"></dl><noscript><p>您的浏览器未开启脚本，请打开JavaScript。</p></noscript>'],
] as const)('a list waits for a script when it %s', ([, list, around]) => {
  expect(reason(column(around === 'table' ? `<table>${list}</table>` : list))).toBe(loaded);
});

test.for([
  ['a list that is only empty', '<ul class="list"></ul>'],
  [
    'an empty list, scripts at the end of the page',
    '<ul id="list"></ul>',
    { after: '<script src="/js/jquery.js"></script><script src="/js/site.js"></script>' },
  ],
  ['an empty list beside a library', '<ul id="list"></ul><script src="/js/jquery.min.js"></script>'],
  ['a list that says it has nothing', '<ul id="list"><li>暂无内容</li></ul><script src="/js/list.js"></script>'],
  ['a button for more', '<ul class="list"><li>加载更多</li></ul>'],
  ['an empty box for sharing', '<div class="bshare" data-url="http://www.minghu.gov.cn/1.html"></div>'],
  ['a picture that comes late', '<ul class="list"><li><img data-src="/a.jpg"></li></ul>'],
  ['a request to switch scripts on at the top of the page', '<ul class="list"></ul>', { head: '<noscript>请启用JavaScript</noscript>' }],
  ['entries and a hidden notice', `${rows}<div class="list">加载中…</div>`],
  ['an article with a list waiting in its margin', `${prose}<ul class="list" data-url="/api/hot?n=5"></ul>`],
  ['links for readers without script', '<ul class="list"></ul><noscript><a href="/1/">部门预算</a></noscript>'],
] as const)('%s waits for nothing', ([, list, more]) => {
  expect(reason(column(list, more))).toBeNull();
});

test('never throws', () => {
  const piece = fc.constantFrom(
    ...[
      '<div id="app">',
      '</div>',
      '<script>',
      '</script>',
      '<iframe src="a.html">',
      '</iframe>',
      '{{x}}',
      '<ul id="list">',
      '</ul>',
      '$.ajax(',
      '"#list"',
      '<frameset>',
    ],
    ...[
      '<frame src="a">',
      '<a href="1">',
      '</a>',
      '<meta http-equiv="refresh" content="0;url=x">',
      '公开指南',
      'location="x"',
      '<body>',
      '<datastore>',
      '<ul data-url="/api/list?a=1">',
      '<li>正在加载…</li>',
      '<noscript>请启用JavaScript</noscript>',
    ],
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), pieces => void reason(pieces.join(''))),
    { numRuns: 500 },
  );
});
