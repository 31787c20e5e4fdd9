import { applicationForm } from './application-form.ts';
import { columnCounts } from './column-counts.ts';
import { documentAgainstLastYear } from './document-against-last-year.ts';
import { documentContent } from './document-content.ts';
import { documentFigures } from './document-figures.ts';
import { documentNames } from './document-names.ts';
import { freshColumn } from './fresh-column.ts';
import { linkHealth } from './link-health.ts';
import { openPeriod } from './open-period.ts';
import { outdatedWording } from './outdated-wording.ts';
import { personalData } from './personal-data.ts';
import { publicationDelay } from './publication-delay.ts';
import { requiredItem } from './required-item.ts';
import { siteIdentity } from './site-identity.ts';
import { yearlyPublication } from './yearly-publication.ts';
import { yearsKept } from './years-kept.ts';

/** Every way of judging, in one list. A new kind is one file and one line here. */
export const kinds = [
  applicationForm,
  columnCounts,
  documentAgainstLastYear,
  documentContent,
  documentFigures,
  documentNames,
  freshColumn,
  linkHealth,
  openPeriod,
  outdatedWording,
  personalData,
  publicationDelay,
  requiredItem,
  siteIdentity,
  yearlyPublication,
  yearsKept,
] as const;
