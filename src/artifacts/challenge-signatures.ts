/**
 * How a wall can be told. Every condition that is given must hold. `html` is matched against the page as it came, `text`
 * against title and visible text, `headers` against lines of `name: value` (lower-case names, cookies included).
 */
export interface Signature {
  readonly name: string;
  readonly status?: readonly number[];
  readonly headers?: RegExp;
  readonly html?: RegExp;
  readonly text?: RegExp;
}

/** Answers by which a server refuses a reader; marks that a wall leaves on ordinary pages too count only with one of them. */
const refused = [400, 403, 405, 406, 412, 418, 429, 444, 493, 501, 503];

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
  { name: '知道创宇创宇盾', html: /cyd-error-help|ks[-_]waf[-_]error\.png/i },
  { name: '知道创宇创宇盾', status: refused, html: /365cyd\.com/i },
  { name: '知道创宇创宇盾', text: /创宇盾提示|创宇(?:盾|云防御).{0,20}(?:拦截|阻断|验证)/ },
  { name: '瑞数动态防护', html: /\$_ts\b(?:\s?=|\.|\[)|FSSBB[A-Za-z0-9]{6,}/ },
  { name: '瑞数动态防护', html: /<script\b[^>]{0,300}\sr=(["'])m\1/i },
  { name: '瑞数动态防护', status: [202, 412], html: /<script\b/i },
  { name: '网站卫士（WZWS）', html: /wzws-?(?:challenge|template|question|waf-cgi)|WZWSREL|wzws_cid/i },
  { name: '网站卫士（WZWS）', status: refused, headers: /wzws[-_](?:cid|ray|sessionid)|x-powered-by-360wzb/i },
  { name: '360网站卫士', status: refused, html: /(?:wangzhan|wangshan)\.360\.cn|360wzb/i },
  { name: '360网站卫士', text: /网站卫士.{0,24}(?:拦截|阻断|验证)|(?:拦截|阻断).{0,24}网站卫士/ },
  { name: '360安域', text: /intercepted by anyu|被安域拦截|安域.{0,6}(?:已)?拦截/i },
  { name: '安恒云防护', html: /error\.websaas\.cn|dbappwaf\.cn/i },
  { name: '安恒云防护', text: /玄武盾|(?:安恒|明御).{0,24}(?:拦截|阻断)/ },
  { name: '腾讯云WAF', html: /waf(?:-static)?\.tencent(?:-?cloud)?\.com|EO_Bot_Ssid|__tst_status/i },
  { name: '腾讯云WAF', text: /腾讯云\s?(?:Web应用防火墙|WAF)/i },
  {
    name: '阿里云WAF',
    html: /acw_sc__v[23]|var\s+arg1\s?=\s?['"][0-9A-F]{20,}|aliyun_waf|waf_block\.html|errors?\.aliyun(?:dun)?\.com|\/_____tmd_____\//,
  },
  { name: '阿里云WAF', text: /阿里云(?:盾|Web应用防火墙)|cause potential threats to the server/i },
  { name: '长亭雷池', html: /safeline_bot_|leading_zero_bit|\/\.safeline\/|safeline[-_]?(?:challenge|waf)/i },
  { name: '长亭雷池', text: /雷池.{0,24}(?:防护|拦截|阻断|WAF)|SafeLine/i },
  { name: '华为云WAF', html: /HWWAFSES|huaweicloudwaf|hws_security@/i },
  { name: '华为云WAF', status: refused, headers: /^server: huaweicloudwaf/im },
  { name: '安全狗', html: /404\.safedog\.cn|safedogsite/i },
  { name: '安全狗', text: /安全狗.{0,30}拦截|登录安全狗/ },
  { name: '云锁', html: /yunsuologo|yunsuo_session_verify|security_session_verify/i },
  { name: '云盾', html: /yundun\.com\/yd[-_]http[-_]error|YUNDUN Cloud WAF/i },
  { name: '安全宝', html: /aqb_cc\/error/i },
  { name: '宝塔防火墙', text: /[宝堡]塔.{0,6}(?:WAF|防火墙)|btwaf/i },
  { name: '百度云加速', text: /云加速.{0,30}(?:拦截|验证)|百度安全验证/ },
  { name: 'Incapsula', html: /_Incapsula_Resource|Incapsula incident ID/i },
  { name: 'Cloudflare', html: /cf_chl_opt|cf-browser-verification|challenge-platform\/\S{0,60}orchestrate/i },
  { name: 'Cloudflare', headers: /^cf-mitigated: challenge/im },
  { name: 'Cloudflare', text: /Attention Required! \| Cloudflare|Just a moment\.\.\./i },
  {
    name: '人机验证页',
    text: /(?:请|需要?)(?:先)?(?:完成|进行|通过).{0,10}(?:安全|人机|滑块|滑动|访问)验证|[拖滑]动.{0,8}(?:滑块|验证)|访问(?:过于|太)(?:频繁|快)|verify (?:that )?you are (?:a )?human/i,
  },
  {
    name: '网站防火墙拦截页',
    text: /^\s*(?:(?:网站|Web应用)?防火墙|访问(?:被)?(?:拦截|阻断|禁止)|拦截提示|安全(?:拦截|验证))|(?:您|你|当前|本次|此).{0,8}(?:请求|访问|操作|行为).{0,24}(?:已?被|遭|予以).{0,12}(?:拦截|阻断|阻止|屏蔽)|(?:疑似|可能).{0,8}(?:黑客|恶意)?(?:攻击|入侵)(?:行为|请求|访问)|安全威胁.{0,16}(?:拦截|阻断|阻止)|your (?:request|access|ip)\b.{0,40}\bblocked/i,
  },
  { name: '脚本验证页', text: /enable (?:javascript and )?cookies|(?:开启|启用|打开|允许).{0,16}cookies?/i },
  { name: '脚本验证页', html: /document\.cookie\s?=[\s\S]{0,3000}?(?:location\.(?:reload|href|replace|assign)|location\s?=|\.submit\()/ },
];
