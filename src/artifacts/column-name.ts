import type { PageReading } from '../model/page-reading.ts';
import { partsOfTitle } from '../text/page-title.ts';

/** How readers know a column: the last breadcrumb step, else the first heading, else what stands before the site's name in the title. */
export const columnName = ({ breadcrumb, headings, title }: Pick<PageReading, 'breadcrumb' | 'headings' | 'title'>): string =>
  breadcrumb.at(-1) ?? headings[0] ?? partsOfTitle(title)[0].trim();
