import type { Lead } from '../../src/artifacts/interest.ts';

/** A link of the unit's own site that promises nothing; `more` says what it does promise. */
export const leadTo = (url: string, more: Partial<Lead> = {}): Lead => ({
  url,
  text: url,
  foundOn: 'https://a.gov.cn/',
  place: 'content',
  items: [],
  covers: [],
  columns: false,
  entrance: false,
  home: false,
  frame: false,
  scope: 'own',
  foreign: false,
  nextPage: false,
  due: false,
  dateProof: false,
  column: '',
  depth: 1,
  ...more,
});
