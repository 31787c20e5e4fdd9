import { type DomElement, isElement, textOf } from './dom.ts';

interface SelectLink {
  readonly text: string;
  readonly href: string;
  /** The option above that leads nowhere and names those below (“市直部门网站”); null when there is none. */
  readonly heading: string | null;
}

/** The options of a drop-down menu that open an address. Options of a form to be filled in open nothing. */
export function selectLinks(select: DomElement): SelectLink[] {
  const opens = select.attribs.onchange !== undefined;
  const links: SelectLink[] = [];
  let heading: string | null = null;
  for (const option of optionsOf(select)) {
    const text = textOf(option, 100);
    const href = (option.attribs.value ?? '').trim();
    if (address.test(href) || (opens && /^javascript:/i.test(href))) links.push({ text, href, heading });
    else heading = text || heading;
  }
  return links;
}

const address = /^(?:https?:|\/|\.{1,2}\/)|\.(?:s?html?|jsp|aspx?|php)\b/i;

const optionsOf = (select: DomElement): DomElement[] =>
  select.children
    .filter(isElement)
    .flatMap(child => (child.name === 'optgroup' ? optionsOf(child) : child.name === 'option' ? [child] : []));
