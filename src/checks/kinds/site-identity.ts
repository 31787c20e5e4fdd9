import { z } from 'zod';
import { defineKind } from '../../model/check.ts';
import { evidenceOfAbsence, evidenceOfPage } from '../evidence.ts';
import { footerSeen, footerUnread } from '../footer-seen.ts';

const markTitles = {
  icp: 'ICP备案编号',
  police: '公安备案号',
  siteCode: '网站标识码',
  organiser: '主办单位',
  partyMark: '党政机关网站标识',
} as const;

/** A mark of identity that the site must show. Not shown is said only of a home page that was read whole. */
export const siteIdentity = defineKind({
  id: 'site-identity',
  needs: ['Identity', 'Pages', 'Coverage'],
  options: z.strictObject({ mark: z.enum(Object.keys(markTitles) as [keyof typeof markTitles]) }),
  wants: () => [],

  evaluate({ Identity, Pages, Coverage }, { mark }) {
    const shown = Identity[mark];
    const title = markTitles[mark];
    if (shown) {
      const page = Pages.find(({ look }) => look.finalUrl === shown.page);
      return {
        outcome: 'pass',
        cause: null,
        measured: { mark: title, value: shown.value },
        evidence: page ? [evidenceOfPage(page, shown.value)] : [],
      };
    }
    const frames = Pages.flatMap(({ look, anchors }) => (look.foundOn === null ? anchors.filter(({ where }) => where === 'frame') : []));
    const unread = frames.find(({ url }) => url !== null && !Pages.some(({ look, trouble }) => look.url === url && trouble === null));
    const reason = unread ? '首页的框架页面未能读取' : !footerSeen({ Identity, Pages }) ? footerUnread : Coverage.gap;
    if (reason) return { outcome: 'unsure', cause: 'not-looked', measured: { mark: title, reason }, evidence: [] };
    return { outcome: 'fail', cause: 'missing', measured: { mark: title, looked: Coverage.pagesRead }, evidence: evidenceOfAbsence(Pages) };
  },
});
