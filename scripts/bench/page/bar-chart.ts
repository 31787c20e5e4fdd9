import type { Scale } from './scale.ts';
import { element, picture, type Role, words } from './svg.ts';

export interface Bar {
  readonly label: string;
  /** Null for a bar that cannot be drawn; `note` then says why. */
  readonly value: number | null;
  readonly note: string;
  readonly role: Role;
}

export interface BarChart {
  readonly title: string;
  /** What is measured and in what, told below the axis. */
  readonly axis: string;
  readonly scale: Scale;
  readonly bars: readonly Bar[];
}

const width = 760;
const right = 150;
const top = 48;
const rowHeight = 28;
/** Of a bold letter, generously. */
const letterWidth = 7.6;

/** Horizontal bars, each with its value written behind it. Pure. */
export function barChart({ title, axis, scale, bars }: BarChart): string {
  const bottom = top + bars.length * rowHeight;
  const left = 26 + Math.max(...bars.map(({ label }) => label.length)) * letterWidth;
  // Nothing stands out where all are alike.
  const isOwnMarked = bars.some(({ role }) => role !== 'own');
  const across = (value: number): number => left + Math.max(0, scale.place(value)) * (width - left - right);
  const marks = scale.marks.flatMap(value => [
    element('line', { class: 'grid', x1: across(value), x2: across(value), y1: top - 4, y2: bottom }),
    words(markName(value), { class: 'small', x: across(value), y: bottom + 16, 'text-anchor': 'middle' }),
  ]);
  const rows = bars.flatMap(({ label, value, note, role }, index) => {
    const y = top + index * rowHeight;
    const end = value === null ? left : across(value);
    const weight = role === 'own' && isOwnMarked ? 'strong' : 'plain';
    return [
      words(label, { class: weight, x: left - 10, y: y + 17, 'text-anchor': 'end' }),
      ...(value === null
        ? []
        : [element('rect', { class: role, x: left, y: y + 4, width: Math.max(1, end - left), height: rowHeight - 9 })]),
      words(note, { class: weight, x: end + 6, y: y + 17 }),
    ];
  });
  const name = words(axis, { class: 'small', x: left, y: bottom + 36 });
  return picture({ width, height: bottom + 48 }, title, bars.map(({ label, note }) => `${label}: ${note}`).join('; '), [
    ...marks,
    ...rows,
    name,
  ]);
}

/** No false digits: 0.1, 1, 10,000. */
const markName = (value: number): string => Number(value.toPrecision(3)).toLocaleString('en-US');
