import type { CheerioAPI } from 'cheerio';
import type { DateWitness, DayRole } from '../model/page-reading.ts';
import { machineDate } from '../text/machine-date.ts';
import { scriptConstants } from './page-lines.ts';
import { tags } from './tags.ts';

/** Constants of scripts that by their name are a day of the page itself; one that has several values is a record of a list. */
export function scriptDates($: CheerioAPI): readonly DateWitness[] {
  return Array.from(scriptConstants($)).flatMap(([name, values]) => {
    const role = publishingName.test(name) ? 'published' : updatingName.test(name) ? 'updated' : null;
    const iso = values.length === 1 ? machineDate(values[0]!) : null;
    return role && iso ? [{ kind: 'script' as const, label: name, iso, role }] : [];
  });
}

const publishingName =
  /^(?:doc_?)?(?:date_?)?(?:pub|publish|release|rel|fb)(?:_?(?:lished|lish))?_?(?:date|time|sj|rq|day)?$|^fb(?:sj|rq)$/i;
const updatingName = /^(?:up|update|modif(?:y|ied)|date_?modified)_?(?:date|time)?$/i;

/**
 * The days in the tags for machines, in the order in which they are believed. 国办发〔2017〕47号 asks for `PubDate`; the others are
 * those of content systems and search engines.
 */
export function metaDates($: CheerioAPI): readonly DateWitness[] {
  const contents = new Map<string, string>();
  for (const { attribs } of tags($, 'meta')) {
    const name = (attribs.name ?? attribs.property ?? attribs.itemprop ?? '').trim().toLowerCase();
    if (name !== '' && attribs.content?.trim() && !contents.has(name)) contents.set(name, attribs.content);
  }
  for (const { attribs } of tags($, 'time')) {
    const name = 'pubdate' in attribs ? 'datepublished' : (attribs.itemprop ?? '').toLowerCase();
    if (name !== '' && attribs.datetime && !contents.has(name)) contents.set(name, attribs.datetime);
  }
  return metaNames.flatMap(([name, role]) => {
    const iso = machineDate(contents.get(name) ?? '');
    return iso ? [{ kind: 'meta' as const, label: name, iso, role }] : [];
  });
}

const named = (role: DayRole, names: string): readonly (readonly [string, DayRole])[] => names.split(' ').map(name => [name, role]);
const metaNames = [
  ...named(
    'published',
    'pubdate publishdate publish_date publish-date publishtime publish_time pubtime releasedate release_date firstpublishedtime article:published_time datepublished og:release_date bytedance:published_time weibo:article:create_at dcterms.issued date dc.date',
  ),
  ...named(
    'updated',
    'lastmodifiedtime lastmodified last-modified article:modified_time datemodified og:updated_time bytedance:updated_time weibo:article:update_at',
  ),
];
