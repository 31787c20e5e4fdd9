/** A transformation as PDF writes it: (x, y) → (ax + cy + e, bx + dy + f). */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

/** First `inner`, then `outer`. */
export const multiply = (outer: Matrix, inner: Matrix): Matrix => [
  outer[0] * inner[0] + outer[2] * inner[1],
  outer[1] * inner[0] + outer[3] * inner[1],
  outer[0] * inner[2] + outer[2] * inner[3],
  outer[1] * inner[2] + outer[3] * inner[3],
  outer[0] * inner[4] + outer[2] * inner[5] + outer[4],
  outer[1] * inner[4] + outer[3] * inner[5] + outer[5],
];

export const apply = (matrix: Matrix, x: number, y: number): readonly [x: number, y: number] => [
  matrix[0] * x + matrix[2] * y + matrix[4],
  matrix[1] * x + matrix[3] * y + matrix[5],
];

/** Six finite numbers as a matrix; null for anything else, as a hostile file may hold. */
export function matrixOf(values: unknown): Matrix | null {
  if (values === null || typeof values !== 'object' || !('length' in values) || values.length !== 6) return null;
  const numbers = Array.from(values as ArrayLike<unknown>);
  return numbers.every(Number.isFinite) ? (numbers as unknown as Matrix) : null;
}

/** Turns a page by quarters so that text running downwards (1), upside down (2) or upwards (3) runs to the right; y grows downwards. */
export const upright: readonly Matrix[] = [
  [1, 0, 0, 1, 0, 0],
  [0, -1, 1, 0, 0, 0],
  [-1, 0, 0, -1, 0, 0],
  [0, 1, -1, 0, 0, 0],
];

/** The middle one; 0 of none. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}

/** Ascending values, of which those closer than `tolerance` to the one before are left out. */
export function distinct(values: readonly number[], tolerance: number): number[] {
  const kept: number[] = [];
  for (const value of values.toSorted((a, b) => a - b)) if (kept.length === 0 || value - kept.at(-1)! > tolerance) kept.push(value);
  return kept;
}
