import { type NameText, otherPlaceBefore, rankOf } from './unit-names.ts';

/**
 * A unit of the same kind of another place, which no roster needs to know: 东湖区教育局. Only of a place of the same rank or a lower one:
 * the same office of a higher place may be the one above. `organs`: how the own kind is called without a place (教育局);
 * `whole`: the own name with every place in it (明湖市东湖区学府街道办事处), normalised.
 */
export function strangerIn(
  text: NameText,
  { place, whole }: { readonly place: string; readonly whole: string },
  organs: readonly string[],
): string | null {
  if (place === '') return null;
  for (const organ of organs) {
    if (organ.length < 3) continue;
    const others = occurrencesOf(organ, text).map(at => otherPlaceBefore(text, at, place));
    const other = others.find(one => one !== null && rankOf(one) <= rankOf(place) && !place.includes(one) && !whole.includes(one + organ));
    if (other) return other + organ;
  }
  return null;
}

/** The unit as it calls itself at home (教育局), and not the same office of another place. */
export const namesAtHome = (text: NameText, place: string, organ: string): boolean =>
  occurrencesOf(organ, text).some(at => otherPlaceBefore(text, at, place) === null);

function occurrencesOf(word: string, { text }: NameText): readonly number[] {
  const found: number[] = [];
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) found.push(at);
  return found;
}
