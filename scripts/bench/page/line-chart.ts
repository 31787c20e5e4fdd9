import { linearScale } from './scale.ts';
import { element, picture, words } from './svg.ts';

export interface Line {
  readonly label: string;
  readonly role: 'own' | 'bound';
  /** [across, up], rising across. */
  readonly points: readonly (readonly [number, number])[];
}

export interface LineChart {
  readonly title: string;
  readonly across: string;
  readonly up: string;
  readonly lines: readonly Line[];
  /** A height that should not be passed. */
  readonly limit: { readonly value: number; readonly label: string } | null;
}

const width = 760;
const height = 360;
const left = 70;
const right = 120;
const top = 56;
const bottom = height - 60;

/** Lines from measured points, both axes from 0. Pure. */
export function lineChart({ title, across, up, lines, limit }: LineChart): string {
  const points = lines.flatMap(line => line.points);
  const horizontal = linearScale(points.map(([x]) => x));
  const vertical = linearScale([...points.map(([, y]) => y), limit?.value ?? 0]);
  const placeX = (value: number): number => left + horizontal.place(value) * (width - left - right);
  const placeY = (value: number): number => bottom - vertical.place(value) * (bottom - top);
  const name = (value: number): string => value.toLocaleString('en-US');
  const grid = [
    ...vertical.marks.flatMap(value => [
      element('line', { class: 'grid', x1: left, x2: width - right, y1: placeY(value), y2: placeY(value) }),
      words(name(value), { class: 'small', x: left - 8, y: placeY(value) + 4, 'text-anchor': 'end' }),
    ]),
    ...horizontal.marks.map(value => words(name(value), { class: 'small', x: placeX(value), y: bottom + 18, 'text-anchor': 'middle' })),
    words(across, { class: 'small', x: (left + width - right) / 2, y: bottom + 40, 'text-anchor': 'middle' }),
    words(up, { class: 'small', x: left - 50, y: top - 8 }),
  ];
  const border = limit && [
    element('line', { class: 'limit', x1: left, x2: width - right, y1: placeY(limit.value), y2: placeY(limit.value) }),
    words(limit.label, { class: 'limit-name', x: left + 6, y: placeY(limit.value) - 6 }),
  ];
  const drawn = lines.flatMap(({ label, role, points: own }) => {
    const places = own.map(([x, y]) => [placeX(x), placeY(y)] as const);
    const path = places.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`).join('');
    const [endX, endY] = places.at(-1) ?? [left, bottom];
    return [
      element('path', { class: `line ${role}`, d: path }),
      ...places.map(([cx, cy]) => element('circle', { class: role, cx, cy, r: 4 })),
      words(label, { class: role === 'own' ? 'strong' : 'plain', x: endX + 10, y: endY + 4 }),
    ];
  });
  const description = lines
    .map(({ label, points: own }) => `${label}: ${own.map(([x, y]) => `${name(x)} → ${name(y)}`).join(', ')}`)
    .join('; ');
  return picture({ width, height }, title, description, [...grid, ...(border ?? []), ...drawn]);
}
