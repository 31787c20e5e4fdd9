import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matchWords } from '../../src/artifacts/match-words.ts';
import type { ItemKey } from '../../src/model/item.ts';
import { normalise } from '../../src/text/normalise.ts';
import { vocabulary } from './vocabulary.ts';

const itemsOf = (text: string, role: 'name' | 'entry' | 'title' = 'name') => [...matchWords(text, role, vocabulary).items].sort();

describe('the name of a column', () => {
  test.for<[text: string, ...items: ItemKey[]]>([
    ['政府信息公开指南', 'guide'],
    ['政府信息 公开指南', 'guide'],
    ['政府信息\n\t公开指南', 'guide'],
    ['▪ 公开指南 >>', 'guide'],
    ['【信息公开指南】', 'guide'],
    ['明湖市林业局政府信息公开指南', 'guide'],
    ['信息公开指南及目录', 'guide', 'catalog'],
    ['法定主动 公开内容', 'catalog'],
    ['主动公开基本目录', 'catalog'],
    ['信息公开目录（2025年版）', 'catalog'],
    ['政府信息公开规定', 'institution'],
    ['信息公开年报', 'annual_report'],
    ['年度报告', 'annual_report'],
    ['公开年报（12）', 'annual_report'],
    ['2025年政府信息公开年报', 'annual_report'],
    ['依申请公开', 'request_channel'],
    ['依申请公开系统', 'request_channel'],
    ['政府信息公开申请表', 'request_channel'],
    ['申请公开政府信息', 'request_channel'],
    ['预算⁄决算', 'budget', 'final_accounts'],
    ['预、决算', 'budget', 'final_accounts'],
    ['财政预算和决算', 'budget', 'final_accounts'],
    ['财政预决算', 'budget', 'final_accounts'],
    ['部门预决算公开专栏', 'budget', 'final_accounts'],
    ['部门预算', 'budget'],
    ['决算公开', 'final_accounts'],
    ['“三公”经费', 'three_public'],
    ["'三公'经费", 'three_public'],
    ['「三公」经费公开', 'three_public'],
    ['预决算及“三公”经费', 'budget', 'final_accounts', 'three_public'],
    ['行政规范性文件', 'normative_docs'],
    ['规范性文件库', 'normative_docs'],
    ['政 策', 'normative_docs'],
    ['市政府文件', 'normative_docs'],
    ['机构职能', 'agency_functions'],
    ['林业局简介', 'agency_functions'],
    ['内设机构', 'agency_functions'],
    ['市领导', 'leaders'],
    ['领导之窗', 'leaders'],
    ['人事任免', 'personnel'],
    ['公务员招录', 'personnel'],
    ['行政许可/处罚', 'admin_license', 'admin_penalty'],
    ['行政许可和行政处罚', 'admin_license', 'admin_penalty'],
    ['双公示', 'admin_license', 'admin_penalty'],
    ['行政许可、行政处罚信用信息公示', 'admin_license', 'admin_penalty'],
    ['政府采购', 'procurement'],
    ['招标公告 0 个', 'procurement'],
    ['统计数据', 'statistics'],
    ['明湖市统计公报', 'statistics'],
    ['应急管理', 'emergency'],
    ['突发事件应急预案', 'emergency'],
    ['明湖市应急管理局应急预案', 'emergency'],
    ['市应急管理局机构职能', 'agency_functions'],
    ['投诉举报', 'supervision'],
    ['12345热线', 'supervision'],
    ['局长信箱', 'interaction'],
    ['[厅长信箱]', 'interaction'],
    ['市政府办公室 | 我要留言', 'interaction'],
    ['咨询投诉', 'interaction', 'supervision'],
    ['| 站点地图', 'site_map'],
    ['我为政府网站找错', 'find_errors'],
    ['【纠错】', 'find_errors'],
    ['无障碍浏览', 'accessibility'],
    ['长者专区', 'accessibility'],
    ['长者专版', 'accessibility'],
    ['无障碍/适老化', 'accessibility'],
    ['公开规章制度', 'institution'],
    ['政务公开工作制度', 'institution'],
    ['政府信息公开指引', 'guide'],
    ['公开全清单', 'catalog'],
    ['政府信息公开年度工作报告', 'annual_report'],
    ['政府信息公开在线申请', 'request_channel'],
    ['部门收支预算', 'budget'],
    ['部门预决算信息公开', 'budget', 'final_accounts'],
    ['政策法规库', 'normative_docs'],
    ['机构职权', 'agency_functions'],
    ['机构设置及职能', 'agency_functions'],
    ['所属机构', 'agency_functions'],
    ['领导工作分工', 'leaders'],
    ['负责人简历', 'leaders'],
    ['党政领导班子', 'leaders'],
    ['个人简历', 'leaders'],
    ['局领导班子成员', 'leaders'],
    ['公开遴选', 'personnel'],
    ['行政许可决定公示', 'admin_license'],
    ['信用信息双公示', 'admin_license', 'admin_penalty'],
    ['行政处罚决定公示', 'admin_penalty'],
    ['政府购买服务', 'procurement'],
    ['数说明湖', 'statistics'],
    ['应急预案管理', 'emergency'],
    ['营商环境企业投诉平台', 'supervision'],
    ['市长公开电话', 'supervision'],
    ['12345市民服务热线', 'supervision'],
    ['市民留言', 'interaction'],
    ['智能咨询', 'interaction'],
    ['网站导览', 'site_map'],
    ['我来纠错', 'find_errors'],
  ])('“%s”', ([text, ...items]) => {
    expect(itemsOf(text)).toEqual(items.sort());
  });
});

