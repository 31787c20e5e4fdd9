/** The day, ISO, that the calendar shows where the units are. `instant`: milliseconds since the epoch. */
export const dayInShanghai = (instant: number): string => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(instant);
