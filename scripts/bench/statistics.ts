/** The middle value, or the mean of the two in the middle. Throws RangeError when there is none. */
export function median(values: readonly number[]): number {
  if (values.length === 0) throw new RangeError('no values');
  const sorted = values.toSorted((one, other) => one - other);
  const middle = sorted.length / 2;
  return (sorted[Math.ceil(middle) - 1]! + sorted[Math.floor(middle)]!) / 2;
}

/** Precision and recall of a report: 0–1 each; an empty report is precise, and nothing to find is all found. */
export interface Agreement {
  readonly precision: number;
  readonly recall: number;
}

/**
 * Holds the paths a tool called broken against those that are. A report may name where a redirect ends instead of the address that was
 * linked: `endOf` tells the end of each broken path.
 */
export function agreementOf(reported: ReadonlySet<string>, broken: ReadonlySet<string>, endOf: (path: string) => string): Agreement {
  const ends = new Set([...broken].map(endOf));
  const right = [...reported].filter(path => broken.has(path) || ends.has(path)).length;
  const found = [...broken].filter(path => reported.has(path) || reported.has(endOf(path))).length;
  return {
    precision: reported.size === 0 ? 1 : right / reported.size,
    recall: broken.size === 0 ? 1 : found / broken.size,
  };
}
