import { type DomElement, textOf } from './dom.ts';

/** An entry of a list, not the name of a column: a day stands beside it, or all that the link shows is as long as a headline. */
export function isRow(link: DomElement, linkText: string): boolean {
  if (linkText.length >= 22 || textOf(link, 60).length >= 22) return true;
  if (linkText.length < 6) return false;
  let around: DomElement | null = link;
  for (let i = 0; i < 4 && around; i++) {
    const text = textOf(around, 200);
    if (text.length >= 190) return false;
    if (shownDay.test(text.replace(linkText, ' '))) return true;
    if (around.name === 'li' || around.name === 'tr') return linkText.length >= 18;
    around = around.parent?.type === 'tag' ? around.parent : null;
  }
  return false;
}

const shownDay = /(?:^|[^\d])(?:(?:19|20)?\d\d\s*[-/.年]\s*)?(?:0?[1-9]|1[0-2])\s*[-/.月]\s*(?:3[01]|[0-2]?\d)(?!\d)/;
