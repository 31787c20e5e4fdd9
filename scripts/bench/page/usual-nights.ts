import type { NightFigures, NightsResult } from '../result.ts';
import { median } from '../statistics.ts';

/** Each night as it usually was: the medians of all runs. Pure; throws RangeError when there is no run. */
export const usualNights = ({ runs }: NightsResult): readonly NightFigures[] =>
  (runs[0] ?? []).map(({ night, units }, index) => {
    const usual = (measure: 'seconds' | 'requests' | 'bytes'): number => median(runs.map(nights => nights[index]![measure]));
    return { night, units, seconds: usual('seconds'), requests: usual('requests'), bytes: usual('bytes') };
  });
