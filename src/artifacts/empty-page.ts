import type { CheerioAPI } from 'cheerio';
import { collapse } from '../text/normalise.ts';
import { partsOfTitle } from '../text/page-title.ts';
import { sentencesOf } from '../text/sentences.ts';
import { simplified } from '../text/simplified.ts';
import { textOf } from './dom.ts';
import { ownProse } from './own-prose.ts';
import { scriptNotice } from './script-notice.ts';
import { tags } from './tags.ts';

/**
 * The sentence by which an error page in disguise or an unfinished page gave itself away; null for every other page.
 * A phrase counts as the title or the headline, or where next to nothing else is on the page: never inside a long text.
 * `title`: title of the page; `text`: its main text without menus and footer.
 */
export function emptyBecause($: CheerioAPI, title: string, text: string): string | null {
  const titles = partsOfTitle(title).filter(name => text.length <= longestRefusal || !refusal.test(name));
  const names = [...titles, ...[...tags($, 'h1'), ...tags($, 'h2')].slice(0, 4).map(heading => textOf(heading, 80))];
  for (const name of names.map(collapse)) if (name.length <= longestName && isErrorName(name)) return name;
  const crash = crashed.exec(`${collapse(title)} ${text.slice(0, longestText)}`.trim())?.[0];
  if (crash !== undefined) return crash.trim();
  if (text.length > longestText) return lossAmong(ownProse($, longestText));
  return emptySentence(text) ?? (text.length < longestSpeechless ? errorSaidBy(scriptNotice($)) : null);
}

/** The same for a text whose page says nothing else: null when it is long, or an article, or says something. */
export function emptySentence(text: string): string | null {
  const main = collapse(text);
  if (main.length > longestText || isArticle.test(main)) return null;
  return jsonError.exec(main)?.[0] ?? shortSentences(main).find(sentence => isError(sentence) || unfinished.test(sentence)) ?? null;
}

/** Cheap: whether some sentence of a text says that a page is not there. Only what this holds for can be an error page in a full template. */
export const mentionsLoss = (text: string): boolean => lossHint.test(text) && shortSentences(text).some(isLoss);

/** The sentence `emptyBecause` gave tells of a page that is not there, not of one that is not finished or has nothing yet. */
export const tellsOfError = (sentence: string): boolean =>
  isError(sentence) || errorName.test(simplified(sentence)) || jsonError.test(sentence);

/** The sentence tells of a site that is out of order for now: whoever comes tomorrow may see the page. */
export const tellsOfOutage = (sentence: string): boolean =>
  crashed.test(sentence) ||
  /(?:服务器|系统|网络|源站).{0,6}(?:繁忙|异常|出错|出现问题|错误|开小差)|暂时(?:无法|不能)(?:进行)?访问|(?:站点|网站|域名)已?(?:暂停|过期|到期|欠费)|服务(?:暂时)?不可用|(?:网站|系统|本站).{0,6}(?:维护|升级)|service (?:temporarily )?unavailable|bad gateway|gateway time-?out|internal server error/i.test(
    sentence,
  );

const shortSentences = (text: string): readonly string[] => sentencesOf(text).filter(({ length }) => length <= longestSentence);

/** Among links and lists a sentence must say more: that what was asked for is gone. Tips (如附件无法打开…) and empty boxes stand there too. */
const lossAmong = (text: string | null): string | null =>
  text === null || isArticle.test(text) ? null : (shortSentences(text).find(isLoss) ?? null);
const isLoss = (sentence: string): boolean => lossHint.test(sentence) && !condition.test(sentence) && isError(sentence);
const condition = /^(?:如|若|遇|当|因)|如果|如遇|如有|的话/;
const lossHint =
  /不存在|找不到|[有未]找到|[被经經已](?:[删刪]除|移除|移走|下[线線]|[关關][闭閉]|失效|[过過]期)|丢失|走丢|飞走|跑丢|not found|no longer|(?:not|n.t) (?:be found|exist)|been (?:removed|deleted)/i;

const errorSaidBy = (notice: string | null): string | null => (notice !== null && isError(notice) ? notice : null);

