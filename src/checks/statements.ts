import type { Candidate, Trouble } from '../model/artifacts.ts';
import { reachOf, refersElsewhere, type Statement, statementIn, substanceOf } from '../text/sentences.ts';

/** What a statement that there was nothing is worth: it replaces the thing, must be weighed by a person, or does not replace it. */
export const statementRules = ['enough', 'weigh', 'not-enough'] as const;
type StatementRule = (typeof statementRules)[number];

/** The statement that there was nothing, of which a candidate's page consists; null when anything else stands there. */
export function statementOf({ target, documents }: Pick<Candidate, 'target' | 'documents'>): Statement | null {
  if (!target || documents.length > 0) return null;
  const { rows, links, fillings, text } = target.own;
  return rows.length > 0 || links.length > 0 || fillings.length > 0 ? null : statementIn(text, target.publishedOn);
}

/**
 * Why a statement will not do. Where the thing itself must be there in any year it never does, and one of a year long past says nothing of
 * now. A reason why the unit has none of its own must be weighed by a person, and so must a statement that names no time and is old.
 */
export function statementTrouble(
  candidate: Candidate,
  { statement, today }: { readonly statement: StatementRule; readonly today: string },
): Trouble | null {
  const said = statementOf(candidate);
  const referral = said ? null : referralOf(candidate, statement);
  if (referral !== null) return { kind: 'unsure', reason: `只有一句说明“${referral.slice(0, longestQuote)}”，需人工核对` };
  if (!said) return null;
  const quote = `“${said.text.slice(0, longestQuote)}”`;
  if (statement === 'weigh' || (statement === 'not-enough' && byOthers.test(said.text)))
    return { kind: 'unsure', reason: `只有一句说明${quote}，需人工核对` };
  if (statement === 'not-enough') return { kind: 'empty', reason: `只有一句说明${quote}，没有应公开的内容` };
  const reach = reachOf(said, today);
  if (reach === 'stale') return { kind: 'empty', reason: `只有${said.year}年的说明${quote}，不能说明现在的情况` };
  if (reach === 'aged') return { kind: 'unsure', reason: `只有${said.saidOn}发布的说明${quote}，没有写明时期，是否仍然如此需人工核对` };
  return null;
}

/**
 * The few words of a page that say that others publish it, or where; null for every other page. Where a statement is enough they must say
 * nothing else.
 */
function referralOf({ target, documents }: Candidate, statement: StatementRule): string | null {
  if (!target || documents.length > 0) return null;
  const { rows, links, fillings, text } = target.own;
  const isBare = rows.length === 0 && links.length === 0 && fillings.length === 0 && text.length <= longestReferral;
  const said = isBare ? substanceOf(text).map(sentence => byOthers.test(sentence) || refersElsewhere(sentence)) : [];
  return said.includes(true) && (statement !== 'enough' || !said.includes(false)) ? text : null;
}

const longestReferral = 100;

/** What a pass by statement adds to its sentence. */
export const statementNote = ({ text, period, saidOn }: Statement): string =>
  `以说明代替：“${text.slice(0, longestQuote)}”（${period === null ? '没有写明时期' : `所指时期：${period}`}，${saidOn === null ? '没有写明日期' : `${saidOn}发布`}）。`;

const longestQuote = 60;

/** Others publish it, or there can be none: an office that is new, or keeps no accounts of its own. */
const byOthers =
  /统一(?:编制|公开|公布|发布)|纳入|并入|由[^，。]{2,24}(?:公开|公布|发布|办理|受理)|独立(?:核算|编制|预算|账)|预算单位|新(?:成立|组建|设立)|涉密|保密/;
