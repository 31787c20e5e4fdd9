import { buildMiniSite, MiniSite } from '../../fixtures/mini-site.ts';
import { derive } from '../../src/artifacts/derive.ts';
import { createReader } from '../../src/artifacts/reader.ts';
import { type JudgedFinding, runCatalogue } from '../../src/checks/run-catalogue.ts';
import { loadCalendar } from '../../src/config/load-calendar.ts';
import { loadCatalogue } from '../../src/config/load-catalogue.ts';
import { loadVocabulary } from '../../src/config/load-vocabulary.ts';
import { readYaml } from '../../src/config/read-yaml.ts';

export const catalogue = loadCatalogue('checks', { unconfirmed: 'include' });
export const vocabulary = loadVocabulary('checks/vocabulary');
export const calendar = loadCalendar(['data/calendars']);
export const exampleDay = '2026-11-20';

export const readSite = (page: string): MiniSite => readYaml(`fixtures/sites/${page}.yaml`, MiniSite, 'FILE_UNREADABLE');

/** All checks over one small site, as if it had been crawled. A check that breaks fails the test. */
export function judgeSite(site: MiniSite, today = exampleDay): readonly JudgedFinding[] {
  const built = buildMiniSite(site);
  const artifacts = derive({ ...built, reader: createReader(vocabulary, { today }) });
  return runCatalogue(catalogue.checks, built.unit, artifacts, {
    today,
    calendar,
    onError: (check, error) => {
      throw new Error(`${check} broke`, { cause: error });
    },
  });
}

export const outcomeOf = (findings: readonly JudgedFinding[], check: string) => findings.find(finding => finding.check === check)!.outcome;
