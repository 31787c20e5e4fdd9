import type { CompiledVocabulary } from './compile-vocabulary.ts';

/**
 * The forms in which a name may be a known word: without decoration (always the first), without filler behind, without
 * the unit in front, and each half of a name for two. `words` is normalised.
 */
export function formsOf(words: string, { exact, umbrellas, longestExact }: CompiledVocabulary): string[] {
  const isKnown = (word: string) => exact.has(word) || umbrellas.has(word);
  const bare = undecorated(words);
  const forms = new Set([bare, bare.replace(/[、/]/g, ''), ...halvesOf(bare, isKnown)]);
  for (const form of [...forms]) for (const shorter of withoutFiller(form)) forms.add(shorter);
  for (const form of [...forms]) {
    for (let length = 3; length < form.length && length <= longestExact; length++) {
      const tail = form.slice(-length);
      if (isKnown(tail) && isUnit(form.slice(0, -length))) forms.add(tail);
    }
  }
  return [...forms];
}

/** 预算/决算, 行政许可和行政处罚, 信息公开指南及目录: one link for two items. “和” joins only what are names of their own. */
function halvesOf(bare: string, isKnown: (word: string) => boolean): string[] {
  if (bare.length > 16) return [];
  const parts = bare.split(/[|/、,]/).filter(part => part.length >= 2);
  const [first = '', second = '', ...more] = bare.split(/[和与及]/);
  if (second === '' || more.length > 0 || !isKnown(first)) return parts;
  const beginnings = Array.from(first, (_, length) => first.slice(0, length));
  const whole = beginnings.map(beginning => beginning + second).find(isKnown);
  return whole === undefined ? parts : [...parts, first, whole];
}

/** Bullets, arrows and brackets around the words, numbering in front, counts and “more” behind. */
function undecorated(words: string): string {
  const bare = trimmed(
    trimmed(words)
      .replace(/^\(?[0-9一二三四五六七八九十]{1,2}[).、](?!\d)/, '')
      .replace(countBehind, ''),
  );
  return bare.endsWith(')') && !bare.includes('(') ? bare.slice(0, -1) : bare;
}

const countBehind = /(?:\(?\d{1,6}[条个篇项件]?\)?|\(?(?:更多|more)\)?|点击进入|new!?)$/;

/** Without signs at the ends; a closing bracket that belongs to an inner one stays. */
function trimmed(words: string): string {
  let start = 0;
  let end = words.length;
  while (start < end && !letter.test(words[start]!)) start++;
  while (end > start && !letter.test(words[end - 1]!) && !(words[end - 1] === ')' && words.lastIndexOf('(', end - 1) > start)) end--;
  return words.slice(start, end);
}

const letter = /[\p{L}\p{N}]/u;

function withoutFiller(form: string): string[] {
  const shorter = form.replace(filler, '');
  return shorter === form || shorter.length < 2 ? [] : [shorter, form.replace(container, '')];
}

const container = /(?:专栏|栏目|专题|专区|平台|系统|入口|列表|查询|页面|首页)$/;
const filler = new RegExp(`(?:(?:信息)?(?:公开|公示)?${container.source.slice(0, -1)}|信息|公开|公示|情况)$`);

/** The words are the name of a unit, a level or a year: 市财政局, 省级, 本级, 我局, 2026年. Headlines about units are none. */
export const isUnit = (words: string): boolean => words.length <= 24 && !newsWords.test(words) && unitEnd.test(words);

const unitEnd =
  /(?:^[本我全各]|[省市县区州盟旗镇乡厅局委办部院所馆站处署会级校]|街道|中心|公司|学校|学院|大学|集团|政府|机关|单位|部门|网站?|总队|支队|大队|年度?|20\d\d)(?:\(.{1,12}\))?的?$/;

/** Titles with these words tell what somebody did with a document; they are not its title. */
export const newsWords =
  /召开|开展|举[办行]|部署|推进|加强|做好|组织|落实|培训|学习|编制|编写|编报|布置|审议|听取|批准|批复|纳入|严格|规范|强化|提升|提高|完成|启动|印发|转发|征求|报送|通报|解读|读懂|图解|答记者|问答|如何|怎样|什么|吗|怎么|会议|大会|讲话|调研|检查|督查|考核|评[审价]|竞争|招标|采购公告|中标|成交/;
