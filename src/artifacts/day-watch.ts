/**
 * What a reading made of the day on which it was made: days later than that day do not count, and 3天前 is counted from it. By this it is
 * known on which later days the same page would be read the same.
 */
export interface DayWatch {
  /** A day was left out because it is later than the day of the look. ISO. */
  later(iso: string): void;
  /** A day was counted back from the day of the look. */
  counted(): void;
  /** The reading comes out the same on every day from its own up to, and without, this one (ISO). Its own day: on no other. */
  sameBefore(): string;
}

/** Later than every day that can be written. */
const never = '9999-12-31';

/** `today`: the day of the look, ISO. */
export function watchDay(today: string): DayWatch {
  let first = never;
  return {
    later(iso) {
      if (iso > today && iso < first) first = iso;
    },
    counted() {
      first = today;
    },
    sameBefore: () => first,
  };
}

/** For readings that nobody keeps. */
export const unwatched: DayWatch = { later: () => {}, counted: () => {}, sameBefore: () => never };
