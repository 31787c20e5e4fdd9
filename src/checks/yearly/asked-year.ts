export interface Deadline {
  /** The document of year Y is published in year Y minus this: 1 for reports on the past year, 0 for budgets. */
  readonly yearsBack: number;
  /** Month and day, both included, by which it must be there. */
  readonly by: string;
  /** `statutory`: later is late. `usual`: the day only decides which year is asked for. */
  readonly deadline: 'statutory' | 'usual';
}

/** Whose document is asked for on the day of an audit, and when it can and must have been there; ISO days. */
export interface AskedYear extends Pick<Deadline, 'deadline'> {
  readonly year: number;
  readonly due: string;
  /** The first day on which the document of that year can have existed. */
  readonly earliest: string;
}

/** The latest year whose document must be there on that day (rule book §0.4, §2.2, §5.1). */
export function yearAsked({ yearsBack, by }: Pick<Deadline, 'yearsBack' | 'by'>, today: string): number {
  const thisYear = Number(today.slice(0, 4));
  return (today > `${thisYear}-${by}` ? thisYear : thisYear - 1) - yearsBack;
}

export function askedYear(rule: Deadline, today: string): AskedYear {
  const { yearsBack, by, deadline } = rule;
  const year = yearAsked(rule, today);
  return { year, due: `${year + yearsBack}-${by}`, earliest: yearsBack === 1 ? `${year}-12-01` : `${year - 1}-10-01`, deadline };
}
