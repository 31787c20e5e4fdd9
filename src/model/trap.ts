/**
 * The rules by which an address is taken for part of an endless space, by what they found. The words are stable over versions,
 * because they are stored; the titles are what officials read.
 */
export const trapTitles = {
  'long-address': '地址过长',
  'deep-path': '目录层级过深',
  'repeated-segments': '目录名一再重复',
  'host-in-path': '地址中夹带网站域名',
  calendar: '日历没有尽头',
  'repeated-escapes': '地址中的转义符一再重复',
  'repeated-parameters': '参数一再追加',
  'growing-path': '地址越接越长',
  'session-id': '地址中带有会话编号',
  'idle-parameter': '参数不影响内容',
  'parameter-order': '同样的参数换了次序',
  'parameter-combinations': '参数的组合没有尽头',
  'same-pages': '同类地址的内容相同',
  'near-duplicates': '同类地址的内容几乎相同',
} as const;
export type TrapRule = keyof typeof trapTitles;

/** Why an address was taken for part of an endless space. */
export interface Trap {
  readonly rule: TrapRule;
  /** What was found there, in a few Chinese words; empty when the title says it all. */
  readonly detail: string;
}

/** One Chinese clause. */
export const trapText = ({ rule, detail }: Trap): string => (detail === '' ? trapTitles[rule] : `${trapTitles[rule]}：${detail}`);
