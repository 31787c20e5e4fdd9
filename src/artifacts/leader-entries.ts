import { collapse } from '../text/normalise.ts';

/**
 * The text is one leader of an office and nothing else: a post with a name, in either order (“县长：王明远”, “党组成员、副局长 李建国”,
 * “王明远 市长”). Headlines, officers of other kinds (河长, 编辑, 科长) and posts without a name are none.
 */
export function isLeaderEntry(text: string): boolean {
  const words = collapse(text);
  if (words.length < 4 || words.length > 60) return false;
  const [left = '', right = '', ...more] = words.split(/\s*[：:]\s*/);
  if (right !== '') return more.length === 0 && isPost(left) && mayBeName(right.split(' ')[0]!);
  const at = words.indexOf(' ');
  if (at < 0) return false;
  const [first, rest] = [words.slice(0, at), words.slice(at + 1)];
  return (isPost(first) && isName(rest)) || (isName(first) && isPost(rest.replace(/\s*[、，,]\s*/g, '、')));
}

/** A link that tells more of the leader under whose entry it stands. */
export const isAboutLeader = (text: string): boolean => aboutLeader.test(collapse(text));
const aboutLeader = /^[【[(（]?(?:(?:我的|个人|领导|工作)?(?:简历|简介|履历|分工)|(?:我的|主要|分管)工作|工作职责|职责分工)[】\])）]?$/;

/**
 * A passage that tells what the leaders of an office are in charge of, one after the other; null when the page has none. `html`: the page
 * as it came. Three leaders are a page of leaders; one sentence about who is in charge is news.
 */
export function leadersPassage(html: string): string | null {
  if (html.split('分管').length < 3) return null;
  const text = collapse(html.replace(/<!--[\s\S]*?(?:-->|$)|<(script|style)\b[\s\S]*?(?:<\/\1|$)/gi, ' ').replace(/<[^<>]*>/g, ' '));
  const charges = Array.from(text.matchAll(charge)).filter(({ index }) => posts.test(text.slice(Math.max(0, index - before), index)));
  return charges.length < 3 ? null : text.slice(Math.max(0, charges[0]!.index - before), charges[0]!.index + 40).trim();
}

/** Characters before a charge within which the post of the one in charge stands. */
const before = 40;
const charge =
  /(?<=^|[。；;：:，,、\s])(?:主持[^。；;，,]{0,16}工作|(?:协助[^。；;，,]{1,16})?分管(?!的|领导|部门|负责|副|责任|范围|战线)[^。；;]{2,60})/g;
const posts = /书记|[省市州盟县区旗镇乡局厅]长|主任|党组成员|党委委员|调研员/;

/** Every part of it is a post: 党组书记、局长. */
const isPost = (text: string): boolean => text !== '' && text.length <= 40 && text.split(/[、，,]/).every(part => post.test(part.trim()));
const post =
  /^\p{Script=Han}{0,20}(?:书记|(?:省|市|州|盟|县|区|旗|镇|乡|局|厅|署|司|院|馆|所|校|^副?部|(?:组织|宣传|统战|武装)部)长|主任|主席|秘书长|党[组委]成员|党委委员|常委|调研员|巡视员|总工程师|总经济师|总会计师|纪检监察组组长|纪检组组长|纪检组长)$/u;

/** Behind a colon whatever is as long as a name and no word of a menu. */
const mayBeName = (text: string): boolean =>
  /^\p{Script=Han}{2,4}$|^\p{Script=Han}{1,8}·\p{Script=Han}{1,8}$/u.test(text) && !menuWord.test(text);
const menuWord =
  /信箱|简介|简历|电话|分工|热线|讲话|之窗|致辞|寄语|活动|风采|接待|接访|办公|访谈|留言|邮箱|工作|职责|更多|空缺|待定|暂无|点击|查看|详情/;

/** Without a colon only what begins with a frequent surname. */
const isName = (text: string): boolean => surname.test(text) && mayBeName(text);
const surname =
  /^[王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金贾夏韦付傅方邹熊白孟秦邱侯江尹薛闫雷龙史陶黎贺顾毛郝龚邵万覃武钱戴严莫孔向常汤康易乔赖文施洪季辛柴欧阳]/;
