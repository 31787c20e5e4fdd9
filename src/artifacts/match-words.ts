import { normalise } from '../text/normalise.ts';
import type { CompiledItem, CompiledVocabulary, Match } from './compile-vocabulary.ts';
import { formsOf, isUnit, newsWords } from './word-forms.ts';

/**
 * What a text is to us. As the name of a column it may be short and must be little more than a term; as an entry of a
 * list it must be a term itself, or a document of the item (“明湖市林业局2025年部门预算”); as the title of a page likewise,
 * but there a document needs neither year nor unit.
 */
export type Role = 'name' | 'entry' | 'title';

/** Which items a text names, and behind which it leads. `text` as written on the page. Never throws. */
export function matchWords(text: string, role: Role, vocabulary: CompiledVocabulary): Match {
  const key = `${role} ${text}`;
  const known = vocabulary.known.get(key);
  if (known) return known;
  if (vocabulary.known.size > 20_000) vocabulary.known.clear();
  const match = judge(text, role, vocabulary);
  vocabulary.known.set(key, match);
  return match;
}

const nothing: Match = { items: [], covers: [] };
/** Longer texts are sentences. */
const longestText = 80;
/** A link text with so many characters is still the name of a column. */
const longestName = 16;

function judge(text: string, role: Role, vocabulary: CompiledVocabulary): Match {
  if (text.length < 2 || text.length > 4 * longestText) return nothing;
  const words = normalise(text);
  if (words.length < 2 || words.length > longestText || !vocabulary.anyWord.test(words)) return nothing;
  const forms = formsOf(words, vocabulary);
  const items = vocabulary.items.filter(item => isExactly(words, forms, item, vocabulary) || holds(forms[0]!, item, role));
  const covers = words.length > longestName ? [] : forms.flatMap(form => vocabulary.umbrellas.get(form) ?? []);
  return { items: items.map(({ item }) => item), covers: [...new Set(covers)] };
}

/** One of the forms is a word of the item. The whole text may be one even when it holds a word that excludes it. */
function isExactly(words: string, forms: readonly string[], { item, not, masks }: CompiledItem, { exact }: CompiledVocabulary): boolean {
  const isExcluded = not.some(word => words.includes(word));
  return forms.some((form, i) => exact.get(form)?.includes(item) && (i === 0 || (!isExcluded && !masks.some(mask => form.includes(mask)))));
}

/** The text contains a term of the item and little else, or is the title of a document of it. */
function holds(bare: string, { contains, not, masks }: CompiledItem, role: Role): boolean {
  if (not.some(word => bare.includes(word))) return false;
  const rest = masks.reduce((words, mask) => words.replaceAll(mask, '□'), bare);
  return contains.some(term => rest.includes(term) && ((role === 'name' && isColumn(rest, term)) || isDocument(rest, term, role)));
}

const isColumn = (words: string, term: string): boolean =>
  words.length <= longestName &&
  !headline.test(words.replace(term, '')) &&
  !office.test(words.slice(words.lastIndexOf(term) + term.length));

/** What follows the term makes it the name of an office: 安全应急管理科, 政府采购监管处, 行政许可股. */
const office = /(?:科|股|处|司|局|厅|支队|大队|办公室|委员会|委)(?:\(.{1,8}\))?$/;

const headline =
  /召开|开展|举[办行]|部署|推进|调研|出席|参加|会见|强调|要求|督导|慰问|走访|启动|签约|揭牌|圆满|成功|扎实|深入|进一步|全力|助力|通过|印发|做好|加强|提升|组织[学观开]|[，,。!！?？;；]/;

/**
 * The text is the title of a document of the item: the term, apart from what documents add behind it,
 * with a year or a unit in front, and nothing that makes a headline of it.
 */
function isDocument(words: string, term: string, role: Role): boolean {
  if (words.length > 60) return false;
  const at = words.lastIndexOf(term);
  const head = words.slice(0, at);
  const tail = words.slice(at + term.length);
  if (!documentTail.test(tail) || newsWords.test(head) || newsWords.test(tail)) return false;
  return role === 'title' || year.test(words) || isUnit(head.replace(/^关于/, ''));
}

const year = /(?:19|20)\d\d|二[0零][一二三四五六七八九0零]{2}/;
const documentTail =
  /^(?:公开|信息|说明|情况|报告|报表|草案|附件|附表|目录|文本|全文|公示|汇总|总?表|及|和|与|的|其他|编制|财政|拨款|支出|收支|收入|一般公共|基本|项目|三公|经费|预算|决算|年度|工作|正文|单位|部门|本级|绩效|目标|执行|调整|修[订改]|最?新?版|稿|下载|[()（）:、,.\-_/]|(?:19|20)?\d{2,4}年?|\d{1,4}|pdf|docx?|xlsx?)*$/;
