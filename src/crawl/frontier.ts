import type { Lead } from '../artifacts/interest.ts';
import type { Unvisited } from '../model/snapshot.ts';

/** What remains to be visited, best first by an interest that changes as things are found. */
export interface Frontier {
  /** Each address once, by its first lead; a later lead that claims more items replaces one still waiting. */
  add(leads: readonly Lead[]): void;
  /** Takes the lead of the highest interest, at least `least`; null when there is none. Ties go to the one found first. */
  take(interest: (lead: Lead) => number, least: number): Lead | null;
  /** An address that must not be queued again. */
  done(url: string): void;
  /** Those still waiting whose interest is at least this: the budget did not suffice for them. */
  left(interest: (lead: Lead) => number, least: number): readonly Unvisited[];
}

export function createFrontier({ keyOf }: { readonly keyOf: (url: string) => string }): Frontier {
  const waiting = new Map<string, Lead>();
  const visited = new Set<string>();
  return {
    add(leads) {
      for (const lead of leads) {
        const key = keyOf(lead.url);
        if (visited.has(key)) continue;
        const earlier = waiting.get(key);
        if (!earlier || promise(lead) > promise(earlier)) waiting.set(key, lead);
      }
    },
    take(interest, least) {
      let best: readonly [string, Lead] | null = null;
      let highest = least;
      for (const [key, lead] of waiting) {
        const rating = interest(lead);
        if (rating > highest || (best === null && rating === highest)) {
          best = [key, lead];
          highest = rating;
        }
      }
      if (!best) return null;
      waiting.delete(best[0]);
      visited.add(best[0]);
      return best[1];
    },
    done: url => {
      visited.add(keyOf(url));
      waiting.delete(keyOf(url));
    },
    left: (interest, least) =>
      [...waiting.values()].flatMap(lead => {
        const { url, foundOn, text } = lead;
        const rating = interest(lead);
        return rating < least ? [] : [{ url, foundOn, anchorText: text, reason: 'budget', trap: null, interest: rating }];
      }),
  };
}

/** How much a lead claims; the one that claims most speaks for its address. */
const promise = ({ items, covers, columns, dateProof, due, entrance }: Lead) =>
  (due ? 100 : 0) + items.length * 4 + covers.length * 2 + (columns || dateProof ? 2 : 0) + (entrance ? 1 : 0);
