import { type DomElement, isElement } from './nodes.ts';

/** The element around this one; null at the top. */
export const parentOf = ({ parent }: DomElement): DomElement | null => (parent && parent.type === 'tag' ? (parent as DomElement) : null);

/** The element itself or the nearest one around it that has one of these names; null when there is none. */
export function nearest(element: DomElement, names: readonly string[]): DomElement | null {
  for (let around: DomElement | null = element; around; around = parentOf(around)) if (names.includes(around.name)) return around;
  return null;
}

const anchored = new WeakMap<DomElement, boolean>();

/** An `a` stands somewhere inside the element. Every element is asked once: boxes hold boxes. */
export function holdsAnchor(element: DomElement): boolean {
  const known = anchored.get(element);
  if (known !== undefined) return known;
  const found = element.children.some(child => isElement(child) && (child.name === 'a' || holdsAnchor(child)));
  anchored.set(element, found);
  return found;
}
