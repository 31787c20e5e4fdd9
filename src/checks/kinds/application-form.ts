import { z } from 'zod';
import type { Candidate, Link } from '../../model/artifacts.ts';
import { defineKind, type Evidence, type Verdict } from '../../model/check.ts';
import type { Anchor } from '../../model/page-reading.ts';
import { evidenceOfChoice, evidenceOfLook } from '../evidence.ts';
import { itemClues } from '../story/item-clues.ts';

const options = z.strictObject({
  /** Words of a link to a form, or to a place where it can be filled in. */
  words: z.string().min(1),
  /** Fields that make a form on the page itself. */
  leastFields: z.int().positive(),
});
type Options = z.infer<typeof options>;

/** The ways that one page offers, with what became of them. */
interface Ways {
  readonly candidate: Candidate;
  readonly hasFields: boolean;
  readonly works: readonly Link[];
  readonly broken: readonly Link[];
  /** Words of links that were not tried, or gave no clear answer. */
  readonly unclear: readonly string[];
}

/**
 * Whether the form that a page speaks of can be had: filled in on the page, or behind a link that works (rule book §1.2, TL19-SQ). Nothing
 * is ever filled in or sent. A link that was not tried, or that blocked us, says nothing.
 */
export const applicationForm = defineKind({
  id: 'application-form',
  needs: ['Pages', 'Candidates', 'Links', 'Coverage'],
  options,
  wants: (_options, { item }) => (item ? [{ kind: 'item', item, proof: 'page' }] : []),

  evaluate({ Pages, Candidates, Links, Coverage }, asked, { item }) {
    const claims = (item && Candidates[item]) ?? [];
    const evidenceOf = evidenceOfChoice(claims, Pages);
    const byUrl = new Map(Links.flatMap(link => [link.url, link.look.finalUrl].map(url => [url, link] as const)));
    const pages = claims.filter(isChannel).map(candidate => waysOf(candidate, byUrl, asked));
    const usable = pages.find(({ hasFields, works }) => hasFields || works.length > 0);
    const faulty = pages.find(({ broken }) => broken.length > 0);
    if (faulty) {
      const gap = (item && Coverage.gapsByItem[item]) ?? Coverage.gap;
      const outcome = usable ? 'partial' : faulty.unclear.length > 0 || gap !== null ? 'unsure' : 'fail';
      const verdict = verdictOn(faulty, outcome, evidenceOf(faulty.candidate));
      return outcome === 'unsure' && gap !== null
        ? { ...verdict, measured: { ...verdict.measured, reason: `${verdict.measured.reason}，但${gap}` } }
        : verdict;
    }
    if (usable) return verdictOn(usable, 'pass', evidenceOf(usable.candidate));
    const [seen] = pages;
    const [unclear] = seen?.unclear ?? [];
    const reason = unclear ? `“${unclear}”没有得到明确应答` : seen ? '页面上没有看到申请表或网上申请入口' : '没有看到依申请公开的页面';
    return { outcome: 'unsure', cause: 'not-looked', measured: { reason }, evidence: seen ? evidenceOf(seen.candidate) : [] };
  },

  clues: ({ Candidates }, _options, { item }, judged) => itemClues((item && Candidates[item]) ?? [], judged),
});

/** The page itself is the right one; what is wrong with the files behind it is just what is asked. */
const isChannel = ({ trouble, target, restsOnDocuments }: Candidate): boolean =>
  target !== null && target.trouble === null && (trouble === null || restsOnDocuments);

function waysOf(candidate: Candidate, byUrl: ReadonlyMap<string, Link>, { words, leastFields }: Options): Ways {
  const { links, fillings } = candidate.target!.own;
  const isMeant = ({ text, url }: Anchor) => url !== null && new RegExp(words, 'u').test(text);
  const tried = links.filter(isMeant).map(({ text, url }) => ({ text, link: byUrl.get(url!) }));
  const withVerdict = (verdict: Link['verdict']) => tried.flatMap(({ link }) => (link?.verdict === verdict ? [link] : []));
  return {
    candidate,
    hasFields: fillings.filter(({ kind }) => kind === 'field').length >= leastFields,
    works: withVerdict('ok'),
    broken: withVerdict('broken'),
    unclear: tried.filter(({ link }) => link?.verdict !== 'ok' && link?.verdict !== 'broken').map(({ text }) => text),
  };
}

function verdictOn(
  { candidate, broken, hasFields }: Ways,
  outcome: 'pass' | 'partial' | 'fail' | 'unsure',
  evidence: readonly Evidence[],
): Verdict {
  const [first] = broken;
  const said = first ? `“${first.text}”${first.reason}` : null;
  const ways = hasFields ? '可以在网上填写' : '申请表可以打开';
  const measured = { anchor: candidate.text, ways, broken: said, reason: said };
  if (first === undefined) return { outcome, cause: null, measured, evidence };
  return {
    outcome,
    cause: 'dead-form',
    measured,
    evidence: [...broken.map(({ look, text, reason }) => evidenceOfLook(look, `${text} ${reason}`)), ...evidence],
    parts: { names: broken.map(({ url }) => url), least: 1 },
  };
}
