import { describe, expect, test } from 'vitest';
import { MiniSite } from '../../fixtures/mini-site.ts';
import { judgeSite, outcomeOf, readSite } from '../support/judge-site.ts';

// Sentences that offices really write, and what a careful inspector would sign about them.
const outcome = (site: object, check: string) => outcomeOf(judgeSite(MiniSite.parse(site)), check);
const onePage = (title: string, body: string) => ({
  home: `<a href="/x/1.html">${title}</a>`,
  pages: { '/x/1.html': { title, body: `<h1>${title}</h1><p>发布时间：2026-03-06</p>${body}` } },
});

describe('the guide', () => {
  const rest =
    '<p>为方便公民、法人和其他组织获取明湖市教育局的政府信息，编制本指南。按机构职能、政策文件、规划计划、财政信息等分类编排，可以主动公开查阅，也可以依申请公开。机构名称：明湖市教育局办公室；传真号码：0531-5550102；联系电话：0531-5550101；电子邮箱：jyj@minghu.example。</p>';
  const usual = '办公地址：明湖市学府路1号；办公时间：周一至周五9:00—17:00。';
  const guide = (sentence: string, contact = usual) => onePage('政府信息公开指南', `${rest}<p>${contact}</p>${sentence}`);

  test.for([
    '行政机关依申请提供政府信息，不向申请人收取检索、复制、邮寄等费用。',
    '除信息处理费外，本机关不得向申请人收取检索、复制、邮寄等成本费用。',
    '本机关提供政府信息不另行收取检索、复制、邮寄费。',
    '申请人无需支付检索、复制、邮寄等费用。',
    '申请人不需要缴纳检索、复制、邮寄费用。',
    '受理地点：明湖市人民路492号二楼。',
    '（2007年4月5日中华人民共和国国务院令第492号公布<br>2019年4月3日中华人民共和国国务院令第711号修订）',
    '通过局长信箱提出的咨询，我局在15个工作日内回复。',
    '公民认为本机关未按规定公开的，可以向明湖市政府办公室反映，收到后15个工作日内予以答复。',
    '原为15个工作日内答复的规定不再执行。',
    '本机关不得以申请与申请人自身生产、生活、科研等特殊需要无关为由拒绝提供。',
  ])('is up to date although it says: %s', sentence => expect(outcome(guide(`<p>${sentence}</p>`), 'guide-current-rules')).toBe('pass'));

  test.for([
    '依申请提供政府信息的，收取检索、复制、邮寄等成本费用。',
    '依据《中华人民共和国政府信息公开条例》（国务院令第492号，以下简称条例）编制。',
    '自收到申请之日起15个工作日内予以答复。',
  ])('is not when it says: %s', sentence => expect(outcome(guide(`<p>${sentence}</p>`), 'guide-current-rules')).toBe('fail'));

  test.for([
    '通信处：明湖市学府路教育大厦三楼；办公时间：周一至周五。',
    '办公地址：学府路1号；服务时间：工作日上午8时30分至12时，下午2时至5时30分。',
  ])('tells place and time: %s', contact => expect(outcome(guide('', contact), 'disclosure-guide')).toBe('pass'));
});

