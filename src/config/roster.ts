import { extname } from 'node:path';
import { z } from 'zod';
import { GongkaiError } from '../model/errors.ts';
import { Unit } from '../model/unit.ts';
import { dayInShanghai } from '../text/shanghai.ts';
import { readYaml } from './read-yaml.ts';
import { type RosterEntry, type RosterProblem, refuseProblems } from './roster-problems.ts';
import { relateUnits } from './roster-relations.ts';
import { readRows } from './roster-rows.ts';
import { readCsv, readXlsx } from './roster-table.ts';

/** A roster written by hand; the fields of `Unit`, with what the list is and where it comes from. */
const RosterFile = z.strictObject({
  title: z.string().trim().min(1).optional(),
  source: z.string().trim().min(1).optional(),
  units: z.array(Unit).nonempty(),
});

/**
 * Reads a list of units from .yaml/.yml, .csv or .xlsx, in the order of the file. Headings and words are tolerant (full width, spaces,
 * synonyms); an unknown one is refused. Parents come back as ids.
 * `today`: ISO; a consent that ended before it is refused, because nobody would notice that it has no effect.
 * Throws GongkaiError: ROSTER_INVALID naming file, row and column of up to 20 faults; FILE_UNREADABLE.
 */
export async function readRoster(file: string, today = dayInShanghai(Date.now())): Promise<Unit[]> {
  const { entries, problems } = await readEntries(file);
  // A row that could not be read would be missed as a parent: how units relate is looked at when all of them are there.
  refuseProblems(file, problems);
  const related = relateUnits(entries);
  refuseProblems(file, [...related.problems, ...endedConsents(entries, today)]);
  return [...related.units];
}

const endedConsents = (entries: readonly RosterEntry[], today: string): readonly RosterProblem[] =>
  entries.flatMap(({ unit, field }) =>
    unit.sites.flatMap(({ consent }) =>
      consent && consent.until < today
        ? [{ place: field('consentUntil'), text: `网站的同意在${consent.until}已经到期，请填写新的截止日期，或者删去这项同意` }]
        : [],
    ),
  );

async function readEntries(file: string): Promise<ReturnType<typeof readRows>> {
  switch (extname(file).toLowerCase()) {
    case '.yaml':
    case '.yml':
      return { entries: readYaml(file, RosterFile, 'ROSTER_INVALID').units.map(entryOf), problems: [] };
    case '.csv':
      return readRows(readCsv(file));
    case '.xlsx':
      return readRows(await readXlsx(file));
    case '.xls':
      throw new GongkaiError('FILE_UNREADABLE', `文件 ${file} 是旧的 .xls 格式，请用 Excel 或 WPS 另存为 .xlsx 后重试。`);
    default:
      throw new GongkaiError('FILE_UNREADABLE', `不认识名单文件 ${file} 的格式，请用 .xlsx、.csv 或 .yaml 文件。`);
  }
}

function entryOf(unit: Unit, index: number): RosterEntry {
  const row = `第 ${index + 1} 项`;
  return { unit, row, field: name => `${row}“${name === 'consentUntil' ? 'consent' : name}”` };
}
