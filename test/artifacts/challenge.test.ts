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
    ['知道创宇加速乐', shell('<p>本站开启了验证码保护，请输入验证码以继续访问。</p>'), '', {}],
    ['知道创宇创宇盾', shell('<p>当前访问疑似黑客攻击，已被创宇盾拦截。</p>'), '', { status: 200 }],
    [
      '网站卫士（WZWS）',
      shell('<noscript><h1><strong>请开启JavaScript并刷新该页.</strong></h1></noscript><script>eval(function(p,a,c,k,e,d){})</script>'),
      '',
      { status: 200 },
    ],
    ['360网站卫士', shell('<iframe src="http://zhuji.360.cn/guard/firewall/stopattack.html"></iframe>'), '', { status: 200 }],
    ['奇安信云防护', shell('<p>403</p>'), '', { status: 493, headers: { server: 'qianxin-waf' } }],
    ['360磐云', shell('<p></p>'), '', { status: 403, headers: { 'x-panyun-error-reason': 'rule' } }],
    ['安恒云防护', shell('<p>您的访问可能对网站造成危险，已被云防护安全拦截</p>'), '', {}],
    ['腾讯云EdgeOne', shell('<p>Restricted access</p>'), '', { status: 567 }],
    ['腾讯云WAF', shell('<p>请求编号 1</p>'), 'WAF拦截页面', { status: 403 }],
    ['腾讯云WAF', shell('<p>很抱歉，您提交的请求可能对网站造成威胁，请求已被管理员设置的策略阻断</p>'), '', { status: 403 }],
    [
      '阿里云WAF',
      shell('<script>var cn_tips={block_traceid_tips:"您的请求ID是"}</script><textarea id="renderData">{}</textarea>'),
      '405',
      { status: 405 },
    ],
    ['阿里云WAF', shell('<div id="nocaptcha"></div><script src="https://g.alicdn.com/x.js"></script>'), '滑动验证页面', { status: 200 }],
    ['长亭雷池', '<!DOCTYPE html><html><body><p>非法请求</p></body></html><!-- event_id: 0d6a TYPE: A -->', '', { status: 403 }],
    ['长亭雷池', shell('<p>您的访问请求可能对网站造成安全威胁，请求已被 长亭 SafeLine 阻断。</p>'), '', { status: 403 }],
    ['华为云WAF', shell('<p>您的请求疑似攻击行为！</p><p>事件ID：02-11</p>'), '访问被拦截！', { status: 418 }],
    ['网防G01', shell('<p>网防G01 提示您：该请求已阻断</p>'), '', { status: 403 }],
    ['D盾', shell('<p>参数不合法</p>'), 'D盾_拦截提示', { status: 403 }],
    ['护卫神', shell('<p>您的请求已被护卫神防护系统拦截</p>'), '', {}],
    ['UPUPW防火墙', shell('<p>您提交的内容存在危险字符，安全起见，UPUPW已拦截！</p>'), '', {}],
    ['OpenRASP', shell('<p>您的请求包含恶意行为，已被服务器拒绝</p>'), '', { status: 400 }],
    ['WTS-WAF', '<html><head><title>WTS-WAF拦截提示</title></head><body></body></html>', 'WTS-WAF拦截提示', {}],
    ['西部数码云网盾', shell('<p>检测到疑似攻击行为，访问已被云网盾拦截</p>'), '', {}],
    ['网宿云WAF', shell('<p>您当前的访问行为存在异常，请稍后重试</p>'), '', {}],
    ['设备防火墙', shell(''), '', { status: 403, headers: { server: 'Yxlink-WAF' } }],
    ['设备防火墙', shell('<p>天融信Web应用安全防护系统</p><p>您的请求存在风险，已阻断</p>'), '', { status: 200 }],
    [
      'F5 BIG-IP',
      '<html><head><title>Request Rejected</title></head><body>The requested URL was rejected. Please consult with your administrator.<br>Your support ID is: 123</body></html>',
      'Request Rejected',
      { status: 200 },
    ],
    ['FortiWeb', shell('<div class="fgd_icon"></div><p>Web Page Blocked!</p>'), '', {}],
    ['百度云加速', shell('<form action="/.well-known/yunjiasu-cgi/l/chk_captcha"></form>'), '', { status: 403 }],
    [
      '网络准入认证页',
      "<script>top.self.location.href='http://192.0.2.9/eportal/index.jsp?wlanuserip=ab&wlanacname=cd'</script>",
      '',
      { status: 200 },
    ],
    [
      '统一身份认证登录页',
      shell('<form>用户名 <input name="u"> 密码 <input type="password"> <button>登录</button></form>'),
      '明湖市统一身份认证平台',
      { status: 200 },
    ],
    ['人机验证页', shell('<p>正在检测您的浏览器环境，请稍候……</p><script src="/c.js"></script>'), '', { status: 200 }],
    ['人机验证页', shell('<p>浏览器安全检查中</p>'), '', { status: 200 }],
    ['网站防火墙拦截页', shell('<p>您的访问被拦截</p><p>事件ID：8a1f-20c3</p>'), '', { status: 200 }],
    ['网站防火墙拦截页', shell('<p>输入内容存在危险字符，安全起见，已被本站拦截</p>'), '', {}],
    ['脚本验证页', shell('<p>请启用JavaScript后刷新页面</p><script src="/check.js"></script>'), '', {}],
    [
      '脚本验证页',
      '<html><head><meta http-equiv="refresh" content="0"></head><body></body></html>',
      '',
      { status: 200, headers: { 'set-cookie': 'visited=1; path=/' } },
    ],
    [
      '服务器拒绝访问（403）',
      '<html><head><title>403 Forbidden</title></head><body><center><h1>403 Forbidden</h1></center><hr>openresty</body></html>',
      '403 Forbidden',
      { status: 200 },
    ],
    ['须登录才能查看', shell('<p>登录超时，请重新登录！</p>'), '', { status: 200 }],
    ['须登录才能查看', shell('<p>您没有权限访问该页面</p><a href="/">返回首页</a>'), '提示', { status: 200 }],
    ['网站防火墙拦截页', shell('<p>非法请求！</p>'), '', { status: 200 }],
    ['服务器拒绝访问（403）', shell('<h2>403 - 禁止访问: 访问被拒绝。</h2><h3>您无权使用所提供的凭据查看此目录或页面。</h3>'), '', {}],
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
  ['a full page under a careless title', shell(`<ul>${menu}</ul><h1>政务公开</h1>${article}`), '403', { status: 200 }],
  [
    'how to log in, in a notice',
    shell(
      '<h1>办事须知</h1><p>办理林木采伐许可的，请先登录明湖市政务服务网，进入林业局窗口，选择相应事项后按提示填写，五个工作日内办结。</p>',
    ),
    '办事须知',
    {},
  ],
  ['illegal practices', shell('<h1>整治非法采伐</h1><p>举报非法采伐请拨打电话。</p>'), '整治非法采伐', {}],
  ['room 403', shell('<h1>联系我们</h1><p>地址：明湖市望湖路4号403室</p>'), '联系我们', { status: 200 }],
  [
    'a cookie with an ordinary jump',
    '<html><head><meta http-equiv="refresh" content="0; url=/index.html"></head><body></body></html>',
    '',
    { status: 200, headers: { 'set-cookie': 'JSESSIONID=1' } },
  ],
  [
    'a page that renews itself',
    '<html><head><meta http-equiv="refresh" content="300"></head><body><p>明湖市水位实时监测：望湖站 12.31米，临江站 9.87米，东坡站 7.02米。数据每五分钟更新一次。</p></body></html>',
    '实时水位',
    { status: 200, headers: { 'set-cookie': 'JSESSIONID=1' } },
  ],
  [
    'the login of the letter box',
    shell('<form>手机号 <input name="tel"> 密码 <input type="password"> <button>登录</button></form><p>登录后可查看来信办理结果</p>'),
    '市长信箱登录',
    { status: 200 },
  ],
  [
    'an application that asks for scripts, in Chinese',
    shell('<noscript>请启用JavaScript后刷新页面</noscript><div id="app"></div><script src="/app.js"></script>'),
    '明湖市',
    { status: 200 },
  ],
  [
    'a notice on the firewall of the office',
    shell('<h1>采购公告</h1><p>采购内容：天融信防火墙一台、绿盟漏洞扫描系统一套。</p>'),
    '采购公告',
    {},
  ],
  ['a badge of a security alliance', shell('<p>安全联盟行业验证 网络安全由天融信提供技术支持</p>'), '明湖市', {}],
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
