import { kinds } from '../checks/kinds/index.ts';
import { toBeFilled } from '../model/check-spec.ts';

/** The ids of the kinds of judging, for messages and help. */
export const kindIds: readonly string[] = kinds.map(({ id }) => id);

/** A check to be filled in: valid in form, refused by `checks validate` until the places marked 待填 and its options are filled. */
export const checkTemplate = (
  id: string,
  kind: string,
): string => `# 填好带“${toBeFilled}”的各处后，用 gongkai checks validate <文件夹> 校验。
id: ${id}
# 规则手册中的编号（docs/rules.md）；地方自定的写 []。
rules: []
title: ${toBeFilled}：要求做到什么，一句话
# 公开事项（gongkai checks list --json 中的 item）；不针对某一事项的删去这一行。
item: guide
basis:
  source: ${toBeFilled}：法规、标准或文件的名称
  number: ${toBeFilled}：文号
  article: ${toBeFilled}：条款
  says: ${toBeFilled}：条文的要点
  # confirmed 已核对原文；practice 各地做法；unconfirmed 未核对，默认停用。
  confidence: unconfirmed
# ${toBeFilled}：施行日期。
effective: { from: 1970-01-01 }
appliesTo: { types: [province, city, county, department, township] }
# deduction 扣分（须写 points）；advisory 提示；person 须人工认定；veto 单项否决。
severity: advisory
kind: ${kind}
# 各判定方式的参数见 docs/checks.md 中同一方式的检查项。
options: {}
messages:
  pass: ${toBeFilled}：符合时的说明，可用 {anchor} 等
  fail: ${toBeFilled}：不符合时的说明，写明哪里、缺什么
  unsure: 无法判定：{reason}。
remedy: ${toBeFilled}：编辑照着就能改的一句话
examples:
  - { page: ${toBeFilled}/符合, expect: pass, why: ${toBeFilled} }
  - { page: ${toBeFilled}/不符合, expect: fail, why: ${toBeFilled} }
  - { page: ${toBeFilled}/看不清, expect: unsure, why: ${toBeFilled} }
`;
