import { z } from 'zod';
import type { Candidate } from '../../model/artifacts.ts';
import { defineKind, type Evidence, type Verdict } from '../../model/check.ts';
import { withoutPersonalData } from '../../text/personal-data.ts';
import { sentencesOf } from '../../text/sentences.ts';
import { contentOf } from '../content.ts';
import { evidenceOfChoice } from '../evidence.ts';
import { itemClues } from '../story/item-clues.ts';

const wording = z.strictObject({
  /** What it is called in the message. */
  name: z.string().min(1),
  /** Over one sentence, spaces apart. */
  pattern: z.string().min(1),
  /** A sentence that says this as well is innocent. */
  unless: z.string().min(1).optional(),
});

const options = z.strictObject({ wordings: z.array(wording).min(1) });
type Options = z.infer<typeof options>;

/** A page with the sentences in it that say what no longer holds. */
interface Faulty {
  readonly candidate: Candidate;
  readonly outdated: readonly Outdated[];
}

interface Outdated {
  readonly name: string;
  readonly sentence: string;
}

/**
 * Sentences of a published page that rest on rules which no longer hold. Each is read as a whole: the same words may be right in another
 * connection. A page that is not there, or could not be read, says nothing.
 */
export const outdatedWording = defineKind({
  id: 'outdated-wording',
  needs: ['Pages', 'Candidates'],
  options,
  wants: (_options, { item }) => (item ? [{ kind: 'item', item, proof: 'page' }] : []),

  evaluate({ Pages, Candidates }, { wordings }, { item }) {
    const claims = (item && Candidates[item]) ?? [];
    const evidenceOf = evidenceOfChoice(claims, Pages);
    const pages = claims.filter(({ trouble }) => trouble === null).filter(candidate => contentOf(candidate).text !== '');
    const found = pages.map(candidate => ({ candidate, outdated: outdatedIn(contentOf(candidate).text, wordings) }));
    const faulty = found.find(({ outdated }) => outdated.length > 0);
    const [sound] = found
      .flatMap(({ candidate, outdated }) => (outdated.length === 0 ? [candidate] : []))
      .toSorted((one, other) => Number(unreadIn(one) !== null) - Number(unreadIn(other) !== null));
    const doubt = sound ? unreadIn(sound) : (claims[0]?.trouble?.reason ?? '没有看到这个页面');
    if (faulty && sound && doubt === null) return superseded(faulty, sound, evidenceOf(faulty.candidate));
    if (faulty) return verdictOn(faulty, evidenceOf(faulty.candidate));
    if (sound && doubt === null)
      return { outcome: 'pass', cause: null, measured: { anchor: sound.text, outdated: null }, evidence: evidenceOf(sound) };
    return { outcome: 'unsure', cause: 'not-looked', measured: { reason: doubt }, evidence: sound ? evidenceOf(sound) : [] };
  },

  clues: ({ Candidates }, _options, { item }, judged) => itemClues((item && Candidates[item]) ?? [], judged),
});

/** Why nothing follows from what is not in it. */
function unreadIn(candidate: Candidate): string | null {
  const { text, unread } = contentOf(candidate);
  if (unread !== null || text.length >= leastText) return unread;
  return `“${candidate.text}”只读到${text.length}个字，正文可能没有读全`;
}

/** Characters below which a text is not the whole page. */
const leastText = 100;

function outdatedIn(text: string, wordings: Options['wordings']): readonly Outdated[] {
  const sentences = sentencesOf(text).map(sentence => ({ sentence, tight: sentence.replaceAll(/\s+/g, '') }));
  return wordings.flatMap(({ name, pattern, unless }) => {
    const [says, excuses] = [new RegExp(pattern, 'u'), unless === undefined ? null : new RegExp(unless, 'u')];
    const hit = sentences.find(({ tight }) => says.test(tight) && !excuses?.test(tight));
    return hit ? [{ name, sentence: hit.sentence }] : [];
  });
}

/** One page holds to the rules and another does not: the other may be a version that is only kept, and may not be. */
function superseded(faulty: Faulty, sound: Candidate, evidence: readonly Evidence[]): Verdict {
  const { measured, ...rest } = verdictOn(faulty, evidence);
  const reason = `“${sound.text}”已是现行规定，“${faulty.candidate.text}”仍写着${measured.outdated}，是否为留存的旧版需人工核对`;
  return { ...rest, outcome: 'unsure', cause: 'two-versions', measured: { ...measured, reason } };
}

function verdictOn({ candidate, outdated }: Faulty, [first, ...others]: readonly Evidence[]): Verdict {
  const quote = outdated.map(({ sentence }) => sentence.slice(0, longestSentence)).join(' / ');
  return {
    outcome: 'fail',
    cause: 'outdated',
    measured: { anchor: candidate.text, outdated: outdated.map(({ name }) => name).join('、') },
    evidence: first ? [{ ...first, quote: withoutPersonalData(quote) }, ...others] : [],
  };
}

/** Characters of each sentence that is quoted. */
const longestSentence = 90;
