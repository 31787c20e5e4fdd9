import { findDates } from './dates.ts';
import { type Period, periodOf } from './periods.ts';

/** Sentences of a text, without leading and trailing spaces; text comes with a space between blocks. */
export const sentencesOf = (text: string): readonly string[] =>
  text
    .split(/(?<=[。！!？?；;])\s?|\s(?=[^\x20-\x7e])|(?<=[^\x20-\x7e])\s/)
    .map(sentence => sentence.trim())
    .filter(sentence => sentence.length >= 3);

/**
 * What a short text says apart from its introduction (按照……有关要求，现将有关情况说明如下：) and its signature (the office's name, the day).
 */
export function substanceOf(text: string): readonly string[] {
  const sentences = sentencesOf(text);
  const end = sentences.findLastIndex(sentence => !signature.test(sentence)) + 1;
  // More than a name and a day below the text is a list of offices.
  const said = sentences.length - end <= 2 ? sentences.slice(0, end) : sentences;
  return said.filter(sentence => !introduction.test(sentence));
}

const introduction = /^(?!.*(?:没有|未|无|不)).{0,120}如下(?:说明|公布|公告|公示)?\s?[：:。]?$/u;
const signature =
  /^(?:\d{4}\s?年\s?\d{1,2}\s?月(?:\s?\d{1,2}\s?日)?|\d{4}-\d{1,2}-\d{1,2}|[\p{Script=Han}（）()]{3,30}(?:[局委办厅院所馆站处]|委员会|政府|办公室|中心|公司|医院|学校|大队|支队|街道办事处))\s?$/u;

/** Says that there is none, or was none, of something. */
export const statesAbsence = (sentence: string): boolean => absence.test(sentence) && !duty.test(sentence);

const absence =
  /(?:没有|尚未|从未|未(?:收到|发生|作出|做出|安排|开展|办理|制定|出台|产生|实施|进行|受理|涉及|设|列(?!入)|有)|无(?!障碍|偿|线|人机|纸|误|故|论|需|须|法|限|害|证|烟|锡|为县|棣|极|公害|党派|照|主|家|疫|名|毒|业(?!务))|不(?:涉及|存在|具备|予编制|编制|再编制|产生)|为零|为0|空表|(?<![\d.])0(?:\.0+)?\s?(?:件|项|条|次|份|起|宗|人|辆|元|万元|亿元))/u;

/** What an office does may concern what is not there: 负责没有劳动能力的人员的救助. */
const duty = /^[\d.、()（）一二三四五六七八九十\s]*(?:主要)?(?:负责|承担|贯彻|组织|指导|拟订|主管)/u;

/** Sends its reader to another place, where it is published: 请登录市政府网站查看. */
export const refersElsewhere = (sentence: string): boolean => referral.test(sentence);

const referral =
  /(?:请|可)[^。]{0,4}(?:登录|访问|前往|到|至|点击|在)[^。]{0,40}(?:查看|查询|查阅|浏览|了解)|(?:详见|参见)[^。]{2,30}(?:网站?|平台|专栏|门户)|统一(?:公开|公布|发布)/u;

/** Tells its reader how to reach somebody in the place of what is missing: 请拨打监督电话…. */
export const offersContact = (sentence: string): boolean => contact.test(sentence);

const contact = /(?:请|可|欢迎)[^。]{0,24}(?:拨打|致电|来电|邮寄|寄至|寄送|来信|发送|发邮件|传真|当面|到现场)/u;

/** A text that says nothing but that there is, or was, nothing of something. */
export interface Statement {
  /** What it says, without introduction and signature. */
  readonly text: string;
  /** The newest year it speaks of; null when it speaks of no time (本机关没有处罚职权), or of a now whose day is not known. */
  readonly year: number | null;
  /** The time it speaks of, as written: 本年度, 2025年上半年, 第三季度, 截至2025年12月31日; null when it names none. */
  readonly period: string | null;
  /** Who has none, as written: 本单位, 明湖市教育局; the signature's where the sentence names nobody; null when nobody is named. */
  readonly subject: string | null;
  /** The day on which it was said, ISO: the one given, else the signature's; null when neither is shown. */
  readonly saidOn: string | null;
}

/** Longer texts say more, whatever their sentences have in common. */
const longestStatement = 300;

/**
 * The statement that a text consists of; null when it says anything else, or only that a column or a web page is empty.
 * `publishedOn`: the day that the page shows for itself, ISO; from it 本年度 and 目前 count.
 */
