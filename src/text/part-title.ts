import type { PartWords } from '../model/want.ts';
import { normalise } from './normalise.ts';

/** The title is of a part only: 2025年度“三公”经费决算情况说明 is not the accounts. False where nothing is known of parts. */
export function isOfPart(text: string, part: PartWords | undefined): boolean {
  if (part === undefined) return false;
  const title = normalise(text);
  const rest = title.replace(new RegExp(part.words, 'gu'), '');
  return rest !== title && !new RegExp(part.whole, 'u').test(rest);
}
