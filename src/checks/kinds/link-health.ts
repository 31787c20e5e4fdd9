import { z } from 'zod';
import type { Link } from '../../model/artifacts.ts';
import { defineKind } from '../../model/check.ts';
import { evidenceOfLook } from '../evidence.ts';
import { linkClues } from '../story/link-clues.ts';

/** Inner pages read for their links when nothing else is wanted. */
const sampledPages = 5;

/** Links that lead nowhere, among those that were tried (see artifacts/links.ts for what proves it); blocked or silent ones never do. */
export const linkHealth = defineKind({
  id: 'link-health',
  needs: ['Links'],
  options: z.strictObject({
    where: z.enum(['home', 'elsewhere']),
    /** With at most so many broken links the item is partial, with more it fails. */
    partialUpTo: z.int().nonnegative(),
    /** Fewer links tried than this say nothing. */
    least: z.int().positive().default(10),
  }),
  wants: ({ where }) => (where === 'elsewhere' ? [{ kind: 'sample', pages: sampledPages }] : []),

  evaluate({ Links }, { where, partialUpTo, least }) {
    const links = Links.filter(({ onHomePage }) => onHomePage === (where === 'home'));
    const count = (verdict: Link['verdict']) => links.filter(link => link.verdict === verdict).length;
    const broken = links.filter(({ verdict }) => verdict === 'broken');
    const unsure = count('unsure');
    const unanswered = unsure === 0 ? '' : `（其中${unsure}个没有得到明确应答，不计）`;
    const measured = { tried: links.length, broken: broken.length, unsure, unanswered, suspect: count('suspect') };
    const suspects = links
      .filter(({ verdict }) => verdict === 'suspect')
      .slice(0, 20)
      .map(({ look, reason, text }) => evidenceOfLook(look, `${text} ${reason}`.trim()));
    const evidence = broken.slice(0, 20).map(({ look, reason, text }) => evidenceOfLook(look, `${text} ${reason}`.trim()));
    if (broken.length > 0) {
      const outcome = broken.length <= partialUpTo ? 'partial' : 'fail';
      const parts = { names: broken.map(({ url }) => url), least: outcome === 'partial' ? 1 : partialUpTo + 1 };
      return { outcome, cause: 'broken-links', measured: { ...measured, first: broken[0]!.url }, evidence, parts };
    }
    if (measured.suspect > 0) {
      const reason = `有${measured.suspect}个链接打开的是错误页、首页或被拒绝连接，疑似失效`;
      return { outcome: 'unsure', cause: 'suspect', measured: { ...measured, reason }, evidence: suspects };
    }
    const judged = measured.tried - measured.unsure;
    if (judged < least || judged < unsure)
      return { outcome: 'unsure', cause: 'too-few', measured: { ...measured, reason: `只有${judged}个链接得到明确应答` }, evidence: [] };
    return { outcome: 'pass', cause: null, measured, evidence: [] };
  },

  clues: ({ Links }, { where }) => linkClues(Links.filter(({ onHomePage }) => onHomePage === (where === 'home'))),
});
