import { expect, test } from 'vitest';
import { outcomes } from '../../src/model/check.ts';
import { customProperties, palettes } from '../../src/report/views/palette.ts';

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5]
    .map(start => Number.parseInt(colour.slice(start, start + 2), 16) / 255)
    .map(part => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

function contrast(a: string, b: string): number {
  const [dark, light] = [luminance(a), luminance(b)].toSorted((x, y) => x - y);
  return (light! + 0.05) / (dark! + 0.05);
}

test('the measure knows black on white', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
});

test.for(['light', 'dark'] as const)('words can be read in %s', name => {
  const palette = palettes[name];
  const pairs = [
    ...[palette.ink, palette.muted, palette.accent].flatMap(words =>
      [palette.page, palette.paper, palette.soft].map(ground => [words, ground] as const),
    ),
    [palette.ink, palette.notice] as const,
    ...outcomes.map(outcome => [palette.outcome[outcome], palette.tint[outcome]] as const),
  ];
  expect(pairs.filter(([words, ground]) => contrast(words, ground) < 4.5)).toEqual([]);
  const bars = outcomes.map(outcome => contrast(palette.outcome[outcome], palette.paper));
  expect(Math.min(...bars)).toBeGreaterThanOrEqual(3);
});

test('every outcome has its properties', () => {
  const css = customProperties(palettes.light);
  for (const outcome of outcomes) expect(css).toContain(`--outcome-${outcome}:#`);
});
