import { type DateRole, roleOfHeading } from '../text/date-labels.ts';
import { nearest } from './around.ts';
import { type DomElement, isElement, textOf } from './dom.ts';

/** What the heading of its table column says about a day: 发布日期, 成文日期, 截止时间. */
export function roleInTable(element: DomElement): DateRole {
  const cell = nearest(element, ['td', 'th', 'li']);
  const row = cell && cell.name !== 'li' ? nearest(cell, ['tr']) : null;
  const table = row ? nearest(row, ['table']) : null;
  if (!cell || !row || !table) return 'none';
  const first = firstRow(table);
  if (!first || first === row) return 'none';
  const heading = first.children.filter(isElement)[row.children.filter(isElement).indexOf(cell)];
  return heading ? roleOfHeading(textOf(heading, 20)) : 'none';
}

const firstRow = (element: DomElement): DomElement | null => {
  for (const child of element.children.filter(isElement)) {
    const row = child.name === 'tr' ? child : ['tbody', 'thead'].includes(child.name) ? firstRow(child) : null;
    if (row) return row;
  }
  return null;
};
