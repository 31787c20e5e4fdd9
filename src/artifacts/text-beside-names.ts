import type { PageReading } from '../model/page-reading.ts';
import { partsOfTitle } from '../text/page-title.ts';
import { withoutLabels } from './labels.ts';

/** What a page says beside its own names: without its title, headings, place in the site and the labels of dates and sources. */
export function textBesideNames({ title, headings, breadcrumb, text }: PageReading): string {
  const names = [...partsOfTitle(title), ...headings, ...breadcrumb].filter(name => name !== '').sort((a, b) => b.length - a.length);
  return withoutLabels(names.reduce((rest, name) => rest.replaceAll(name, ' '), text));
}
