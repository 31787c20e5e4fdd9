import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { CalendarYear, type WorkCalendar } from '../model/calendar.ts';
import { GongkaiError } from '../model/errors.ts';
import { workCalendar } from '../text/work-calendar.ts';
import { readYaml } from './read-yaml.ts';

/**
 * Reads the calendars in folders, one file for each year (`2026.yaml`). A year in a later folder takes the place of the same year in an
 * earlier one, so that whoever runs the program can add next year's without waiting for a new version. Folders that are not there are
 * passed over. Throws GongkaiError: CALENDAR_INVALID or FILE_UNREADABLE.
 */
export function loadCalendar(folders: readonly string[]): WorkCalendar {
  const byYear = new Map<number, CalendarYear>();
  for (const folder of folders) for (const year of calendarYears(folder)) byYear.set(year, readYear(folder, year));
  return workCalendar([...byYear.values()]);
}

/** The years for which there is a file, rising. */
export function calendarYears(folder: string): readonly number[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .flatMap(file => /^(\d{4})\.yaml$/.exec(file)?.[1] ?? [])
    .map(Number)
    .sort((a, b) => a - b);
}

function readYear(folder: string, year: number): CalendarYear {
  const file = join(folder, `${year}.yaml`);
  const calendar = readYaml(file, CalendarYear, 'CALENDAR_INVALID');
  if (calendar.year === year) return calendar;
  throw new GongkaiError('CALENDAR_INVALID', `${file}：写的是${calendar.year}年，与文件名不一致，请改正年份或将文件改名。`);
}
