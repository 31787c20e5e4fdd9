import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { challengeOf } from '../../src/artifacts/challenge.ts';

const shell = (body: string, head = '') => `<!DOCTYPE html><html><head><meta charset="utf-8">${head}</head><body>${body}</body></html>`;

describe('walls', () => {
  test.for([
    ['知道创宇加速乐', `<script>document.cookie=('_')+('_')+'__jsl_clearance_s=1|0|x';location.href=location.pathname</script>`, '', {}],
    [
      '知道创宇加速乐',
      '<script>eval(function(p){return p})</script>',
      '',
      { status: 521, headers: { 'set-cookie': '__jsluid_h=8f; max-age=31536000' } },
    ],
    ['知道创宇加速乐', '<script>document.cookie="a=b";location.href="/"</script>', '', { status: 521 }],
    ['知道创宇加速乐', '<p>521</p>', '', { status: 521, headers: { server: 'jiasule-waf' } }],
    ['知道创宇创宇盾', shell('<h1>创宇盾提示您：当前访问疑似黑客攻击，已被网站管理员设置为拦截</h1>'), '', { status: 403 }],
    ['知道创宇创宇盾', shell('<a href="http://help.365cyd.com/cyd-error-help.html?code=403">帮助</a>'), '', { status: 403 }],
    [
      '瑞数动态防护',
      shell('', '<meta content="x" r="m"><script r="m">$_ts=window["$_ts"];if(!$_ts)$_ts={};$_ts.nsd=123;</script>'),
      '',
      { status: 412 },
    ],
    ['瑞数动态防护', shell('<script>!function(){}()</script>'), '', { status: 412 }],
    ['瑞数动态防护', shell('<script>x()</script>'), '', { status: 202 }],
    ['瑞数动态防护', shell('<script type="text/javascript" src="/4Qb/d.6152.js" r=\'m\'></script><div>新闻中心</div>'), '', {}],
    ['瑞数动态防护', shell('<script>var c="FSSBBIl1UgzbN7N80S=1";</script>'), '', {}],
    ['网站卫士（WZWS）', shell('<script>var wzwschallenge="x",dynamicurl="/WZWSRELw==";</script>'), '', {}],
    ['网站卫士（WZWS）', shell(''), '', { status: 403, headers: { 'set-cookie': 'wzws_cid=abc' } }],
    ['360网站卫士', shell('<p>您的访问被360网站卫士拦截</p>'), '', { status: 493 }],
    ['360安域', shell('<p>Sorry, your access has been intercepted by Anyu</p>'), '', { status: 405 }],
    ['安恒云防护', shell('<img src="https://error.websaas.cn/img/403s.png">'), '', { status: 403 }],
    ['安恒云防护', shell('<p>玄武盾已为您拦截本次访问</p>'), '', {}],
    ['腾讯云WAF', '<script>window.location.href="https://waf.tencent.com/501page.html?u=1&id=a-b"</script>', '', { status: 403 }],
    ['腾讯云WAF', '<script>document.cookie="__tst_status=1#;";document.cookie="EO_Bot_Ssid=2;";location.reload()</script>', '', {}],
    [
      '阿里云WAF',
      "<html><script>var arg1='F5A6C6A2B1E8C9D0F5A6C6A2B1E8C9D0';setCookie('acw_sc__v2',x);document.location.reload()</script></html>",
      '',
      {},
    ],
    ['阿里云WAF', shell('<iframe src="https://g.alicdn.com/sd/punish/waf_block.html"></iframe>'), '', { status: 405 }],
    ['长亭雷池', shell('<script>var prefix="ab";var leading_zero_bit=10;document.cookie="safeline_bot_challenge_ans=1"</script>'), '', {}],
    ['长亭雷池', shell('<p>请求存在威胁，已被拦截</p><p>雷池 WAF 提供防护</p>'), '403', { status: 403 }],
    ['华为云WAF', shell('<p>403</p>'), '', { status: 418, headers: { server: 'HuaweiCloudWAF' } }],
    ['安全狗', shell('<img src="http://404.safedog.cn/images/safedogsite/head.png">'), '', {}],
    ['云锁', shell('<script>location="/?security_session_verify=1"</script>'), '', {}],
    ['Incapsula', shell('<script src="/_Incapsula_Resource?SWJIYLWA=71"></script>'), '', {}],
    ['Cloudflare', shell('<script>window._cf_chl_opt={}</script>'), 'Just a moment...', { status: 403 }],
    ['Cloudflare', shell('<p>…</p>'), '', { status: 403, headers: { 'cf-mitigated': 'challenge' } }],
    ['人机验证页', shell('<p>为了您的访问安全，请完成安全验证后继续访问</p>'), '', {}],
    ['人机验证页', shell('<p>您的访问过于频繁，请稍后再试</p>'), '', { status: 429 }],
    ['网站防火墙拦截页', shell('<p>您的请求带有不合法参数，已被网站管理员设置拦截！</p>'), '网站防火墙', {}],
    ['网站防火墙拦截页', shell('<p>Your request was blocked by the security policy</p>'), '', { status: 403 }],
    ['脚本验证页', shell('<noscript>Please enable JavaScript and cookies to continue</noscript><script src="/v.js"></script>'), '', {}],
    ['脚本验证页', '<html><script>function f(){document.cookie="token=1;path=/";window.location.reload();}f()</script></html>', '', {}],
  ] as const)('%s: %s', ([name, html, title, head]) => {
    expect(challengeOf(html, title, head)).toBe(name);
  });
});

