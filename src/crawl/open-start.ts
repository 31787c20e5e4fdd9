import { isOutOfReach } from '../artifacts/entrances.ts';
import type { FetchOutcome } from '../model/fetch-outcome.ts';
import type { Entrance } from '../model/snapshot.ts';
import { otherFormsOf } from '../text/other-forms.ts';

/** A start address as it was opened. */
export interface OpenedStart {
  readonly openedAs: string;
  readonly outcome: FetchOutcome;
  /** What is to be told of the way there; null when there is nothing. */
  readonly entrance: Entrance | null;
}

/**
 * Opens a start address; one that cannot be reached is tried in its other forms, as a reader would, before it is called down. When none
 * answers, the outcome is that of the address as it was given. `ask` gives null where it must not ask.
 */
export async function openStart(url: string, ask: (form: string) => Promise<FetchOutcome | null>): Promise<OpenedStart | null> {
  const first = await ask(url);
  if (first === null) return null;
  if (first.kind === 'response' || !isOutOfReach({ failure: first })) {
    const entrance = first.security === null ? null : { url, openedAs: url, failure: null, security: first.security };
    return { openedAs: url, outcome: first, entrance };
  }
  for (const openedAs of otherFormsOf(url)) {
    const outcome = await ask(openedAs);
    if (outcome?.kind !== 'response') continue;
    const { cause, detail } = first;
    return { openedAs, outcome, entrance: { url, openedAs, failure: { cause, detail }, security: outcome.security } };
  }
  return { openedAs: url, outcome: first, entrance: null };
}
