import { findDates } from '../text/dates.ts';
import { machineDate } from '../text/machine-date.ts';
import { daysAgo } from '../text/relative-date.ts';
import { type DomElement, isElement } from './dom.ts';
import { writtenAlone } from './page-lines.ts';
import type { DateToken } from './token-dates.ts';

/**
 * The day that an element without a full date in its words keeps for a script or a tooltip: `<time datetime>`, `data-time`,
 * `title`. `text`: its visible words; they may be none, 3天前, or the same day without its year.
 * Null when the element says something else, or holds other elements.
 */
export function attributeDate(element: DomElement, text: string | undefined): DateToken | null {
  if (
    text === undefined ||
    !dated.has(element.name) ||
    element.children.some(child => isElement(child) && !['script', 'i'].includes(child.name))
  )
    return null;
  const iso = text === '' ? keptDay(element) : matching(element, text);
  return iso === null ? null : { kind: 'date', element, iso, monthDay: iso.slice(5), role: 'none' };
}

/** The year of a day without one that stands in a link, from an attribute of the link; the day as it was when there is none. */
export function withYearOf(day: DateToken | null, link: DomElement): DateToken | null {
  if (day && (day.iso !== null || day.daysAgo !== undefined)) return day;
  const iso = keptDay(link);
  if (!day) return iso === null ? null : { kind: 'date', element: link, iso, monthDay: iso.slice(5), role: 'none' };
  return iso?.slice(5) === day.monthDay ? { ...day, iso } : day;
}

/** The day that a script writes into the page where it stands. */
export function writtenDate(script: DomElement, parent: DomElement): DateToken | null {
  const iso = machineDate(writtenAlone(script));
  return iso === null ? null : { kind: 'date', element: parent, iso, monthDay: iso.slice(5), role: 'none' };
}

const dated = new Set(['span', 'time', 'em', 'i', 'b', 'p', 'div', 'td', 'small', 'font', 'label', 'strong', 'dd']);
const dayNames =
  /^(?:data-)?(?:(?:pub(?:lish)?|release|create|add|show|news|article|item)[-_]?)?(?:date|time|timestamp|datetime|day)(?:[-_]?(?:value|str|text))?$/i;

function keptDay(element: DomElement): string | null {
  for (const [name, value] of Object.entries(element.attribs)) {
    if (name === 'datetime' ? element.name !== 'time' : name === 'title' ? element.name === 'a' : !dayNames.test(name)) continue;
    const iso = machineDate(value);
    if (iso !== null && !(name === 'title' && !/^\s*\d/.test(value))) return iso;
  }
  return null;
}

function matching(element: DomElement, text: string): string | null {
  if (text.length > 24) return null;
  const [shown] = findDates(text);
  if (!shown) return daysAgo(text) === null ? null : keptDay(element);
  if (shown.iso !== null) return null;
  const iso = keptDay(element);
  return iso?.slice(5) === shown.monthDay ? iso : null;
}