const article = `<h1>关于防范网站攻击的通知</h1>${'<p>近期发现疑似黑客攻击行为，访问请求已被网站防火墙拦截。360网站卫士、创宇盾、长亭雷池、加速乐等产品提示您完成安全验证，document.cookie=1; location.href=2。</p>'.repeat(8)}`;
const menu = Array.from({ length: 30 }, (_, i) => `<li><a href="/${i}/">栏目${i}</a></li>`).join('');

test.for([
  ['an article about walls', shell(article), '关于360网站卫士拦截的说明', {}],
  [
    'a short article about walls',
    shell('<h1>安全提示</h1><p>发布时间：2026-03-05</p><p>您的访问请求可能已被网站防火墙拦截，请联系管理员。</p>'),
    '安全提示',
    {},
  ],
  [
    'a page with the marks of its wall',
    shell(`<ul>${menu}</ul><script r='m'>$_ts.nsd=1;var a="__jsl_clearance";</script><script src="/_Incapsula_Resource?x=1"></script>`),
    '明湖市',
    { status: 200, headers: { 'set-cookie': '__jsluid_h=1; acw_tc=2; wzws_cid=3', 'cf-ray': '1', server: 'cloudflare' } },
  ],
  [
    'a shell that sets a cookie of its wall',
    shell('<div id="app"></div><script src="/app.js"></script>'),
    '明湖市',
    { status: 200, headers: { 'set-cookie': '__jsluid_s=1; acw_tc=2; HWWAFSESID=3' } },
  ],
  [
    'an application that wants scripts',
    shell(
      "<noscript>We're sorry but gov doesn't work properly without JavaScript enabled. Please enable it to continue.</noscript><div id=app></div><script src=/a.js></script>",
    ),
    '',
    {},
  ],
  ['a redirect', '<html><head><script>location.replace("./in/");</script></head><body></body></html>', '', {}],
  [
    'a login form with a captcha',
    shell('<form>用户名<input><input type="password">请完成滑块验证<button>登录</button></form>'),
    '登录',
    {},
  ],
  [
    'the origin behind Cloudflare is down',
    shell('<h1>Web server is down</h1><script>location</script>'),
    '',
    { status: 521, headers: { server: 'cloudflare' } },
  ],
  [
    'a gateway error',
    shell(
      `<p>源站出现问题，暂时无法访问！</p><p>请检查源站防火墙是否拦截安域节点IP</p>${'<p>The reason may have the following: source station downtime.</p>'.repeat(12)}`,
    ),
    '',
    { status: 502 },
  ],
  ['a bare 403', shell('<h1>403 Forbidden</h1><hr>nginx'), '403 Forbidden', { status: 403 }],
  ['a 404', shell('<h1>404 Not Found</h1>'), '404', { status: 404 }],
  ['a precondition that failed without a script', shell('<h1>412 Precondition Failed</h1>'), '', { status: 412 }],
  ['an accepted upload', '{"ok":true}', '', { status: 202 }],
  [
    'a badge in a thin frame',
    shell('<a href="https://www.365cyd.com/">知道创宇云安全</a><p>技术支持：安恒信息 主办：明湖市人民政府</p>'),
    '',
    { status: 200 },
  ],
  ['a notice on cyber threats', shell('<p>本市加强网络安全威胁监测预警。</p>'), '网络安全威胁通报', {}],
  ['nothing', '', '', {}],
] as const)('%s is no wall', ([, html, title, head]) => {
  expect(challengeOf(html, title, head)).toBeNull();
});

test('size alone decides nothing: the scripts of a wall may be large, a full page may be short of links', () => {
  const script = `<script>$_ts={};var x="${'a'.repeat(250_000)}";</script>`;
  expect(challengeOf(shell(script), '')).toBe('瑞数动态防护');
  expect(challengeOf(shell(`${script}${article}`), '')).toBeNull();
});

test('never throws', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string(), fc.option(fc.nat(999), { nil: undefined }), (html, title, status) => {
      const name = challengeOf(html, title, status === undefined ? {} : { status, headers: { server: title } });
      expect(name === null || name.length > 0).toBe(true);
    }),
  );
});
