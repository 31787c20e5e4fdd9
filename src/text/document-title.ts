import type { DocumentReading } from '../model/document.ts';

/** As much of a reading as its title is told from. */
type Titled = Pick<DocumentReading, 'text'>;

/** Lines of the beginning among which a title is looked for, and the most that one is written over. */
const most = { lines: 40, parts: 5, characters: 80 } as const;

/**
 * What the document calls itself: its first meaningful line, or the lines of a cover page put together up to the word that says what
 * kind of document it is (2026年 / 明湖市档案局 / 部门预算), with the unit that a form names beside it. Attachment marks, tables of contents,
 * reference numbers, units of amounts and lone dates are passed over. Null when nothing looks like a title. The spaces of a
 * wide-set title are closed.
 */
export function documentTitle({ text }: Titled): string | null {
  const lines = untilBody(firstLines(text).map(closeSpaces));
  const start = lines.findIndex(line => isMeaningful(line));
  if (start < 0) return null;
  const parts = titleParts(lines.slice(start).filter(line => !isAside(line)));
  const title = parts.join('').slice(0, most.characters);
  const unit = hasUnit(title) ? null : unitBeside(lines.slice(0, start + parts.length + 5));
  return unit === null || title.includes(unit) ? title : `${unit}${title}`;
}

function firstLines(text: string): string[] {
  return text
    .slice(0, 20_000)
    .split('\n', most.lines)
    .map(line => line.trim())
    .filter(line => line !== '');
}

/** What stands before the first heading, where the body of the document or of its table of contents begins. */
function untilBody(lines: readonly string[]): readonly string[] {
  const body = lines.findIndex(line => heading.test(line));
  return body < 0 ? lines : lines.slice(0, body);
}

const heading = /^(?:[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十\d]{1,3}(?:部分|章|条)|\d{1,2}[.、](?!\d))/;

/** Titles are often set wide: 部 门 预 算. A line in more than two pieces is otherwise a row of a table, whose spaces stay. */
function closeSpaces(line: string): string {
  const pieces = line.split(' ');
  const isWide = pieces.length > 2 && pieces.filter(piece => [...piece].length === 1).length >= pieces.length * 0.7;
  if (isWide) return pieces.join('');
  const closed = line.replace(/(?<=[\p{Script=Han}\d]) (?=[\p{Script=Han}\d])/gu, '');
  return pieces.length <= 3 && (pieces.length < 3 || endsWithKind.test(closed)) ? closed : line;
}

const kinds =
  '预算|决算|年报|年度报告|工作报告|报告|指南|目录|清单|公告|通告|通知|公示|说明|办法|规定|细则|方案|意见|规划|计划|总结|制度|章程|汇总表|总表|情况表|明细表|统计表|申请表|一览表|公开表|收支表|表';
const endsWithKind = new RegExp(`(?:${kinds})(?:公开|公开表|公开说明|情况说明|说明|情况|报告|草案|文本|报表)?(?:[(《][^()]{0,20}[)》])?$`);
const goesOn = new RegExp(`^(?:公开|说明|情况|情况说明|公开说明|报告|草案|[(][^()]{1,20}[)]|(?:${kinds}).{0,6})$`);

/** Passed over wherever it stands: it is no part of a title. */
function isAside(line: string): boolean {
  return asides.some(pattern => pattern.test(line));
}

const asides: readonly RegExp[] = [
  /^附(?:件|表|录)?\s?[\d一二三四五六七八九十]{0,3}(?:-\d+)?\s?[::.、]?$/,
  /^(?:目录|目次|封面|首页|扉页|正文|空白|说明)$/,
  /^[-—–·~第\s]*\d{1,4}[-—–·~页\s]*(?:[/共]\s?\d{1,4}\s?页?)?$/,
  /^(?:单位|金额单位|计量单位)[::]?\s?(?:万元|元|亿元|人民币元|千元|人|件|个).{0,12}$/,
  /^(?:部门|单位)?(?:预算|决算)?公开?\s?\d{0,2}\s?表\s?\d{0,2}(?:-\d+)?$/,
  /^表\s?[\d一二三四五六七八九十]{1,3}(?:-\d+)?[::]?$/,
  /^(?:sheet|工作表)\s?\d*$/i,
  /^(?:索引号|信息索引|发布机构|公开日期|公开类别|主题词|文号|发文字号|是否有效|编制日期|填报日期|报送日期|日期|密级|单位负责人|填表人|审核人|联系电话|电话)[::]/,
  /^.{1,12}[〔[(]\d{4}[\])〕]\s?(?:第)?\d{1,5}号$/,
  /^\d{4}\s?[年./-]\s?\d{1,2}\s?(?:[月./-]\s?(?:\d{1,2}\s?日?)?)?$/,
  /^[〇○零一二三四五六七八九十]{4}年[一二三四五六七八九十]{1,2}月(?:[一二三四五六七八九十]{1,3}日)?$/,
  /^(?:https?:\/\/|www\.)/i,
  unitLine(),
];

function unitLine(): RegExp {
  return /^(?:填报|编制|编报|公开|报送)?(?:单位|部门)(?:名称)?(?:\(盖章\)|\(公章\))?[::]/;
}

/** A line that a title can begin with: it has a word in Chinese and is no sentence. */
function isMeaningful(line: string): boolean {
  return !isAside(line) && /\p{Script=Han}{2}|\d{4}年/u.test(line) && !/[。;!]| .* /.test(line) && line.length <= most.characters;
}

/** The first line and those after it that still belong to the title, without the mark of an attachment in front. */
function titleParts(lines: readonly string[]): string[] {
  const parts: string[] = [];
  for (const line of lines.slice(0, most.parts)) {
    const part = parts.length === 0 ? line.replace(/^附(?:件|表)\s?[\d一二三四五六七八九十]{0,3}(?:-\d+)?\s?[::.、]\s?/, '') : line;
    const isComplete = endsWithKind.test(parts.join(''));
    if (parts.length > 0 && (isComplete ? !goesOn.test(part) : !continues(parts, part))) break;
    parts.push(part);
  }
  return endsWithKind.test(parts.join('')) ? parts : parts.slice(0, 1);
}

/** Sentences and rows of tables end a title that has not said its kind. */
const continues = (parts: readonly string[], line: string): boolean =>
  isMeaningful(line) && line.length <= 40 && parts.join('').length + line.length <= most.characters;

/** Whether the title names somebody: 部门 and 单位 alone are nobody. */
const hasUnit = (title: string): boolean => organ.test(title.replace(/部门|单位|本级|社会|机关/g, ''));

const organ =
  /\p{Script=Han}{2}(?:局|委|委员会|办公室|政府|厅|法院|检察院|中心|学校|中学|小学|幼儿园|大学|医院|协会|联合会|总工会|妇联|团委|管委会|街道|乡|镇|市|县|区|集团|公司)/u;

/** The unit that a form names: 填报单位:…, or a line of its own below the title of a cover page. */
function unitBeside(lines: readonly string[]): string | null {
  for (const line of lines) {
    const named = unitLine().exec(line);
    const beside = named === null ? '' : line.slice(named[0].length).trim();
    const unit = /^\p{Script=Han}{3,30}?(?=单位:|金额|计量|\P{Script=Han}|$)/u.exec(beside)?.[0];
    if (unit !== undefined) return unit;
  }
  return (
    lines.find(line => /^\p{Script=Han}{2,24}(?:局|委员会|办公室|政府|厅|法院|检察院|中心|学校|街道办事处|管委会)$/u.test(line)) ?? null
  );
}
