import { differenceInCalendarDays } from 'date-fns/differenceInCalendarDays';
import { parseISO } from 'date-fns/parseISO';
import type { DateWitness, PageDates } from '../model/page-reading.ts';

/**
 * How the witnesses stand to the chosen day. Sources count once each, because one system fills a byline and its copy alike.
 * Other days contradict only where both cannot be true: a text may be written before and changed after it was published.
 */
export function agreementOn(chosen: DateWitness | null, witnesses: readonly DateWitness[]): Pick<PageDates, 'agreeing' | 'contradicting'> {
  if (chosen === null) return { agreeing: 0, contradicting: [] };
  const agreeing = new Set(witnesses.filter(({ iso }) => iso === chosen.iso).map(sourceOf)).size;
  const contradicting = witnesses
    .map(witness => ({ ...witness, daysApart: differenceInCalendarDays(parseISO(witness.iso), parseISO(chosen.iso)) }))
    .filter(witness => contradicts(witness, witness.daysApart));
  return { agreeing, contradicting };
}

function contradicts(witness: DateWitness, daysApart: number): boolean {
  if (witness.role === 'updated') return isUpdate(witness) && daysApart < 0;
  return witness.role === 'written' || witness.role === 'issued' ? daysApart > 0 : daysApart !== 0;
}

/** The page was changed; the days on which letters came and were answered are no updates of the page. */
export const isUpdate = ({ role, label, kind }: DateWitness): boolean =>
  role === 'updated' && (kind === 'meta' || kind === 'script' || /更新|修改|修订|updated?$|modified$/.test(label ?? ''));

const sourceOf = ({ kind }: DateWitness): string => (kind === 'labelled' || kind === 'bare' || kind === 'signature' ? 'seen' : kind);
