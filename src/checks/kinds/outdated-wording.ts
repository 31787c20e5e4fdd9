import { z } from 'zod';
import type { Candidate } from '../../model/artifacts.ts';
import { defineKind, type Evidence, type Verdict } from '../../model/check.ts';
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

/** A sentence that says what no longer holds. */
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
    if (faulty) return verdictOn(faulty, evidenceOf(faulty.candidate));

    const [sound] = pages.toSorted((one, other) => Number(unreadIn(one) !== null) - Number(unreadIn(other) !== null));
    const reason = sound ? unreadIn(sound) : (claims[0]?.trouble?.reason ?? '没有看到这个页面');
    if (sound && reason === null)
      return { outcome: 'pass', cause: null, measured: { anchor: sound.text, outdated: null }, evidence: evidenceOf(sound) };
    return { outcome: 'unsure', cause: 'not-looked', measured: { reason }, evidence: sound ? evidenceOf(sound) : [] };
  },

  clues: ({ Candidates }, _options, { item }, judged) => itemClues((item && Candidates[item]) ?? [], judged),
});

const unreadIn = (candidate: Candidate): string | null => contentOf(candidate).unread;

function outdatedIn(text: string, wordings: Options['wordings']): readonly Outdated[] {
  const sentences = sentencesOf(text).map(sentence => ({ sentence, tight: sentence.replaceAll(/\s+/g, '') }));
  return wordings.flatMap(({ name, pattern, unless }) => {
    const [says, excuses] = [new RegExp(pattern, 'u'), unless === undefined ? null : new RegExp(unless, 'u')];
    const hit = sentences.find(({ tight }) => says.test(tight) && !excuses?.test(tight));
    return hit ? [{ name, sentence: hit.sentence }] : [];
  });
}

function verdictOn(
  { candidate, outdated }: { readonly candidate: Candidate; readonly outdated: readonly Outdated[] },
  [first, ...others]: readonly Evidence[],
): Verdict {
  const quote = outdated.map(({ sentence }) => sentence.slice(0, longestSentence)).join(' / ');
  return {
    outcome: 'fail',
    cause: 'outdated',
    measured: { anchor: candidate.text, outdated: outdated.map(({ name }) => name).join('、') },
    evidence: first ? [{ ...first, quote }, ...others] : [],
  };
}

/** Characters of each sentence that is quoted. */
const longestSentence = 90;
