import type { Outcome } from '../../model/check.ts';

interface Palette {
  readonly page: string;
  readonly paper: string;
  readonly soft: string;
  readonly line: string;
  readonly ink: string;
  readonly muted: string;
  readonly accent: string;
  readonly notice: string;
  /** Colour of words and of bars, on `paper`, `soft` and its own tint. */
  readonly outcome: Readonly<Record<Outcome, string>>;
  readonly tint: Readonly<Record<Outcome, string>>;
}

/** Every colour of the HTML reports. Words keep a contrast of at least 4.5 : 1 on whatever they stand on (WCAG AA, tested). */
export const palettes: Readonly<Record<'light' | 'dark', Palette>> = {
  light: {
    page: '#f3f4f6',
    paper: '#ffffff',
    soft: '#f6f7f9',
    line: '#dde1e7',
    ink: '#1b2430',
    muted: '#55606f',
    accent: '#1c4a86',
    notice: '#fdf4dc',
    outcome: { fail: '#b3261e', partial: '#8a5300', unsure: '#6b4a9e', pass: '#1b6b43', 'not-applicable': '#5b6573' },
    tint: { fail: '#fcebea', partial: '#fdf2de', unsure: '#f3eefb', pass: '#e7f4ec', 'not-applicable': '#eef0f3' },
  },
  dark: {
    page: '#12161c',
    paper: '#1a2029',
    soft: '#222a35',
    line: '#36404e',
    ink: '#e7ebf0',
    muted: '#a9b4c2',
    accent: '#8ab6f0',
    notice: '#3a3118',
    outcome: { fail: '#ff9a92', partial: '#f2bd6b', unsure: '#c9aef5', pass: '#7fd3a5', 'not-applicable': '#aab4c0' },
    tint: { fail: '#3c2022', partial: '#382b16', unsure: '#2d2540', pass: '#1a3328', 'not-applicable': '#29313c' },
  },
};

/** The palette as CSS custom properties: `--ink`, `--outcome-fail`, `--tint-fail` … */
export function customProperties({ outcome, tint, ...plain }: Palette): string {
  const prefixed = (prefix: string, colours: Readonly<Record<string, string>>) =>
    Object.entries(colours).map(([name, colour]) => `--${prefix}${name}:${colour};`);
  return [...prefixed('', plain), ...prefixed('outcome-', outcome), ...prefixed('tint-', tint)].join('');
}
