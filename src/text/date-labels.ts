/**
 * What a date on a page says about itself: `published` 发布 · `written` 成文、签发、签署 · `issued` 发文、印发、生成 · `updated` 更新、回复 ·
 * `plain` a bare 时间 or 日期 · `other` a deadline, an event, a term or a number · `clock` today's date in a header · `none` no label.
 *
 * 成文日期 is the day of signature (《党政机关公文处理工作条例》第九条：署会议通过或者发文机关负责人签发的日期), so 签发 and 签署 are `written`.
 * 发文、印发 and 生成日期 lie between signature and publication and are used for either: they are `issued`, and stand for
 * whichever of the two has no label of its own.
 */
export type DateRole = 'published' | 'plain' | 'issued' | 'updated' | 'written' | 'none' | 'other' | 'clock';

/** Which role best says when a text was made public, best first; `other` and `clock` never do. */
export const publishingRoles: readonly DateRole[] = ['published', 'plain', 'none', 'issued', 'updated', 'written'];

export interface DateLabel {
  /** As written, without spaces and colon; null when there is none. */
  readonly label: string | null;
  readonly role: DateRole;
}

/** Reads the label in front of a date, given the text that ends where the date begins. */
export function labelBefore(text: string): DateLabel {
  const spaced = text
    .slice(-40)
    .replace(opener, '')
    .replace(/(?<=[间期])[为是]$/, '');
  if (!mayEndLabel.test(spaced)) return { label: null, role: 'none' };
  const tight = spaced.replace(/[\s\u00a0\u3000]+/g, '').toLowerCase();
  for (const [role, pattern] of labels) {
    const found = pattern.exec(tight)?.[0];
    if (found) return { label: found, role };
  }
  const bare = /(?<before>.?)(?<label>时间|日期)$/u.exec(tight);
  if (!bare) return { label: null, role: 'none' };
  const attached = /\p{Script=Han}/u.test(bare.groups!.before!) && !/[\s\u00a0\u3000]时\s*间$|[\s\u00a0\u3000]日\s*期$/.test(spaced);
  const afterSource = /来源[：:]?[^：:]{1,16}(?:时间|日期)$/.test(tight);
  return { label: bare.groups!.label!, role: attached && !afterSource ? 'other' : 'plain' };
}

/** What the words behind a date say, given the text that begins where the date ends; `none` when they say nothing. */
export function labelAfter(text: string): DateRole {
  return afterwards.find(([, pattern]) => pattern.test(text))?.[0] ?? 'none';
}

/** The role named by the heading of a table column, such as 发布日期 or 截止时间. */
export const roleOfHeading = (heading: string): DateRole => labelBefore(heading).role;

const mayEndLabel = /[间期日于是布表至止截新改订天自从从号版一二三四五六dehrDEHR]$/;
const opener = /[\s\u00a0\u3000：:;；,，|｜［【[(（“"'>＞]*$/;

const ends = (words: string): RegExp => new RegExp(`(?:${words})$`);
const day = '(?:时间|日期|日|于)';

// The first pattern that fits wins: a deadline is not a 时间, and 信息发布时间 is 发布时间.
const labels: readonly (readonly [DateRole, RegExp])[] = [
  [
    'clock',
    ends(
      '今天是?|今日是?|现在是|(?:当前|系统|现在|北京|服务器|页面生成)(?:时间|日期)是?|(?:本站|网站|全站)(?:最[近后新])?更新(?:时间|日期|于)?|(?:星期|礼拜)[一二三四五六日天]|todayis',
    ),
  ],
  [
    'other',
    ends(
      `(?:截[止至]|失效|有效|有效期[至到]?|生效|实施|施行|执行|废止|开标|投标|报名|考试|面试|会议|活动|举办|举行|办理|开始|结束|起止|起始|到期|征集|征求意见|公示|开庭|成立|出生|任职|交易|竞价|拍卖|开工|竣工|处罚|决定|许可|申请|登记|注册|访谈|直播|播出|调查|办公|上班|获取|领取|递交|响应|评审|验收|检查|抽查|监测|采样|停[水电气]|发生|缴费|查询|统计|核发|发证)${day}|有效期至?|截止|截至|(?:编|文|序|案|证|批|单|索引|流水|档)号`,
    ),
  ],
  [
    'published',
    ends(
      `(?:发布|发表|公布|公开|公告|刊登|刊发|登载|转载|发稿|挂网|上线|上网|上传|录入|添加|加入|入库|信息|创建|新闻|文章|稿件|编辑|收录)(?:时间|日期)|发布日|(?:发布|发表|公布|公开|刊登|刊发)于|发布|发表|(?:date|posted|published|pubdate|publishdate)`,
    ),
  ],
  [
    'updated',
    ends(
      `(?:更新|修改|修订|提交|留言|来信|写信|咨询|投诉|诉求|受理|回复|答复|办结)${day}|(?:更新|修改|修订)于?|(?:last)?(?:updated?|modified)`,
    ),
  ],
  ['written', ends(`(?:成文|制定|撰写|起草|形成|签署|签发|落款|文件)${day}`)],
  ['issued', ends(`(?:发文|印发|制发|生成|颁布|产生|下发|来源)${day}`)],
];

// Of a sentence speaks what goes on in words; what stands at the end, or before a bracket or separator, speaks of the date.
const afterwards: readonly (readonly [DateRole, RegExp])[] = [
  [
    'clock',
    /^[\s,，|(（]*(?:星期|周|礼拜)[一二三四五六日天]|^[\s,，|]*农历|^[\s|]*(?:多云|晴|阴|小雨|阵雨|雾|霾|小雪)(?=\s*(?:$|[\d转~,，|℃-]))/,
  ],
  [
    'other',
    /^[)）\]】]?(?:起(?![草重])|止|截止|前(?![往来沿线郭进半\d一二三四五六七八九十])|之前|以前|以后|之后|后(?![勤台])|期间|施行|实施|生效|届满|召开|举行|举办|开幕)|^\s{1,2}截止|^\s?(?:至|到(?![达访任])|[-~～—])\s?\d{1,2}(?:[月日号]|[-/.]\d)/,
  ],
  ['published', /^\s?(?:发布|发表|公布|刊发)\s?(?:$|[)）\]】|｜，,。])/],
  ['updated', /^\s?(?:更新|修改|修订)\s?(?:$|[)）\]】|｜，,。])/],
  ['issued', /^\s?(?:印发|下发)\s?(?:$|[)）\]】|｜])/],
];
