import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadDom } from '../../src/artifacts/dom.ts';
import { needsBrowser } from '../../src/artifacts/needs-browser.ts';

const menu = (count = 12) =>
  `<div class="nav"><ul>${Array.from({ length: count }, (_, i) => `<li><a href="/${i}/">政务公开栏目${i}</a></li>`).join('')}</ul></div>`;
const footer = '<div class="footer">主办：明湖市林业局 网站标识码：3301000001 <a href="/map/">网站地图</a></div>';
const rows = `<ul>${'<li><a href="1.html">明湖市林业局关于林地保护的公告公示</a><span>2026-03-05</span></li>'.repeat(15)}</ul>`;
const prose = `<p>${'根据有关规定，现将有关情况公布如下，请各单位认真落实。'.repeat(12)}</p>`;
const where = '<div class="position">当前位置：<a href="/">首页</a> &gt; 人事任免</div>';
const reason = (middle: string) => {
  const html = `<html><body>${menu()}${middle}${footer}</body></html>`;
  return needsBrowser(loadDom(html), html);
};

const page = '页面内容全部由脚本生成';
const template = '列表是待脚本填充的模板';
const list = '列表内容由脚本另行加载';
const text = '正文由脚本填充';

test.for<[because: string, why: string, middle: string]>([
  [page, 'a view of a router', '<div id="main"><router-view></router-view></div><script src="/js/app.js"></script>'],
  [page, 'a mount of any name beside the packed program', '<div id="vueApp"></div><script src="/js/chunk-vendors.0a1b2c3d.js"></script>'],
  [page, 'a part with a name of its own', '<gov-list channel="12"></gov-list><script src="/js/elements.js"></script>'],
  [
    page,
    'a table of a library of parts',
    '<div id="page"><el-table :data="rows"><el-table-column prop="title"></el-table-column></el-table></div>',
  ],
  [
    template,
    'v-for without braces',
    '<ul><li v-for="item in list"><a :href="item.url" v-text="item.title"></a></li></ul><script src="/js/vue.js"></script>',
  ],
  [template, 'v-html in place of the article', '<h1>公示</h1><div v-html="article.content"></div><script src="/js/vue.js"></script>'],
  [template, 'ng-repeat', '<ul><li ng-repeat="x in list"><a ng-href="{{x.url}}" ng-bind="x.title"></a></li></ul>'],
  [template, 'th:each, as it was written', `<ul><li th:each="a : \${list}"><a th:text="\${a.title}"></a></li></ul>`],
  [template, 'knockout', '<ul data-bind="foreach: list"><li><a data-bind="text: title"></a></li></ul>'],
  [
    template,
    'a template in a script, under a long menu',
    `${menu(60)}<div id="x"></div><script id="tpl" type="text/html">{{each list as a}}<li>{{a.title}}</li>{{/each}}</script>`,
  ],
  [template, 'a template in the list', '<ul><template><li>{{title}}</li></template></ul>'],
  [list, 'a skeleton', '<div class="el-skeleton"><div class="el-skeleton__item"></div></div>'],
  [list, 'the word that data are on their way', '<div class="con"><p>数据加载中，请稍候…</p></div>'],
  [list, 'a wheel', '<div id="documentContainer"><img src="/images/loading.gif" alt=""></div>'],
  [list, 'a table drawn by a library', '<table id="demo" lay-filter="gkml"></table><script src="/layui/layui.js"></script>'],
  [
    list,
    'a call that draws a table',
    '<table id="demo"></table><script>layui.use("table",function(){table.render({elem:"#demo",url:"/api/list"})})</script>',
  ],
  [
    list,
    'a table with an address',
    `<table class="easyui-datagrid" data-options="url:'/list.do'"><thead><tr><th>标题</th></tr></thead></table>`,
  ],
  [
    list,
    'an empty list by name and a script named for the list',
    '<ul id="newsList"></ul><div id="page"></div><script src="/js/zfxxgk_list.js"></script>',
  ],
  [text, 'a box for the content with a script alone', '<div class="content"><script src="/js/nr.js"></script></div>'],
])('%s: %s', ([because, , middle]) => {
  expect(reason(middle)).toBe(because);
});

