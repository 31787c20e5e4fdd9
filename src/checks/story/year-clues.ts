import type { Artifacts } from '../../model/artifacts.ts';
import type { Judged } from '../../model/check.ts';
import type { ItemKey } from '../../model/item.ts';
import type { Clue } from '../../model/story.ts';
import { isOfYear } from '../yearly/document-of-year.ts';
import { itemClues } from './item-clues.ts';

/** The clues of an item of which the documents of these years are meant. */
export const yearClues = (
  { Candidates }: Pick<Artifacts, 'Candidates'>,
  { item, years }: { readonly item: ItemKey | null; readonly years: readonly number[] },
  judged: Judged,
): readonly Clue[] =>
  itemClues((item && Candidates[item]) ?? [], judged, candidate =>
    years.some(year => isOfYear(candidate, year)) ? null : `不是${years.join('、')}年度的文件`,
  );