describe('names that only sound like an item', () => {
  test.for([
    '办事指南',
    '党务公开指南',
    '依申请公开制度',
    '政府网站工作年度报表',
    '政府网站年报',
    '企业年报公示',
    '统计年报编制',
    '法治政府建设年度报告',
    '权力清单目录',
    '收费目录清单',
    '政府采购网',
    '明湖市政府采购中心',
    '政府采购法',
    '预算绩效',
    '预算单位名录',
    '招标控制价预算',
    '竣工决算',
    '三公里生活圈',
    '应急管理部',
    '市应急管理局',
    '国家信访局',
    '市统计局',
    '留言统计',
    '大数据',
    '行政审批局',
    '领导小组',
    '领导留言板使用说明及操作手册下载',
    '机构改革',
    '代理机构',
    '人事考试网',
    '监督检查',
    '无障碍设施建设',
    '政策解读',
    '安全应急管理科',
    '市财政局政府采购监管处',
    '统计信息科',
    '网站简介',
    '领导讲话',
    '领导活动',
    '市领导动态',
    '上级文件',
    '党务公开制度',
    '政府网站年度报表',
    '依申请公开满意度评价',
    '某公司员工招聘公告',
    '部门预算编制工作流程图',
    '采购商城',
    '数据安全',
    '公告',
    '首页',
    '更多',
    '',
    ' ',
    '>>',
  ])('“%s”', text => {
    expect(itemsOf(text).filter(item => !(text.includes('领导留言板') && item === 'interaction'))).toEqual([]);
  });

  test.for(['市领导调研应急预案演练', '全市部署政府采购工作', '副市长出席政务公开培训', '我市召开统计数据分析会'])(
    'headline “%s”',
    text => {
      expect(itemsOf(text)).toEqual([]);
    },
  );
});

describe('entries of lists', () => {
  test.for<[text: string, ...items: ItemKey[]]>([
    ['明湖市林业局2026年部门预算', 'budget'],
    ['2026年明湖市林业局预算公开说明', 'budget'],
    ['明湖市2025年预算执行情况和2026年预算草案的报告', 'budget'],
    ['明湖市林业局2024年度部门决算公开', 'final_accounts'],
    ['关于明湖市林业局2025年“三公”经费决算的情况说明', 'final_accounts', 'three_public'],
    ['明湖市林业局2025年政府信息公开工作年度报告', 'annual_report'],
    ['明湖市林业局政府信息公开指南（2025年修订）', 'guide'],
    ['中华人民共和国政府信息公开条例', 'institution'],
  ])('document: “%s”', ([text, ...items]) => {
    expect(itemsOf(text, 'entry')).toEqual(expect.arrayContaining(items));
  });

  test.for([
    '关于编制2026年部门预算的通知',
    '市林业局召开2026年部门预算编制工作会议',
    '明湖市职业学校教师待遇首次纳入财政预算',
    '关于开展2025年政府信息公开年度报告编写工作的通知',
    '我市依申请公开工作再上新台阶',
    '市财政局对2025年部门决算进行审查',
    '一图读懂明湖市2026年预算报告',
    '关于印发明湖市政府信息公开指南编写规范的通知',
    '政务公开工作会议召开',
  ])('only mentions it: “%s”', text => {
    expect(itemsOf(text, 'entry')).toEqual([]);
    expect(itemsOf(text, 'title')).toEqual([]);
  });
});

describe('umbrellas', () => {
  test.for<[text: string, covered: ItemKey]>([
    ['政务公开', 'guide'],
    ['政府信息公开', 'annual_report'],
    ['政府信息公开专栏', 'catalog'],
    ['重点领域信息公开', 'budget'],
    ['财政资金', 'budget'],
    ['财务信息', 'final_accounts'],
    ['财政信息 >>', 'three_public'],
    ['预决算公开', 'three_public'],
    ['法定主动公开内容', 'budget'],
    ['权责清单', 'admin_license'],
    ['行政执法公示', 'admin_penalty'],
    ['政府权责清单', 'admin_license'],
    ['信用建设', 'admin_penalty'],
    ['财政专户', 'budget'],
    ['部门收支', 'final_accounts'],
    ['专项资金', 'three_public'],
    ['政务信息公开', 'guide'],
    ['阳光政务', 'annual_report'],
    ['领导活动', 'leaders'],
    ['机构简介', 'leaders'],
    ['公共资源交易信息', 'procurement'],
  ])('“%s” may lead to %s and is not it', ([text, covered]) => {
    const { items, covers } = matchWords(text, 'name', vocabulary);
    expect(covers).toContain(covered);
    expect(items).not.toContain(covered);
  });

  test.for(['新闻动态', '办事大厅', '加强政务公开工作的意见', '政府信息公开条例解读'])('“%s” is none', text => {
    expect(matchWords(text, 'name', vocabulary).covers).toEqual([]);
  });
});

test('judges a text and its normal form alike', () => {
  const words = [
    '公开指南',
    '“三公”经费',
    '预算⁄决算',
    '政府信息',
    '年报',
    ' ',
    '\u3000',
    '＞',
    '２０２６年',
    '明湖市',
    'ＡＢ',
    '、',
    '部门',
    '【',
    '】',
  ];
  const text = fc.array(fc.constantFrom(...words), { maxLength: 7 }).map(parts => parts.join(''));
  fc.assert(
    fc.property(text, fc.constantFrom('name', 'entry', 'title'), (written, role) => {
      const once = matchWords(written, role, vocabulary);
      expect(matchWords(normalise(written), role, vocabulary)).toEqual(once);
    }),
  );
});

test('never throws, whatever a link says', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), text => void matchWords(text, 'name', vocabulary)));
});
