import type { PageReading } from '../model/page-reading.ts';
import { normalise } from '../text/normalise.ts';
import type { Belonging } from './belonging.ts';

/**
 * Name of the other unit whose document a page shows: one that names this unit nowhere, and at its head, as its institution or as the
 * bearer of the duties another one, or that speaks of another one all the time, was copied with its text. Null for every other page.
 */
export function othersDocument({ kind, text }: Pick<PageReading, 'kind' | 'text'>, belonging: Belonging): string | null {
  const places = kind === 'other' ? dutiesIn(text) : documents.has(kind) ? [headOf(text), ...(text.match(institution) ?? [])] : [];
  if (places.length === 0 && kind !== 'other') return null;
  const foreign = belonging.foreignOwnerOf(text);
  if (foreign && kind === 'other' && isAllAbout(text, foreign, belonging)) return foreign;
  return foreign && belonging.foreignOwnerOf(places.join(' ')) === foreign ? foreign : null;
}

/** The text of a column that names one other unit again and again, and nobody else: its leaders, its duties. */
function isAllAbout(text: string, unit: string, belonging: Belonging): boolean {
  const parts = normalise(text).split(normalise(unit));
  return parts.length > timesNamed && [null, unit].includes(belonging.foreignOwnerOf(parts.join(' ')));
}

const timesNamed = 3;

const documents: ReadonlySet<PageReading['kind']> = new Set(['guide', 'annual_report', 'budget', 'request_channel', 'article']);
/** Where it was taken from is not whose it is, and neither is the office whose rules are passed on (关于印发……的通知). */
function headOf(text: string): string {
  const head = text.slice(0, 80);
  return /印发|转发/.test(head) ? '' : head.replace(/来\s?源\s?[：:]\s?\S+/gu, ' ');
}

const institution = /(?:工作机构|机构名称|受理机构|公开机构)(?:名称)?[：:为]?.{0,16}/gu;

/** The clause at the beginning that says whose duties follow: 明湖市教育局的主要职责是：… */
const dutiesIn = (text: string): readonly string[] => text.slice(0, 200).match(duties) ?? [];
const duties = /[^。；;\s]{2,40}(?:履行(?:下列|以下)职责|的?主要(?:职责|职能)(?:是|为|如下|包括))/gu;
