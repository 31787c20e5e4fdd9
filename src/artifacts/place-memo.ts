import type { DomElement } from './dom.ts';
import { placeOf } from './places.ts';

/** `placeOf` for the elements of one page: most carry one of a few names, and each name is read once. */
export function placesOfPage(): typeof placeOf {
  const known = new Map<string, ReturnType<typeof placeOf>>();
  return element => {
    const { name, attribs } = element;
    if (!attribs.class && !attribs.id && !attribs.role) return placeOf(element);
    const key = `${name}\n${attribs.class}\n${attribs.id}\n${attribs.role}`;
    const earlier = known.get(key);
    if (earlier !== undefined) return earlier;
    const place = placeOf(element as DomElement);
    known.set(key, place);
    return place;
  };
}