/** What an interface says in place of a page. */
const jsonError = /^\{[^{}]{0,80}?"(?:code|status|statusCode|errorCode|errcode)"\s?:\s?"?(?:404|410)\b[^{}]{0,120}/;

/** What a program, or the server itself, says at the top of a page that it could not make. */
const crashed =
  /^(?:.{0,60}\s)?(?:数据库(?:连接|链接)(?:失败|错误|出错)|Microsoft VBScript \S{2,8}错误|ADODB\.\w{1,20}|Microsoft OLE DB|(?:Fatal|Parse) error\s?:|Whitelabel Error Page|No input file specified|Server Error in '|[“"']?\/\S{0,40}[”"']?应用程序中的服务器错误|Error establishing a database connection|Welcome to (?:nginx|OpenResty|CentOS)|IIS Windows|.{0,40}successfully installed Tomcat|恭喜，站点创建成功|It works!|(?:java|javax|org)\.[\w.]{3,80}(?:Exception|Error)\b)/i;

const longestName = 30;
const longestSentence = 60;
const longestText = 300;
/** A page with fewer letters has said nothing itself; a box that its script opens may. */
const longestSpeechless = 20;
/** A bare “403” over more than that is the slip of a template: who is refused is told so in a few words. */
const longestRefusal = 1500;
const refusal = /^\s*(?:error\s*)?40[135]\s*(?:forbidden|error|错误)?\s*$/i;

const isErrorName = (name: string): boolean =>
  (isError(name) || errorName.test(simplified(name)) || unfinishedName.test(name)) && !aboutErrors.test(simplified(name));

/** An article may be about such pages: 关于网页无法访问的公告. */
const aboutErrors = /关于|公告|通报|通知|办法|整改|答复|说明|建议|如何|怎么|为什么/;
/** A short article with a day of publication is an article. */
const isArticle =
  /(?:发布|发文|成文|来信|留言|回复|答复|提问|咨询|受理|办结)(?:时间|日期)\s?[：:]|(?:来信|留言|答复|回复|咨询|办理)(?:人|内容|单位|结果|情况)\s?[：:]|来\s?源\s?[：:]\s?\S/;

const isError = (sentence: string): boolean => error.test(simplified(sentence));

const thing = '(?:页面?|网页|网址|链接|地址|内容|文件|文章|信息|资源|栏目|站点|网站|路径|频道|数据|记录)';
const gone =
  '(?:不存在|已?(?:被|经)?(?:删除|移除|移走|下线|关闭|撤销|失效|过期|迁移)|找不到|未找到|没有找到|无法(?:找到|访问|显示|打开|浏览)|丢失|走丢|飞走|跑丢|出错|有误|不正确)';
const error = new RegExp(
  [
    `(?:访问|查看|请求|浏览|查找|打开|寻找|[要想]找)的?.{0,8}${thing}.{0,12}${gone}`,
    `^(?!(?:该|此|本)?文件已?(?:失效|过期|撤销))(?:对不起|抱歉|很遗憾|出错了|错误|提示|哎呀|啊哦|sorry)?[，,!！:：。.\\s]{0,3}(?:该|此|本|这个|当前)?${thing}.{0,6}${gone}`,
    `(?:找不到|未找到|无法找到|没有找到|不存在).{0,6}(?:页面|网页|文件|资源)|找不到(?:该|此|这条)信息`,
    '^(?:对不起|抱歉)?[，,!！\\s]{0,3}(?:请求|传入|您的|输入的?)?(?:参数|网址|地址|ID)(?:错误|有误|不正确|无效)|requested resource .{0,20}not available|^invalid url\\b',
    '(?:源站|服务器|系统).{0,6}(?:出现问题|出错|异常|繁忙|内部错误|开小差)|^网络(?:异常|错误|繁忙|出错)|暂时无法(?:进行)?访问|^(?:对不起|抱歉)?[，,\\s]{0,3}(?:该|本|此)?(?:站点|网站|域名)(?:已|被)(?:暂停|过期|到期|欠费)|服务(?:暂时)?不可用',
    '(?:page|article|file|resource|url|document|link)\\b.{0,40}(?:not found|(?:does not|doesn.t|no longer) exists?|(?:could not|couldn.t|cannot|can.t) be found|is no longer available)|(?:page|article|url) you .{0,40}(?:has|have|was|were) been (?:removed|deleted)',
    '\\bnot found\\b|bad gateway|service (?:temporarily )?unavailable|internal server error|gateway time-?out',
  ].join('|'),
  'i',
);
const errorName =
  /^(?:错误|error|http)?(?:\s?status|\s?状态码?)?[\s:：]*(?:40[0-5]|410|50[0-4])(?:[\s:：,，–-]*(?:(?:错误|error|页面?|提示|信息)+|未找到.{0,4}|出错.{0,6}|not found.*|forbidden.*|bad .*|internal .*))?$|^(?:出错(?:了|啦|页面)?|错误(?:页面|提示|信息)?|error(?: page)?|系统(?:错误|异常|出错|提示)|访问(?:出错|错误|异常))[!！。]?$/i;
const unfinishedName = /^(?:网站|本站|页面|栏目|系统)?(?:正在)?(?:建设|维护|升级|改版|维护升级|升级维护)(?:中|之中)[.。…!！]*$/;

const unfinished = new RegExp(
  [
    '(?:网站|本站|页面|网页|栏目|频道|系统|功能|专栏|内容|模块|服务|此处|暂)[^，。]{0,6}(?:正在)?(?:建设|维护|升级|改版|调整|完善|整理|更新|筹备|开发|制作|准备)(?:之?中|完善中)(?!\\p{Script=Han})',
    '^[\\p{P}\\p{S}\\s]*(?:正在)?(?:建设|维护|升级|开发|完善|更新|整理)(?:之?中)?[\\p{P}\\p{S}\\s]*(?:敬请期待|请稍后.{0,4})?[\\p{P}\\p{S}\\s]*$',
    '^共\\s?0\\s?条|^(?:暂)?无(?:数据|记录|内容)[\\p{P}\\s]*$|^暂未(?:发布|公开|上传|开通)[\\p{P}\\s]*$|(?:稍后|即将)(?:发布|公布)[\\p{P}\\s]*$',
    '(?:敬请|尽请)(?:期待|关注)[\\p{P}\\p{S}\\s]*$|即将(?:开通|上线|开放|推出)',
    '(?:暂时?|尚|目前|还|当前|本栏目|该栏目)(?:无|没有|未有|未)(?:任何|相关|可显示的?|更多|发布|公开|可用)*(?:内容|信息|数据|记录|文章|文件|资料|公开事项)',
    '(?:没有|未)(?:找到|查到|查询到|检索到)?(?:任何|符合条件的?|相关|您要的)*(?:内容|信息|数据|记录|结果)[\\p{P}\\s]*$',
  ].join('|'),
  'iu',
);
