/** Turns values into places along an axis, and says where to mark it. */
export interface Scale {
  readonly marks: readonly number[];
  /** 0 at the beginning of the axis, 1 at its end. */
  place(value: number): number;
}

/** From 0 to a round number not below the largest value. */
export function linearScale(values: readonly number[]): Scale {
  const largest = Math.max(...values, Number.MIN_VALUE);
  const step = roundStep(largest / 4);
  const count = Math.ceil(largest / step - 1e-9);
  return { marks: Array.from({ length: count + 1 }, (_, index) => index * step), place: value => value / (count * step) };
}

/** From a power of ten below the smallest value to one not below the largest. All values above 0. */
export function logScale(values: readonly number[]): Scale {
  const first = Math.ceil(Math.log10(Math.min(...values))) - 1;
  const last = Math.max(first + 1, Math.ceil(Math.log10(Math.max(...values)) - 1e-9));
  const marks = Array.from({ length: last - first + 1 }, (_, index) => 10 ** (first + index));
  return { marks, place: value => (Math.log10(value) - first) / (last - first) };
}

/** 1, 2 or 5 times a power of ten, not below the value. */
function roundStep(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  return [1, 2, 5, 10].map(factor => factor * power).find(step => step >= value * (1 - 1e-9)) ?? 10 * power;
}
