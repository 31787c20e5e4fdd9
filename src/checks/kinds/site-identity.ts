import { z } from 'zod';
import type { Artifacts, NameOwner, Page, SiteIdentity } from '../../model/artifacts.ts';
import { defineKind, type Measured, type Verdict } from '../../model/check.ts';
import { evidenceOfAbsence, evidenceOfPage } from '../evidence.ts';
import { footerSeen, footerUnread } from '../footer-seen.ts';
import { markClues } from '../story/mark-clues.ts';
import { judgeCode } from '../whose-code.ts';

const markTitles = {
  icp: 'ICP备案编号',
  police: '公安备案号',
  siteCode: '网站标识码',
  organiser: '主办单位',
  partyMark: '党政机关网站标识',
} as const;
type Mark = keyof typeof markTitles;

/** A mark of identity that the site must show. Not shown is said only of a home page that was read whole. */
export const siteIdentity = defineKind({
  id: 'site-identity',
  needs: ['Identity', 'Pages', 'Coverage'],
  options: z.strictObject({ mark: z.enum(Object.keys(markTitles) as [Mark]) }),
  wants: () => [],

  evaluate({ Identity, Pages, Coverage }, { mark }, { unit }) {
    const title = markTitles[mark];
    if (mark === 'siteCode' && Identity.siteCode) {
      const { outcome, cause, measured, page, quote } = judgeCode(Identity, unit);
      return { outcome, cause, measured: { mark: title, ...measured }, evidence: evidenceOn(page, quote, Pages) };
    }
    const shown = Identity[mark];
    if (shown)
      return {
        outcome: 'pass',
        cause: null,
        measured: { mark: title, value: shown.value, ...(mark === 'organiser' ? whose(Identity.organiserOwner) : {}) },
        evidence: evidenceOn(shown.page, shown.value, Pages),
      };
    return notShown({ Identity, Pages, Coverage }, mark);
  },

  clues: ({ Pages }, { mark }) => markClues(Pages, mark, markTitles[mark]),
});

function notShown({ Identity, Pages, Coverage }: Pick<Artifacts, 'Identity' | 'Pages' | 'Coverage'>, mark: Mark): Verdict {
  const title = markTitles[mark];
  const frames = Pages.flatMap(({ look, anchors }) => (look.foundOn === null ? anchors.filter(({ where }) => where === 'frame') : []));
  const unread = frames.find(({ url }) => url !== null && !Pages.some(({ look, trouble }) => look.url === url && trouble === null));
  const badge = Identity.badges.find(({ mark: shown }) => shown === mark);
  const reason = unread
    ? '首页的框架页面未能读取'
    : badge
      ? '有指向备案系统的图片，编号可能在图片里，需人工核对'
      : !footerSeen({ Identity, Pages })
        ? footerUnread
        : Coverage.gap;
  if (reason)
    return {
      outcome: 'unsure',
      cause: 'not-looked',
      measured: { mark: title, reason },
      evidence: badge ? evidenceOn(badge.page, null, Pages) : [],
    };
  return { outcome: 'fail', cause: 'missing', measured: { mark: title, looked: Coverage.pagesRead }, evidence: evidenceOfAbsence(Pages) };
}

const evidenceOn = (url: string, quote: string | null, pages: readonly Page[]) =>
  pages
    .filter(({ look }) => look.finalUrl === url)
    .slice(0, 1)
    .map(page => evidenceOfPage(page, quote));

/** Told, not judged: a platform names who runs it. */
function whose(owner: SiteIdentity['organiserOwner']): Measured {
  return owner && owner.relation !== 'unknown' ? { owner: owner.name, relation: relationTitles[owner.relation] } : {};
}

const relationTitles: Readonly<Record<NameOwner['relation'], string>> = {
  own: '本单位',
  below: '本单位的下属机构',
  above: '上级单位',
  other: '其他单位',
  unknown: '不在名单中',
};
