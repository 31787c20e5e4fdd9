import { Power, powerTitles, UnitType, unitTypeTitles } from '../model/unit.ts';
import { normalise } from '../text/normalise.ts';

/** The columns of a roster table, with the headings that people write for them. The first is ours. */
const headings = {
  id: ['单位编码', '编码', '单位代码', '代码', '单位编号', 'id'],
  name: ['单位名称', '名称', '单位', '单位全称', '机构名称', 'name'],
  aliases: ['别名', '简称', '单位简称', '别称', '其他名称', 'aliases'],
  type: ['单位类别', '类别', '单位类型', '类型', 'type'],
  group: ['考评分组', '分组', '组别', '考核分组', 'group'],
  parent: ['上级单位', '上级', '上级单位编码', '主管单位', '主管部门', 'parent'],
  sites: ['网站首页', '网站', '网址', '网站网址', '网站地址', '首页网址', 'sites'],
  disclosure: ['信息公开专栏', '政府信息公开专栏', '信息公开栏目', '专栏网址'],
  prefixes: ['网址范围', '网址前缀', 'prefixes'],
  siteCodes: ['网站标识码', '标识码', '政府网站标识码', '网站识别码'],
  consentInFlight: ['同意并发数', '同意的并发数'],
  consentGap: ['同意间隔秒数', '同意间隔', '同意的间隔秒数'],
  consentBy: ['同意人', '同意单位'],
  consentOn: ['同意日期', '同意时间'],
  consentUntil: ['同意截止日期', '同意期限', '同意有效期至'],
  powers: ['职权', '职权事项', '权力事项', 'powers'],
} as const satisfies Record<string, readonly [string, ...string[]]>;

export type RosterColumn = keyof typeof headings;
export const rosterColumns = Object.keys(headings) as readonly RosterColumn[];
export const columnTitle = (column: RosterColumn): string => headings[column][0];

/** Columns without which a row says too little. */
export const requiredColumns: readonly RosterColumn[] = ['id', 'name', 'type'];

/** Columns that people add for themselves; they are passed over. */
const ignored = new Set(['序号', '备注', '说明'].map(normalise));

const typeWords: Readonly<Record<UnitType, readonly string[]>> = {
  province: ['省政府', '省级', '省', '自治区政府', '直辖市政府'],
  city: ['市政府', '市级', '地市级政府', '地级市', '市'],
  county: [
    '县级政府',
    '区县政府',
    '区政府',
    '县政府',
    '县(市、区)政府',
    '县(市、区)',
    '区(县级市)政府',
    '区(县级市)',
    '县区',
    '区县',
    '区',
    '县',
  ],
  department: ['政府部门', '工作部门', '市直部门', '市级部门', '县直部门', '区直部门', '省直部门', '委办局', '局委办', '直属机构'],
  township: ['乡镇', '街道', '镇街', '乡镇(街道)', '乡镇、街道', '乡镇政府', '镇政府', '乡政府', '街道办事处'],
  'public-body': ['公共企业事业单位', '公共企事业', '企事业单位'],
};

const powerWords: Readonly<Record<Power, readonly string[]>> = {
  permits: ['许可', '审批', '行政审批'],
  penalties: ['处罚'],
  fees: ['收费', '行政收费', '行政事业收费'],
  procurement: ['采购'],
  budget: ['预算', '部门预算'],
  'normative-docs': ['规范性文件', '制发规范性文件', '行政规范性文件'],
  statistics: ['统计信息'],
  emergency: ['应急'],
};

const columnByHeading = byWord(rosterColumns, column => headings[column]);
const typeByWord = byWord(UnitType.options, type => [type, unitTypeTitles[type], ...typeWords[type]]);
const powerByWord = byWord(Power.options, power => [power, powerTitles[power], ...powerWords[power]]);

/** Which column a heading means; `ignored` for one that is passed over, null for an unknown one. A bracketed remark, as in “单位名称（必填）”, is not looked at. */
export function columnOf(heading: string): RosterColumn | 'ignored' | null {
  const words = normalise(heading);
  const bare = words.replace(/\([^()]*\)$/, '').replace(/^\*+|\*+$/g, '');
  if (ignored.has(bare)) return 'ignored';
  return columnByHeading.get(words) ?? columnByHeading.get(bare) ?? null;
}

/** Null when the word is none that is known. */
export const unitTypeOf = (word: string): UnitType | null => typeByWord.get(normalise(word)) ?? null;
export const powerOf = (word: string): Power | null => powerByWord.get(normalise(word)) ?? null;

/** Each key under all words for it, in the form in which texts are compared. */
function byWord<Key extends string>(keys: readonly Key[], words: (key: Key) => readonly string[]): ReadonlyMap<string, Key> {
  return new Map(keys.flatMap(key => words(key).map(word => [normalise(word), key] as const)));
}
