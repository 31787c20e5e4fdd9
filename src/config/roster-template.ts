import { columnTitle, type RosterColumn, rosterColumns } from './roster-columns.ts';

/** A unit of the simulated city, as an official would fill it in. */
const example: Readonly<Record<RosterColumn, string>> = {
  id: 'minghu-jyj',
  name: '明湖市教育局',
  aliases: '市教育局',
  type: '部门',
  group: '一类部门',
  parent: '',
  sites: 'https://jyj.minghu.example/',
  disclosure: 'https://jyj.minghu.example/zwgk/',
  prefixes: 'https://jyj.minghu.example/',
  siteCodes: '3499990002',
  consentInFlight: '',
  consentGap: '',
  consentBy: '',
  consentOn: '',
  consentUntil: '',
  powers: '行政许可、行政处罚、预算单位',
};

/** The headings and one example row of an empty roster, column by column in the same order. */
export const templateRows: readonly (readonly string[])[] = [rosterColumns.map(columnTitle), rosterColumns.map(column => example[column])];
