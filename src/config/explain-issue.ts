import type { z } from 'zod';

/** What zod found wrong with one value, before it has a message. */
type RawIssue = Parameters<z.core.$ZodErrorMap>[0];

const typeNames: Readonly<Record<string, string>> = {
  string: '文字',
  number: '数字',
  int: '整数',
  boolean: '是或否（true 或 false）',
  array: '列表',
  object: '一组“键: 值”',
  record: '一组“键: 值”',
  null: '空',
};

const formatNames: Readonly<Record<string, string>> = {
  date: '日期（如 2026-11-20）',
  datetime: '日期时间（如 2026-11-20T08:00:00Z）',
  time: '时间（如 08:00:00）',
  url: '完整的网址（如 https://www.example.gov.cn/）',
  regex: '规定的写法',
};

/**
 * The error map handed to zod wherever people's files are read: one plain Chinese clause, what is wrong and how to mend it.
 * A message written in the schema itself wins over this one.
 */
export function explainIssue(issue: RawIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined) return `缺少必填的内容，请补上${nameOf(issue.expected)}`;
      return `应为${nameOf(issue.expected)}，现为${show(issue.input)}，请改正`;
    case 'invalid_value':
      return `只能是${issue.values.map(show).join('、')}之一，现为${show(issue.input)}，请改正`;
    case 'unrecognized_keys':
      return `不认识的键${issue.keys.map(show).join('、')}，请检查拼写或删去`;
    case 'too_small':
      return issue.origin === 'string' || issue.origin === 'array'
        ? `不能少于 ${issue.minimum} ${issue.origin === 'array' ? '项' : '个字'}，请补充`
        : `应${issue.inclusive ? '不小于' : '大于'} ${issue.minimum}，现为${show(issue.input)}，请改正`;
    case 'too_big':
      return issue.origin === 'string' || issue.origin === 'array'
        ? `不能多于 ${issue.maximum} ${issue.origin === 'array' ? '项' : '个字'}，请删减`
        : `应${issue.inclusive ? '不大于' : '小于'} ${issue.maximum}，现为${show(issue.input)}，请改正`;
    case 'invalid_format':
      return `应为${formatNames[issue.format] ?? '规定的写法'}，现为${show(issue.input)}，请改正`;
    case 'not_multiple_of':
      return `应为 ${issue.divisor} 的倍数，现为${show(issue.input)}，请改正`;
    default:
      return `内容${show(issue.input)}不符合要求，请改正`;
  }
}

const nameOf = (type: string): string => typeNames[type] ?? type;

/** A value as it can stand inside a sentence. */
function show(value: unknown): string {
  if (value === undefined || value === null || value === '') return '空';
  if (Array.isArray(value)) return '列表';
  if (typeof value === 'object') return '一组“键: 值”';
  const text = String(value);
  return `“${text.length > 40 ? `${text.slice(0, 40)}…` : text}”`;
}
