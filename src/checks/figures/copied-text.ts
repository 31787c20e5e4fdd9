import type { Candidate } from '../../model/artifacts.ts';
import { normalise } from '../../text/normalise.ts';
import { contentOf } from '../content.ts';
import type { Comparison } from './comparison.ts';

/**
 * NB-10: how much of the text stands word for word in the report of the year before. Whole sentences with their numbers; years apart,
 * because changing them is what a copyist does. Words of tables end no sentence and do not count.
 */
export function copiedText(now: Candidate, before: Candidate): Comparison {
  const [text, last] = [now, before].map(candidate => sentencesIn(contentOf(candidate).text)) as [string[], string[]];
  const [thin] = [...(text.length < fewest ? [now] : []), ...(last.length < fewest ? [before] : [])];
  if (thin) return { kind: 'unclear', reason: `“${thin.text}”的正文读到的句子太少，不能比较` };
  const known = new Set(last);
  const length = (sentences: readonly string[]) => sentences.reduce((sum, { length }) => sum + length, 0);
  const share = length(text.filter(sentence => known.has(sentence))) / length(text);
  return { kind: share >= most ? 'differ' : 'agree', measured: { share: Math.round(share * 100) } };
}

/** A proposal of the rule book, from no document. */
const most = 0.9;
/** Sentences; with fewer a few set phrases would make the whole. */
const fewest = 6;

const sentencesIn = (text: string): string[] =>
  (text.match(/[^。！？]+[。！？]/gu) ?? [])
    .map(sentence => normalise(sentence).replaceAll(/20\d\d(?=年)/gu, ''))
    .filter(({ length }) => length >= 12 && length <= 400);
