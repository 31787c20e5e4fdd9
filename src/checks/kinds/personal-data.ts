import { z } from 'zod';
import type { OpenedFile, Page } from '../../model/artifacts.ts';
import { defineKind, type Evidence } from '../../model/check.ts';
import type { DocumentTable } from '../../model/document.ts';
import type { Look } from '../../model/snapshot.ts';
import type { Clue } from '../../model/story.ts';
import { identityNumbersIn, masked } from '../../text/personal-data.ts';
import { evidenceOfLook } from '../evidence.ts';
import { personalColumns, personalKinds } from '../privacy/personal-columns.ts';

const options = z.discriminatedUnion('find', [
  /** Citizen's numbers anywhere in a text. */
  z.strictObject({ find: z.literal('identity-numbers'), titles: z.string().min(1) }),
  /** Columns of lists of persons. */
  z.strictObject({
    find: z.literal('columns'),
    titles: z.string().min(1),
    kinds: z.array(z.enum(personalKinds)).min(1),
    /** Distinct values written out in a column before it counts. */
    least: z.int().positive(),
  }),
]);
type Options = z.infer<typeof options>;

/** A page or a file, as far as it is searched. */
interface Place {
  readonly look: Look;
  readonly name: string;
  readonly text: string;
  readonly tables: readonly DocumentTable[];
}

/** So many lists of persons are opened for each unit. */
const mostLists = 8;

/**
 * Data of private persons that are published in full (rule book §7.4). Only what was masked ever leaves this check, and only a person may
 * confirm what it finds. Lists of persons are where such data stand: the crawl opens those, with their files.
 */
export const personalData = defineKind({
  id: 'personal-data',
  needs: ['Pages', 'Files'],
  options,
  wants: ({ titles }) => [{ kind: 'lists', titles, most: mostLists }],

  evaluate({ Pages, Files }, asked, { today }) {
    const places = placesOf(Pages, Files);
    const isList = new RegExp(asked.titles, 'u');
    const titleAt = new Map(Pages.map(({ look, title }) => [look.finalUrl, title]));
    const nameOf = ({ text, look }: OpenedFile) => `${text} ${titleAt.get(look.foundOn ?? '') ?? ''}`;
    const unread = Files.filter(file => file.reading.unread !== null && isList.test(nameOf(file)));
    const found = places.map(place => ({ place, hits: hitsIn(place, asked, today) })).filter(({ hits }) => hits.length > 0);
    const measured = { pages: Pages.length, files: Files.length };
    const [first] = found;
    if (first) {
      const hits = found.reduce((sum, { hits }) => sum + hits.length, 0);
      const evidence = found.slice(0, mostShown).map(({ place, hits }) => evidenceOf(place, hits));
      return {
        outcome: 'fail',
        cause: 'personal-data',
        measured: { ...measured, where: first.place.name, hits, first: first.hits[0]! },
        evidence,
      };
    }
    const [blind] = unread;
    const shut = Pages.find(({ look, trouble }) => trouble?.kind === 'unsure' && isList.test(look.anchorText ?? ''));
    if (blind)
      return {
        outcome: 'unsure',
        cause: 'document-unread',
        measured: { ...measured, reason: `名单“${blind.text}”${blind.reading.unread}` },
        evidence: [evidenceOfLook(blind.look, null)],
      };
    if (shut) {
      const reason = `名单“${shut.look.anchorText}”${shut.trouble!.reason}`;
      return { outcome: 'unsure', cause: 'not-looked', measured: { ...measured, reason }, evidence: [evidenceOfLook(shut.look, null)] };
    }
    return { outcome: 'pass', cause: null, measured, evidence: [] };
  },

  clues: ({ Pages, Files }, asked, { today }) =>
    placesOf(Pages, Files).flatMap((place): readonly Clue[] => {
      const hits = hitsIn(place, asked, today);
      if (hits.length === 0) return [];
      const { url, foundOn } = place.look;
      return [{ accepted: true, what: `“${place.name}”中的${hits.length}处`, url, foundOn, shows: hits[0]!, reason: null, files: [] }];
    }),
});

const mostShown = 10;

const placesOf = (pages: readonly Page[], files: readonly OpenedFile[]): readonly Place[] => [
  ...pages.filter(({ trouble }) => trouble === null).map(({ look, title, own, tables }) => ({ look, name: title, text: own.text, tables })),
  ...files.map(({ look, text, reading }) => ({ look, name: text, text: reading.text, tables: reading.tables })),
];

/** Each as it may be shown: its beginning and its end. */
function hitsIn({ text, tables }: Place, asked: Options, today: string): readonly string[] {
  if (asked.find === 'identity-numbers') return [...new Set(identityNumbersIn(text, today).map(({ number }) => masked(number)))];
  return personalColumns(tables, asked).map(({ name, cells }) => `“${name}”列${cells.length}行，如${shown(cells[0]!)}`);
}

/** Of words nothing but the first letter. */
const shown = (cell: string): string => (/^[\d\s-]+[Xx]?$/.test(cell) ? masked(cell) : `${cell.slice(0, 1)}…`);

const evidenceOf = ({ look, name }: Place, hits: readonly string[]): Evidence =>
  evidenceOfLook(look, `${name}：${hits.slice(0, 3).join('、')}`);