test.for<[why: string, middle: string]>([
  ['a weather widget beside a list', `${rows}<div id="weather">加载中...</div><script src="/weather.js"></script>`],
  ['a weather widget on an empty column', `${where}<p>暂无信息</p><div id="weather">加载中...</div>`],
  ['a counter under an article', `<h1>公告</h1>${prose}<span id="hits">loading</span><script src="/js/data.js"></script>`],
  ['a counter under a short notice', '<h1>停电通知</h1><p>办公楼今日停电，窗口照常服务。</p><span id="hits">loading</span>'],
  [
    'a search box of its own making beside a list',
    `<div id="search"><input v-model="q"><ul><li v-for="h in hot" v-text="h"></li></ul></div>${rows}`,
  ],
  [
    'a search box of its own making over a short page',
    '<div class="search-box"><input v-model="q"><ul><li v-for="h in hot" v-text="h"></li></ul></div><h1>机构职能</h1><p>负责全市林业工作。</p>',
  ],
  [
    'a page that a server rendered',
    `<div id="app" data-server-rendered="true"><h1>公告</h1>${prose}</div><script src="/js/app.0a1b2c3d.js"></script>`,
  ],
  ['a bar for accessible reading', `${where}<p>王小林 局长 主持全面工作</p><wza-bar></wza-bar><script src="/wza.js"></script>`],
  ['an element of its own that was written out', `<gov-card><h1>机构职能</h1><p>负责全市林业工作。</p></gov-card>`],
  ['an empty column', `${where}<ul class="list"></ul><p>暂无信息</p><script src="/js/jquery.js"></script>`],
  [
    'an empty column with the scripts of every page',
    `${where}<ul id="list"></ul><script src="/js/jquery.js"></script><script src="/js/site.js"></script>`,
  ],
  ['a picture', '<h1>机构设置图</h1><img src="/a.png"><script src="/js/jquery.js"></script>'],
  ['a form', '<h1>依申请公开</h1><form><input name="a"><textarea name="b"></textarea></form><script src="/js/apply.js"></script>'],
  ['an article about templates', `<h1>模板使用说明</h1>${prose}<p>写法为 {{title}}</p>`],
  [
    'records of the page itself',
    '<div><script type="text/xml"><datastore><recordset><record><![CDATA[<li><a href="/art/1.html">明湖市林业局公开指南</a><span>2026-01-01</span></li>]]></record></recordset></datastore></script></div>',
  ],
  ['a table with a filter and its rows', '<table lay-filter="t"><tbody><tr><td>林木采伐许可</td><td>王小林</td></tr></tbody></table>'],
  ['a photograph of a load', '<h1>超载治理</h1><img src="/images/overload.png">'],
])('nothing is missing: %s', ([, middle]) => {
  expect(reason(middle)).toBeNull();
});

test.for([
  ['a promise and a statistics script', '敬请期待', null],
  ['a column that is not ready', '栏目建设中', null],
  ['a shell that says nothing', '', '正文由脚本填充'],
  ['a shell whose data may come', '暂无数据', '正文由脚本填充'],
] as const)('%s alone on the page', ([, words, because]) => {
  const html = `<html><body><div>${words}</div><script src="/tongji.js"></script></body></html>`;
  expect(needsBrowser(loadDom(html), html)).toBe(because);
});

test('never throws, however deep', () => {
  const piece = fc.constantFrom(
    ...[
      '<div id="x">',
      '</div>',
      '<x-y>',
      '</x-y>',
      '<ul id="list">',
      '</ul>',
      '<li v-for="a in b">',
      '<template>',
      '</template>',
      '<table lay-filter="a">',
    ],
    ...[
      '<script type="text/html">{{a}}',
      '</script>',
      '<img src="loading.gif">',
      '加载中',
      '<p>',
      '{{',
      '<div class="content">',
      '<script src="/list.js">',
      '<tbody>',
      '<td>',
    ],
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), pieces => void reason(pieces.join(''))),
    { numRuns: 300 },
  );
  const deep = '<div id="a">'.repeat(60_000);
  expect(typeof reason(deep)).toBe('object');
});
