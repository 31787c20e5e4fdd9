/**
 * Why a link is not simply ok, each with what the editor of the page should do: one Chinese sentence. The words are stable over
 * versions, because they are stored and handed to others.
 */
export const linkRemedies = {
  'not-found': '恢复这个页面，或者把链接改到现在的地址；内容确已取消的，删去链接。',
  'client-error': '对照原来的内容更正链接地址。',
  'server-error': '请网站运维单位查看服务器日志，修复这个页面后再查一次。',
  dns: '核对域名有没有写错；域名已停用的，改到新域名或者删去链接。',
  refused: '核对端口和协议（http、https）；服务已停用的，改到新地址或者删去链接。',
  malformed: '更正链接地址的写法：协议、冒号、斜杠和域名之间不能有空格或多余的字符。',
  'only-https': '把链接改成以https开头的地址。',
  'cut-off-connection': '请网站运维单位查看服务器和防火墙为什么断开这个地址的连接。',
  timeout: '换个时间再查；一直打不开的，请网站运维单位查看服务器。',
  certificate: '请网站运维单位更换或者补全安全证书；链接本身不按失效计。',
  protocol: '请网站运维单位检查服务器的应答格式，并用浏览器打开核对。',
  'redirect-fault': '修正服务器上的跳转设置，使它到达目标页面。',
  blocked: '用浏览器打开核对；要让程序能够检查，请网站管理单位把检查程序的标识或地址加入白名单。',
  'rate-limited': '降低检查速度或者错开时间再查一次。',
  login: '用浏览器打开核对；要求登录才能看的内容不应作为公开内容的链接。',
  'not-allowed': '这个地址没有查看，需要时用浏览器打开核对。',
  'not-completed': '再查一次；仍不能完成的，用浏览器打开核对。',
  unclear: '用浏览器打开核对，并请网站运维单位说明这个状态码。',
  'soft-404': '用浏览器打开核对；内容确已不在的，恢复内容、更正链接，并让服务器对不存在的地址返回404。',
  home: '用浏览器打开核对；目标内容已不在的，恢复内容、更正或者删去链接。',
  empty: '用浏览器打开核对；确实没有内容的，补上内容或者删去链接。',
  incomplete: '用浏览器打开核对页面是否完整，并请网站运维单位检查服务器声明的长度和压缩格式。',
  'lost-place': '更正链接中“#”后面的名称，或者在目标页面上补上这个位置。',
  endless: '检查生成这类地址的程序（日历、翻页、会话编号、相对路径），避免无穷无尽的地址。',
} as const;
export type LinkCause = keyof typeof linkRemedies;

/** What is said about a link. Broken needs proof; whatever only says that we could not look is unsure; what is not what was asked for, suspect. */
export type LinkVerdict =
  | { readonly verdict: 'ok'; readonly cause: null; readonly reason: '' }
  | {
      readonly verdict: 'broken' | 'unsure' | 'suspect';
      readonly cause: LinkCause;
      /** One Chinese clause. */
      readonly reason: string;
    };

export const okLink: LinkVerdict = { verdict: 'ok', cause: null, reason: '' };
