import { collapse } from '../text/normalise.ts';
import { type DomElement, type DomNode, isElement, isRead, isText } from './dom.ts';

/** Visible text of every node that has at most `longestShort` characters; longer ones are not in it. */
export type ShortTexts = ReadonlyMap<DomNode, string>;
const longestShort = 40;

/** Reads a branch once, from the leaves up, so that asking any box for its few words costs nothing. */
export function shortTexts(root: DomElement): ShortTexts {
  const texts = new Map<DomNode, string>();
  read(root);
  return texts;

  function read(node: DomNode): string | null {
    if (!isText(node) && (!isElement(node) || !isRead(node))) {
      texts.set(node, '');
      return '';
    }
    const text = isText(node) ? shortText(node.data) : joined(node.children.map(read));
    if (text === null || text.length > longestShort) return null;
    texts.set(node, text);
    return text;
  }
}

const shortText = (data: string): string | null => (data.length > 400 ? null : data.trim() === '' ? '' : collapse(data));

function joined(parts: readonly (string | null)[]): string | null {
  if (parts.includes(null)) return null;
  return parts.filter(part => part !== '').join(' ');
}
