import type { SeenAnchor } from './anchors.ts';
import { type DomElement, isElement, isText } from './dom.ts';

type Placed = SeenAnchor & { readonly element: DomElement };

/**
 * A name that is cut into several links to one address (`<a href=x>政府信息</a><a href=x>公开指南</a>`): each of them also says the whole.
 */
export function withBrokenWords<Seen extends Placed>(anchors: readonly Seen[]): readonly Seen[] {
  const whole = new Map<Seen, string>();
  for (let i = 0; i < anchors.length; i++) {
    const parts = [anchors[i]!];
    while (i + 1 < anchors.length && continues(parts.at(-1)!, anchors[i + 1]!)) parts.push(anchors[++i]!);
    const words = parts.map(({ anchor }) => anchor.text).join('');
    if (parts.length > 1 && parts.length <= mostParts && words.length <= longestName) for (const part of parts) whole.set(part, words);
  }
  return anchors.map(seen => {
    const words = whole.get(seen);
    return words === undefined ? seen : { ...seen, also: [...seen.also, words] };
  });
}

const han = /^\p{Script=Han}/u;
/** More side by side are different things for which one address serves. */
const mostParts = 3;
const longestName = 30;

/** The links stand side by side with nothing between them, and open the same. */
function continues({ anchor, element }: Placed, next: Placed): boolean {
  if (
    anchor.url === null ||
    anchor.url !== next.anchor.url ||
    !han.test(anchor.text) ||
    !han.test(next.anchor.text) ||
    anchor.text === next.anchor.text
  )
    return false;
  let beside = element.next;
  while (beside && ((isText(beside) && beside.data.trim() === '') || (isElement(beside) && beside.name === 'br'))) beside = beside.next;
  return beside === next.element;
}
