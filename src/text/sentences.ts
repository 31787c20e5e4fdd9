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
  /(?:没有|尚未|从未|未(?:收到|发生|作出|做出|安排|开展|办理|制定|出台|产生|实施|进行|受理|涉及|设|列(?!入)|有)|无(?!障碍|偿|线|人机|纸|误|故|论|需|须|法|限|害|证|烟|锡|为县|棣|极|公害|党派|照|主|家|疫|名|毒|业(?!务))|不(?:涉及|存在|予编制|编制|再编制|产生)|为零|为0|空表)/u;

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
  /** The newest year it speaks of; null when it names none, and so speaks of now. */
  readonly year: number | null;
}

/** Longer texts say more, whatever their sentences have in common. */
const longestStatement = 300;

/** The statement that a text consists of; null when it says anything else. */
export function statementIn(text: string): Statement | null {
  const said = substanceOf(text);
  if (said.length === 0 || text.length > longestStatement || !said.every(statesAbsence)) return null;
  const years = said.map(yearSpokenOf);
  return { text: said.join(''), year: years.every(year => year !== null) ? Math.max(...years) : null };
}

/** Says that it will be there one day: nothing is there yet. */
export const promises = (sentence: string): boolean => promise.test(sentence);

const promise =
  /正在(?:抓紧)?(?:整理|收集|汇总|梳理|准备|修订|清理|编制|制定|制作|录入|更新|完善)[^。]{0,16}(?:后|完成|尽快|及时|予以)[^。]{0,10}(?:公布|公开|发布|更新|上传|上线)|(?:稍后|近期|随后|后续|陆续|将?于近期|另行)[^。]{0,8}(?:公布|公开|发布|更新|上传)/u;

/**
 * The newest year a sentence speaks of as its time (2023年度没有……); null when it names none, or speaks of now (自2019年以来,
 * 2019年机构改革后). The year of a law, in brackets behind its name, is not the time of the statement.
 */
function yearSpokenOf(sentence: string): number | null {
  if (/本年|今年|目前|现在|现|至今|以来|迄今|不再/.test(sentence)) return null;
  const said = sentence.replace(/《[^》]*》|[（(][^）)]*[）)]/gu, '');
  const years = Array.from(said.matchAll(spokenYear), ([, year]) => Number(year));
  return years.length > 0 ? Math.max(...years) : null;
}

const spokenYear = /(?<![自从至到\d])(20\d{2})\s?年(?!\s?\d{1,2}\s?月|[^，。]{0,6}(?:起|后|修订|修正))/gu;
