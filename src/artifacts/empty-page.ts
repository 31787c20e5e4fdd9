import type { CheerioAPI } from 'cheerio';
import { collapse } from '../text/normalise.ts';
import { sentencesOf } from '../text/sentences.ts';
import { textOf } from './dom.ts';
import { tags } from './tags.ts';

/**
 * The sentence by which an error page in disguise or an unfinished page gave itself away; null for every other page.
 * A phrase counts as the title or the headline, or where next to nothing else is on the page: never inside a long text.
 * `title`: title of the page; `text`: its main text without menus and footer.
 */
export function emptyBecause($: CheerioAPI, title: string, text: string): string | null {
  const names = [...title.split(/[-_|—–]/), ...[...tags($, 'h1'), ...tags($, 'h2')].slice(0, 4).map(heading => textOf(heading, 80))];
  for (const name of names.map(collapse)) if (name.length <= longestName && isErrorName(name)) return name;
  return emptySentence(text);
}

/** The same for a text whose page says nothing else: null when it is long, or an article, or says something. */
export function emptySentence(text: string): string | null {
  const main = collapse(text);
  if (main.length > longestText || isArticle.test(main)) return null;
  return (
    sentencesOf(main).find(sentence => sentence.length <= longestSentence && (error.test(sentence) || unfinished.test(sentence))) ?? null
  );
}

/** The sentence `emptyBecause` gave tells of a page that is not there, not of one that is not finished or has nothing yet. */
export const tellsOfError = (sentence: string): boolean => error.test(sentence) || errorName.test(sentence);

/** The sentence tells of a site that is out of order for now: whoever comes tomorrow may see the page. */
export const tellsOfOutage = (sentence: string): boolean =>
  /(?:服务器|系统|网络|源站).{0,6}(?:繁忙|异常|出错|出现问题|错误|开小差)|暂时(?:无法|不能)访问|服务(?:暂时)?不可用|(?:网站|系统|本站).{0,6}(?:维护|升级)|service unavailable|bad gateway|gateway time-?out|internal server error/i.test(
    sentence,
  );

const longestName = 30;
const longestSentence = 60;
const longestText = 300;

const isErrorName = (name: string): boolean =>
  (error.test(name) || errorName.test(name) || unfinishedName.test(name)) && !aboutErrors.test(name);

/** An article may be about such pages: 关于网页无法访问的公告. */
const aboutErrors = /关于|公告|通报|通知|办法|整改|答复|说明|建议|如何|怎么|为什么/;
/** A short article with a day of publication is an article. */
const isArticle = /(?:发布|发文|成文)(?:时间|日期)\s?[：:]|来\s?源\s?[：:]\s?\S/;

const thing = '(?:页面?|网页|网址|链接|地址|内容|文件|文章|信息|资源|栏目|站点|网站|路径|频道)';
const gone =
  '(?:不存在|已?(?:被|经)?(?:删除|移除|移走|下线|关闭|撤销|失效|过期|迁移)|找不到|未找到|没有找到|无法(?:找到|访问|显示|打开|浏览)|丢失|走丢|出错|有误)';
const error = new RegExp(
  [
    `(?:访问|查看|请求|浏览|查找|打开|寻找)的?.{0,8}${thing}.{0,12}${gone}`,
    `^(?:对不起|抱歉|很遗憾|出错了|错误|提示|哎呀|啊哦|sorry)?[，,!！:：。.\\s]{0,3}(?:该|此|本|这个|当前)?${thing}.{0,6}${gone}`,
    `(?:找不到|未找到|无法找到|没有找到|不存在).{0,6}(?:页面|网页|文件|资源)`,
    '(?:源站|服务器|系统).{0,6}(?:出现问题|出错|异常|繁忙|内部错误|开小差)|暂时无法访问|服务(?:暂时)?不可用',
    '(?:page|file|resource|url|document).{0,20}(?:not found|(?:does not|doesn.t) exist|could not be found)|\\bnot found\\b|bad gateway|service unavailable|internal server error|gateway time-?out',
  ].join('|'),
  'i',
);
const errorName =
  /^(?:错误|error|http)?[\s:：]*(?:40[0-5]|410|50[0-4])(?:[\s:：,，]*(?:(?:错误|error|页面?|提示|信息)+|出错.{0,6}|not found.*|forbidden.*|bad .*|internal .*))?$|^(?:出错(?:了|啦|页面)?|错误(?:页面|提示|信息)?|error(?: page)?|系统(?:错误|异常|出错|提示)|访问(?:出错|错误|异常))[!！。]?$/i;
const unfinishedName = /^(?:网站|本站|页面|栏目|系统)?(?:正在)?(?:建设|维护|升级|改版|维护升级|升级维护)(?:中|之中)[.。…!！]*$/;

const unfinished = new RegExp(
  [
    '(?:网站|本站|页面|网页|栏目|频道|系统|功能|专栏|内容|模块|服务|此处|暂)[^，。]{0,6}(?:正在)?(?:建设|维护|升级|改版|调整|完善|整理|更新|筹备|开发|制作|准备)(?:之?中|完善中)(?!\\p{Script=Han})',
    '^[\\p{P}\\p{S}\\s]*(?:正在)?(?:建设|维护|升级|开发|完善|更新|整理)(?:之?中)?[\\p{P}\\p{S}\\s]*(?:敬请期待|请稍后.{0,4})?[\\p{P}\\p{S}\\s]*$',
    '(?:敬请|尽请)(?:期待|关注)[\\p{P}\\p{S}\\s]*$|即将(?:开通|上线|开放|推出)',
    '(?:暂时?|尚|目前|还|当前|本栏目|该栏目)(?:无|没有|未有|未)(?:任何|相关|可显示的?|更多|发布|公开|可用)*(?:内容|信息|数据|记录|文章|文件|资料|公开事项)',
    '(?:没有|未)(?:找到|查到|查询到|检索到)?(?:任何|符合条件的?|相关|您要的)*(?:内容|信息|数据|记录|结果)[\\p{P}\\s]*$',
  ].join('|'),
  'iu',
);
