import type { Artifacts, Candidate, Page } from '../model/artifacts.ts';
import type { ItemKey } from '../model/item.ts';
import { normalise } from '../text/normalise.ts';

/** Where else an item may stand: inside the documents of other items, as 三公经费 stands inside budgets. */
export interface Inside {
  readonly items: readonly ItemKey[];
  /** Regular expression on the normalised text. */
  readonly mentions: string;
}

export type InsideAnswer =
  | { readonly kind: 'found'; readonly candidate: Candidate }
  /** There are such documents and none could be read: the item may be in them. */
  | { readonly kind: 'unread'; readonly candidate: Candidate }
  | { readonly kind: 'not-there' };

/** A page shorter than this only says that an attachment holds the text. */
const leastText = 200;
const attached = /(?:详|请|具体|内容)[^。]{0,6}见附件/;

/** Looks into the documents that were read. Lists are the way to documents, not documents. */
export function lookInside({ items, mentions }: Inside, candidates: Artifacts['Candidates']): InsideAnswer {
  const pattern = new RegExp(mentions, 'u');
  const documents = items.flatMap(item => candidates[item] ?? []).filter(({ target }) => !target || !isCollection(target));
  const read = documents.filter(
    ({ target, trouble }) => trouble === null && target !== null && target.text.length >= leastText && !attached.test(target.text),
  );
  const found = read.find(({ target }) => pattern.test(normalise(target!.text)));
  if (found) return { kind: 'found', candidate: found };
  // Documents that nobody opened and attachments of a page that was read do not matter; one that was opened in vain may be the one.
  const pages = new Set(read.map(({ target }) => target!.look.finalUrl));
  const opened = documents.filter(({ look, foundOn }) => look?.purpose === 'page' && !pages.has(foundOn));
  const unread = opened.find(candidate => !read.includes(candidate)) ?? (read.length === 0 ? documents[0] : undefined);
  return unread ? { kind: 'unread', candidate: unread } : { kind: 'not-there' };
}

/** Lists are the way to documents, not documents, whatever they are called. */
const isCollection = ({ kind, rows }: Page) => kind === 'list' || kind === 'home' || rows.length >= 3;
