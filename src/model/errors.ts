/**
 * Every error thrown on purpose. The code is stable and documented; the class says what the command line does next.
 * `usage` ends with exit code 64 and one Chinese sentence; nothing already stored is touched.
 */
export const errorCodes = {
  CHECK_INVALID: '检查项文件有误',
  VOCABULARY_INVALID: '词表文件有误',
  SCHEME_INVALID: '方案文件有误',
  CALENDAR_INVALID: '工作日历文件有误',
  RULES_INVALID: '规则文件有误',
  ROSTER_INVALID: '单位名单有误',
  EXEMPTIONS_INVALID: '不适用审批表有误',
  ROSTER_SHRANK: '单位名单大幅减少，需要确认',
  SETTINGS_INVALID: '设置有误',
  USAGE: '命令用法有误',
  UNIT_UNKNOWN: '没有这个单位',
  FILE_UNREADABLE: '文件无法读取',
  STORE_LOCKED: '数据库正被另一次运行使用',
  STORE_UNUSABLE: '数据库无法使用',
  RUN_UNKNOWN: '没有这次运行',
} as const;
export type ErrorCode = keyof typeof errorCodes;

export class GongkaiError extends Error {
  override readonly name = 'GongkaiError';
  readonly code: ErrorCode;

  /** `message`: one Chinese sentence saying what is wrong, where, and how to mend it. */
  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