export function statementIn(text: string, publishedOn: string | null = null): Statement | null {
  const said = text.length > longestStatement ? [] : substanceOf(text).filter(sentence => !heading.test(sentence) || statesNone(sentence));
  if (said.length === 0 || !said.every(statesNone)) return null;
  const signed = sentencesOf(text)
    .slice(-2)
    .filter(sentence => signature.test(sentence));
  const saidOn = publishedOn ?? signed.map(dayIn).find(day => day !== null) ?? null;
  const periods = said.map(sentence => periodOf(sentence, saidOn)).filter(period => period !== null);
  const years = periods.map(({ year }) => year);
  const newest = periods.reduce<Period | null>((one, other) => (one && (one.year ?? 9999) >= (other.year ?? 9999) ? one : other), null);
  return {
    text: said.join(''),
    year: years.length > 0 && years.every(year => year !== null) ? Math.max(...years) : null,
    period: newest?.text ?? null,
    subject: said.map(bearerIn).find(name => name !== null) ?? signed.find(sentence => dayIn(sentence) === null) ?? null,
    saidOn,
  };
}

/** What the text is, above it: 情况说明, 关于政府采购的公告. */
const heading = /^[\p{Script=Han}\d“”《》()（）]{0,60}(?:说明|公告|公示|声明|情况)$/u;

/** A text in which a unit says that it has, or had, nothing of something, whatever else the text says. */
export const isStatement = (text: string): boolean =>
  sentencesOf(text).some(sentence => statesNone(sentence) && (bearerIn(sentence) !== null || periodOf(sentence, null) !== null));

/**
 * How much a statement says on a day (ISO). `current`; `undated`: of now, but nobody sees which now; `aged`: names no time and was said
 * before last year; `stale`: of a time before last year.
 */
export function reachOf({ year, saidOn }: Pick<Statement, 'year' | 'saidOn'>, today: string): 'current' | 'undated' | 'aged' | 'stale' {
  const lastYear = Number(today.slice(0, 4)) - 1;
  if (year !== null) return year < lastYear ? 'stale' : 'current';
  if (saidOn === null) return 'undated';
  return Number(saidOn.slice(0, 4)) < lastYear ? 'aged' : 'current';
}

/** Said of a matter, not of a web page; and neither a promise nor a count of what there was. */
const statesNone = (sentence: string): boolean =>
  statesAbsence(sentence) && !promises(sentence) && !ofThePage.test(sentence) && !countsSome.test(sentence);

/** 本栏目暂无内容, 没有找到您要的页面. */
const ofThePage =
  /页面|网页|网址|链接|栏目|频道|服务器|请求|您|(?:查询|检索|搜索|查找|查|找)(?:到|结果|条件)|(?:暂|尚)?(?:无|没有|未有|未发布)(?:任何|相关|更多|可显示的?|最新)*(?:内容|信息|数据|记录|文章|资料|结果|图片|视频)(?!系统|化|中心|公开)[\p{P}\s]*$/u;

/** A number of things, other than none: 受理许可12件，没有超时办结. */
const countsSome =
  /(?<![\d.年月第])(?!0+(?:\.0+)?(?![\d.]))\d+(?:\.\d+)?\s?(?:余|多)?(?:件|项|条|个|次|份|起|宗|人|名|批|辆|元|万元|亿元)(?!月|五|十)/u;

/** Who is said to have none: the unit as it calls itself, or its name. */
function bearerIn(sentence: string): string | null {
  const said = sentence.replace(/[（(][^）)]*[）)]/gu, '');
  return selfName.exec(said)?.[0] ?? fullName.exec(said)?.[1] ?? null;
}

const bodies = '局|委员会|委|办公室|办公厅|厅|署|院|所|站|馆|处|中心|人民政府|政府|街道办事处|街道|镇|乡|大队|支队|公司|医院|学校|集团';
const selfName = /(?:本|我)(?:单位|部门|机关|系统|级|辖区|行政区域|局|委|办|厅|署|院|校|所|站|馆|处|中心|镇|乡|街道|县|区|市|省)(?!年)/u;
const fullName = new RegExp(
  `(?:^|[，,：:、\\s]|年度?|半年|季度|月|日|目前|至今|以来|经|由|的)((?!年|度|本|我)\\p{Script=Han}{2,24}?(?:${bodies}))(?:机关|本级|及(?:其)?所属\\p{Script=Han}{0,4})?(?=[，,]|本年|目前|无|没|未|尚|暂|不|从|均|在|共|当|今|\\d|于|上|的|$)`,
  'u',
);

const dayIn = (sentence: string): string | null => findDates(sentence).find(({ certain }) => certain)?.iso ?? null;

/** Says that it will be there one day: nothing is there yet. */
export const promises = (sentence: string): boolean => promise.test(sentence);

const promise =
  /正在(?:抓紧)?(?:整理|收集|汇总|梳理|准备|修订|清理|编制|制定|制作|录入|更新|完善)[^。]{0,16}(?:后|完成|尽快|及时|予以)[^。]{0,10}(?:公布|公开|发布|更新|上传|上线)|(?:稍后|近期|随后|后续|陆续|将?于近期|另行)[^。]{0,8}(?:公布|公开|发布|更新|上传)/u;
