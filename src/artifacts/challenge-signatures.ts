/**
 * How a wall can be told. Every condition that is given must hold. `html` is matched against the page as it came, `text`
 * against title and visible text, `title` against the title alone, `headers` against lines of `name: value` (lower-case
 * names, cookies included). `unless`: what on the page as it came tells that it is none after all.
 */
export interface Signature {
  readonly name: string;
  readonly status?: readonly number[];
  readonly headers?: RegExp;
  readonly html?: RegExp;
  readonly text?: RegExp;
  readonly title?: RegExp;
  readonly unless?: RegExp;
}

/** Answers by which a server refuses a reader; marks that a wall leaves on ordinary pages too count only with one of them. */
const refused = [400, 403, 405, 406, 412, 418, 429, 444, 461, 493, 501, 503];

/** Where an application is mounted: its page is thin without being a wall. */
const mounted = /<div\b[^>]{0,120}\sid=["']?(?:app|root)\b|<app-root/i;

/**
 * Walls seen in front of Chinese public sites, tried in this order on thin pages only: a site behind a wall carries its
 * cookies, scripts and badges on every page. Facts from public write-ups and block pages, and from the rules of wafw00f.
 * WZWS is the mark of 网站卫士 (once 360, now 奇安信); some write-ups call it 网宿.
 */
export const signatures: readonly Signature[] = [
  { name: '知道创宇加速乐', html: /__jsl_clearance/ },
  { name: '知道创宇加速乐', status: [512, 521], headers: /__jsluid|jsl_tracking|jiasule/i },
  { name: '知道创宇加速乐', status: [512, 521], html: /document\.cookie|eval\(|location/ },
  { name: '知道创宇加速乐', html: /static\.jiasule\.com|notice-jiasule/i },
  { name: '知道创宇加速乐', text: /本站开启了验证码保护/ },
  { name: '知道创宇创宇盾', html: /cyd-error-help|ks[-_]waf[-_]error\.png/i },
  { name: '知道创宇创宇盾', status: refused, html: /365cyd\.com/i },
  { name: '知道创宇创宇盾', text: /创宇盾提示|创宇(?:盾|云防御).{0,20}(?:拦截|阻断|验证)|(?:拦截|阻断).{0,20}创宇(?:盾|云防御)/ },
  { name: '瑞数动态防护', html: /\$_ts\b(?:\s?=|\.|\[)|FSSBB[A-Za-z0-9]{6,}/ },
  { name: '瑞数动态防护', html: /<script\b[^>]{0,300}\sr=(["'])m\1/i },
  { name: '瑞数动态防护', status: [202, 412], html: /<script\b/i },
  { name: '网站卫士（WZWS）', html: /wzws-?(?:challenge|template|question|waf-cgi)|WZWSREL|wzws_cid/i },
  { name: '网站卫士（WZWS）', text: /请开启\s?JavaScript\s?并刷新该页/i, unless: mounted },
  { name: '网站卫士（WZWS）', status: refused, headers: /wzws[-_](?:cid|ray|sessionid)|x-powered-by-360wzb/i },
  { name: '360网站卫士', status: refused, html: /(?:wangzhan|wangshan)\.360\.cn|360wzb/i },
  { name: '360网站卫士', html: /(?:zhuji|webscan)\.360\.cn\/\S{0,60}stopattack/i },
  { name: '奇安信云防护', status: refused, headers: /^server: qianxin-waf/im },
  { name: '360磐云', status: refused, headers: /^(?:server: panyun|x-panyun-)/im },
  { name: '360网站卫士', text: /网站卫士.{0,24}(?:拦截|阻断|验证)|(?:拦截|阻断).{0,24}网站卫士/ },
  { name: '360安域', text: /intercepted by anyu|被安域拦截|安域.{0,6}(?:已)?拦截/i },
  { name: '安恒云防护', html: /error\.websaas\.cn|dbappwaf\.cn/i },
  { name: '安恒云防护', text: /玄武盾|(?:安恒|明御).{0,24}(?:拦截|阻断)|已被云防护(?:安全)?拦截/ },
  { name: '腾讯云EdgeOne', status: [566, 567] },
  { name: '腾讯云WAF', html: /waf(?:-static)?\.tencent(?:-?cloud)?\.com|EO_Bot_Ssid|__tst_status/i },
  { name: '腾讯云WAF', text: /腾讯(?:云|T-Sec)\s?(?:Web应用防火墙|WAF)|已被管理员设置的策略阻断/i },
  { name: '腾讯云WAF', title: /^\s*WAF拦截页面\s*$/i },
  {
    name: '阿里云WAF',
    html: /acw_sc__v[23]|var\s+arg1\s?=\s?['"][0-9A-F]{20,}|aliyun_waf|block_traceid_tips|waf_block\.html|errors?\.aliyun(?:dun)?\.com|\/_____tmd_____\//,
  },
  { name: '阿里云WAF', text: /阿里云(?:盾|Web应用防火墙)|cause potential threats to the server|访问的URL有可能对网站造成安全威胁/i },
  { name: '阿里云WAF', title: /^\s*滑动验证页面\s*$/ },
  { name: '长亭雷池', html: /safeline_bot_|leading_zero_bit|\/\.safeline\/|safeline[-_]?(?:challenge|waf)/i },
  { name: '长亭雷池', html: /<!--\s?event[ _]?id:/i },
  { name: '长亭雷池', text: /雷池.{0,24}(?:防护|拦截|阻断|WAF)|SafeLine|长亭.{0,12}(?:拦截|阻断)/i },
  { name: '华为云WAF', html: /HWWAFSES|huaweicloudwaf|hws_security@/i },
  { name: '华为云WAF', status: refused, headers: /^server: huaweicloudwaf/im },
  { name: '华为云WAF', status: [403, 418], text: /CloudWAF|您的请求疑似攻击行为/i },
  { name: '安全狗', html: /404\.safedog\.cn|safedogsite/i },
  { name: '安全狗', text: /安全狗.{0,30}拦截|登录安全狗/ },
  { name: '云锁', html: /yunsuologo|yunsuo_session_verify|security_session_verify/i },
  { name: '云盾', html: /yundun\.com\/yd[-_]http[-_]error|YUNDUN Cloud WAF/i },
  { name: '安全宝', html: /aqb_cc\/error/i },
  { name: '宝塔防火墙', text: /[宝堡]塔.{0,6}(?:WAF|防火墙)|btwaf/i },
  { name: '网防G01', html: /网防\s?G01/i },
  { name: 'D盾', text: /D盾_?.{0,4}拦截/ },
  { name: '护卫神', text: /护卫神.{0,24}(?:拦截|阻断|防护)/ },
  { name: 'UPUPW防火墙', text: /UPUPW\s?(?:已)?拦截/i },
  { name: 'OpenRASP', text: /blocked by OpenRASP|请求包含恶意行为.{0,8}被服务器拒绝/i },
  { name: 'WTS-WAF', html: /<(?:title|h\d)>\s?WTS-WAF/i },
  { name: '西部数码云网盾', text: /云网盾.{0,12}拦截|拦截.{0,12}云网盾/ },
  { name: '网宿云WAF', text: /当前的访问行为存在异常/ },
  { name: 'Safe3防火墙', html: /Safe3waf\/\d/i },
  { name: 'UCloud WAF', html: /\/uewaf_deny_pages\// },
  { name: '设备防火墙', status: refused, headers: /^server: (?:nsfocus|bdwaf|yxlink|webray-waf|secking|safe3|wts\/|puhui)/im },
  {
    name: '设备防火墙',
    text: /(?:深信服|SANGFOR|启明星辰|天清|天融信|TopWAF|绿盟|NSFOCUS|迪普|山石网科|盛邦|网神|铱迅|蓝盾).{0,40}(?:拦截|阻断|blocked)|(?:拦截|阻断|blocked).{0,40}(?:深信服|SANGFOR|启明星辰|天清|天融信|绿盟|NSFOCUS|迪普|山石网科|盛邦|网神|铱迅|蓝盾)/i,
  },
  { name: 'F5 BIG-IP', text: /the requested url was rejected.{0,20}consult with your administrator/i },
  { name: 'FortiWeb', html: /fgd_icon|FortiGate Application Control/ },
  { name: 'ModSecurity', text: /(?:generated|protected) by mod.?security|mod.?security (?:rules|action)/i },
  { name: '百度云加速', html: /\/\.well-known\/yunjiasu-cgi\/|yjs_use_ob=/ },
  { name: '百度云加速', text: /云加速.{0,30}(?:拦截|验证)|百度安全验证/ },
  { name: 'Incapsula', html: /_Incapsula_Resource|Incapsula incident ID/i },
  { name: 'Cloudflare', html: /cf_chl_opt|cf-browser-verification|challenge-platform\/\S{0,60}orchestrate/i },
  { name: 'Cloudflare', headers: /^cf-mitigated: challenge/im },
  { name: 'Cloudflare', text: /Attention Required! \| Cloudflare|Just a moment\.\.\./i },
  { name: '网络准入认证页', html: /\/eportal\/\S{0,40}wlanuserip=|\bwlanuserip=\S{0,80}wlanacname=|\/ac_portal\// },
  { name: '统一身份认证登录页', html: /type\s?=\s?["']?password/i, title: /统一(?:身份)?认证|单点登录|CAS\s?[-–—]|统一登录/i },
  {
    name: '人机验证页',
    text: /(?:请|需要?)(?:先)?(?:完成|进行|通过).{0,10}(?:安全|人机|滑块|滑动|访问)验证|[拖滑]动.{0,8}(?:滑块|验证)|访问(?:过于|太)(?:频繁|快)|(?:正在|需要?)(?:对您?的?)?(?:进行|检测|检查|验证|确认).{0,12}(?:浏览器|访问环境|真人|人机)|浏览器安全(?:检查|检测|验证)|verify (?:that )?you are (?:a )?human/i,
  },
  {
    name: '网站防火墙拦截页',
    text: /^\s*(?:(?:网站|Web应用)?防火墙|访问(?:被)?(?:拦截|阻断|禁止)|拦截提示|安全(?:拦截|验证))|(?:您|你|当前|本次|此).{0,8}(?:请求|访问|操作|行为).{0,24}(?:已?被|遭|予以).{0,12}(?:拦截|阻断|阻止|屏蔽)|(?:疑似|可能).{0,8}(?:黑客|恶意)?(?:攻击|入侵)(?:行为|请求|访问)|安全威胁.{0,16}(?:拦截|阻断|阻止)|(?:安全起见|已被(?:本站|网站|系统|管理员|防火墙)).{0,12}拦截|拦截(?:时间|原因|编号|ID)\s?[：:]|your (?:request|access|ip)\b.{0,40}\bblocked/i,
  },
  { name: '脚本验证页', text: /enable (?:javascript and )?cookies|(?:开启|启用|打开|允许).{0,16}cookies?/i },
  {
    name: '脚本验证页',
    text: /(?:请|please).{0,8}(?:开启|启用|打开|允许|enable)\s?java\s?script.{0,12}(?:刷新|重新(?:加载|打开|访问)|重试|refresh|reload|try again)/i,
    unless: mounted,
  },
  { name: '脚本验证页', html: /document\.cookie\s?=[\s\S]{0,3000}?(?:location\.(?:reload|href|replace|assign)|location\s?=|\.submit\()/ },
  // The page asks to be loaded once more, with the cookie it came with.
  {
    name: '脚本验证页',
    html: /<meta\b[^>]{0,80}http-equiv\s?=\s?["']?refresh\b[^>]{0,40}content\s?=\s?["']?\s?\d{1,2}\s?["';\s/>](?!\s{0,4}url)/i,
    headers: /^set-cookie:/im,
    text: /^.{0,40}$/,
  },
  { name: '服务器拒绝访问（403）', title: /^\W{0,4}(?:error\s?)?403\b.{0,4}(?:forbidden|error|禁止访问|拒绝访问|错误)?/i },
  { name: '服务器拒绝访问（403）', text: /^\W{0,4}(?:error\s?)?403\s?(?:-|:|：)?\s?(?:forbidden|禁止访问|拒绝访问)/i },
  {
    name: '须登录才能查看',
    text: /^.{0,30}(?:请先登录|请您?登录后|登录(?:已)?(?:超时|过期|失效)|会话(?:已)?(?:超时|过期|失效)|(?:没有|无)权限?访问|(?:您|你)(?:没有|无)权).{0,30}$/,
    unless: mounted,
  },
  { name: '网站防火墙拦截页', text: /^.{0,20}非法(?:访问|请求|操作)[!！。.\s]*$/ },
];