describe('“三公”经费 of a budget', () => {
  const parts =
    '<p>1.因公出国（境）费0.00万元。2.公务用车购置及运行维护费10.09万元。其中：公务用车购置费0.00万元；公务用车运行维护费10.09万元。3.公务接待费2.40万元。</p>';
  const lead =
    '<p>明湖市教育局主要职责是贯彻教育法律法规，编制教育规划，指导学校工作。本年收入和支出按规定编列，现将有关情况说明如下，金额单位为万元，欢迎监督。</p>';
  const budget = (body: string) => onePage('明湖市教育局2026年部门预算', `${lead}${body}`);

  test.for([
    [`2026年“三公”经费预算12.49万元，与上年一致。${parts}`, 'pass'],
    [`2026年“三公”经费预算12.49万元，与2025年预算相比无增减变化。${parts}`, 'pass'],
    [`2026年“三公”经费预算12.49万元，比上年减少4.71万元，下降27.38%，按照过紧日子要求，压减了公务接待。${parts}`, 'pass'],
    [`2026年“三公”经费预算12.49万元，较上年压减4.71万元，主要系接待任务减少。${parts}`, 'pass'],
    [`2026年“三公”经费预算12.49万元，较上年略有调整。${parts}`, 'unsure'],
    ['本单位不涉及“三公”经费。', 'pass'],
    ['本单位2026年未编列“三公”经费预算，与上年相同。', 'pass'],
    ['2026年“三公”经费预算为0，与上年持平。', 'pass'],
    ['2026年“三公”经费预算12.49万元。没有政府性基金预算拨款安排的“三公”经费。', 'fail'],
    ['2026年“三公”经费预算12.49万元，严格执行，无超标准列支“三公”经费的情况。', 'fail'],
    [`2026年“三公”经费预算12.49万元。${parts}`, 'partial'],
  ] as const)('%s → %s', ([text, wanted]) => expect(outcome(budget(`<p>${text}</p>`), 'budget-three-public')).toBe(wanted));

  const table = (rows: readonly (readonly string[])[]) =>
    `<table>${rows.map(row => `<tr>${row.map(cell => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`;
  const lines = (total: string, ...more: readonly (readonly string[])[]) =>
    table([
      ['项目', '金额'],
      [more.length > 0 ? '合计' : '“三公”经费合计', total],
      ['1.因公出国（境）费', '0.00'],
      ['2.公务用车购置及运行费小计', '10.09'],
      ['其中：公务用车购置费', '0.00'],
      ['公务用车运行费', '10.09'],
      ['3.公务接待费', '2.40'],
      ...more,
    ]);
  test.for([
    ['rounded in the text', '2026年“三公”经费预算12.5万元。', lines('12.49'), 'pass', 'pass'],
    ['rounded in the sum', '2026年“三公”经费预算12万元。', lines('12'), 'pass', 'pass'],
    ['last year’s in the text', '上年“三公”经费预算13.00万元。', lines('12.49'), 'pass', 'pass'],
    ['another sum', '2026年“三公”经费预算13.49万元。', lines('12.49'), 'pass', 'fail'],
    [
      'with meetings and courses',
      '2026年“三公”经费预算12.49万元。',
      lines('20.49', ['4.会议费', '3.00'], ['5.培训费', '5.00']),
      'unsure',
      'unsure',
    ],
  ] as const)('%s', ([, text, rows, figures, words]) => {
    const site = budget(`<p>${text}</p>${rows}`);
    expect([outcome(site, 'budget-figures'), outcome(site, 'budget-words')]).toEqual([figures, words]);
  });

  test.for([
    ['3.2万元，比上年减少0.4万元，下降11.8%', 'pass'],
    ['1200万元，比上年增加100万元，增长9.2%', 'pass'],
    ['1200万元，比上年增加100万元，增长19.3%', 'fail'],
    ['100万元，其中基本支出80万元，比上年增加20万元，增长25%', 'unsure'],
  ] as const)('支出预算%s → %s', ([text, wanted]) => expect(outcome(budget(`<p>支出预算${text}。</p>`), 'budget-changes')).toBe(wanted));

  test.for(['机关（事业）单位运行经费预算120万元', '机关单位运行经费预算120万元'])('explains %s', running => {
    const text = `<p>${running}。政府采购预算30万元。资产情况：截至上年末，共有房屋300平方米。绩效目标3个。</p>`;
    expect(outcome(budget(text), 'budget-explanations')).toBe('pass');
  });
});

describe('the annual report', () => {
  const report = (...changes: readonly (readonly [string, string])[]) => {
    const site = readSite('report-figures/good');
    const page = site.pages['/nb/2025.html']!;
    const body = changes.reduce((text, [from, to]) => {
      expect(text).toContain(from);
      return text.replace(from, to);
    }, page.body);
    return { ...site, pages: { ...site.pages, '/nb/2025.html': { ...page, body } } };
  };
  const judged = (site: ReturnType<typeof report>, check: string) => outcomeOf(judgeSite(site), check);

  test.for([
    ['四、政府信息公开行政复议、行政诉讼情况', '四、政府信息公开行政复议及行政诉讼情况'],
    ['五、存在的主要问题及改进情况', '五、存在的主要问题及下一步改进措施'],
    ['五、存在的主要问题及改进情况', '五、存在的不足及改进情况'],
    ['六、其他需要报告的事项', '六、其他需报告的事项'],
    ['二、主动公开政府信息情况', '二、主动公开政府信息工作情况'],
    ['没有收取信息处理费', '未收取政府信息公开处理费'],
  ] as const)('“%s” may be called “%s”', change => expect(judged(report(change), 'annual-report-parts')).toBe('pass'));

  test('that says 未收取任何费用 is for a person', () => {
    expect(judged(report(['没有收取信息处理费', '未收取任何费用']), 'annual-report-parts')).toBe('unsure');
  });

  const subtotal = '<tr><td>（三）不予公开</td><td></td><td>1</td><td>0</td><td>0</td><td>0</td><td>0</td><td>0</td><td>1</td></tr>';
  test('with a line for the sum of a group comes out', () => {
    const site = report(
      ['<tr><td rowspan="8">（三）不予公开</td>', `${subtotal}<tr><td rowspan="8">（三）不予公开</td>`],
      ['rowspan="22"', 'rowspan="23"'],
    );
    expect(judged(site, 'annual-report-figures')).toBe('pass');
  });

  test('of which one table could not be read is unsure, unless the other is wrong', () => {
    const unread = ['一、本年新收政府信息公开申请数量</td><td>10</td>', '一、本年新收政府信息公开申请数量</td><td>见附件</td>'] as const;
    expect(judged(report(unread), 'annual-report-figures')).toBe('unsure');
  });

  test.for([
    ['通过网站收到政府信息公开申请10件，通过信函收到政府信息公开申请3件', 'pass'],
    ['市直各学校收到信息公开申请5件', 'pass'],
    ['本年未收到涉密的政府信息公开申请', 'pass'],
    ['全年收到政府信息公开申请15件', 'fail'],
  ] as const)('%s → %s', ([text, wanted]) => {
    expect(judged(report(['全年收到政府信息公开申请13件，均在期限内办理', text]), 'annual-report-words')).toBe(wanted);
  });
});

describe('lists that are none of private persons', () => {
  const list = (heads: readonly string[], ...rows: readonly (readonly string[])[]) =>
    onePage(
      '明湖市2026年补贴发放名单',
      `<p>现将有关情况予以公布，欢迎社会各界监督，有意见的请在工作时间反映。</p><table>${[heads, ...rows]
        .map(row => `<tr>${row.map(cell => `<td>${cell}</td>`).join('')}</tr>`)
        .join('')}</table>`,
    );
  test.for<[string, string, ReturnType<typeof list>]>([
    [
      'a table of a policy',
      'personal-lists',
      list(['补贴对象', '残疾等级', '标准'], ['重度残疾人', '一级', '150'], ['重度残疾人', '二级', '120']),
    ],
    [
      'kindergartens',
      'personal-lists',
      list(['园长姓名', '详细地址', '联系电话'], ['苇一', '学府路1号', '15400000001'], ['苇二', '学府路2号', '15400000002']),
    ],
    [
      'persons in charge',
      'personal-mobile-numbers',
      list(['责任人姓名', '联系电话'], ['苇一', '15400000001'], ['苇二', '15400000002'], ['苇三', '15400000003']),
    ],
    ['firms', 'personal-lists', list(['当事人', '详细地址'], ['明湖芦荡商贸有限公司', '学府路1号'], ['明湖鹭鸣商贸有限公司', '学府路2号'])],
    ['places that are hidden', 'personal-lists', list(['姓名', '家庭住址'], ['苇一', '苇塘村3组**号'], ['苇二', '苇塘村5组**号'])],
  ])('%s', ([, check, site]) => expect(outcome(site, check)).toBe('pass'));
});

describe('documents that are not late', () => {
  const text =
    '<p>为做好招生工作，现就招生计划、报名、录取等事项通知如下，请各学校遵照执行，执行中的问题及时向我局报告，附件一并印发。</p>';
  const document = (title: string, head: string, tail = '') => onePage(title, `<p>${head}</p>${text}${tail}`);
  test.for<[string, object]>([
    ['the State Council’s', document('国务院办公厅关于做好招生工作的通知', '成文日期：2025-03-01')],
    ['the province’s, by its title', document('沧澜省教育厅关于做好招生工作的通知', '成文日期：2025-03-01')],
    ['passed on', document('转发省教育厅关于做好招生工作的通知', '成文日期：2025-03-01')],
    ['a day at the end of what it abolishes', document('明湖市教育局关于废止文件的决定', '', '<p>1.招生办法</p><p>2019年3月8日</p>')],
  ])('%s', ([, site]) => expect(outcome(site, 'publication-delay')).toBe('unsure'));
});
