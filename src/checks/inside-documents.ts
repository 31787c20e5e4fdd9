import type { Artifacts, Candidate, Page } from '../model/artifacts.ts';
import type { ItemKey } from '../model/item.ts';
import { pointsToFiles } from '../text/document-address.ts';
import { normalise } from '../text/normalise.ts';
import { contentOf } from './content.ts';

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

/** Looks into the documents that were read. Lists are the way to documents, not documents. */
export function lookInside({ items, mentions }: Inside, candidates: Artifacts['Candidates']): InsideAnswer {
  const pattern = new RegExp(mentions, 'u');
  const documents = items.flatMap(item => candidates[item] ?? []).filter(({ target }) => !target || !isCollection(target));
  const sound = documents.filter(({ trouble }) => trouble === null);
  const found = sound.find(candidate => pattern.test(normalise(contentOf(candidate).text)));
  if (found) return { kind: 'found', candidate: found };

  // Documents that nobody opened and attachments of a page that was read do not matter; one that was opened in vain may be the one.
  const read = sound.filter(isReadWhole);
  const pages = new Set(read.flatMap(({ target }) => target?.look.finalUrl ?? []));
  // A page that leads to others, and hands out no file itself, is the way to them.
  const urls = new Set(documents.map(({ url }) => url));
  const isWay = ({ target, url, documents: files }: Candidate) =>
    target !== null && files.length === 0 && target.own.links.some(link => link.url !== url && urls.has(link.url));
  const opened = documents.filter(
    candidate => candidate.look?.purpose === 'page' && !pages.has(candidate.foundOn) && mayHold(candidate) && !isWay(candidate),
  );
  const unread = opened.find(candidate => !read.includes(candidate)) ?? (read.length === 0 ? documents.find(mayHold) : undefined);
  return unread ? { kind: 'unread', candidate: unread } : { kind: 'not-there' };
}

/** What turned out to be nothing, or another's, holds nothing of this unit's. */
const mayHold = ({ trouble }: Candidate): boolean => trouble === null || trouble.kind === 'unsure' || trouble.kind === 'off-topic';

function isReadWhole(candidate: Candidate): boolean {
  const { text, unread } = contentOf(candidate);
  return unread === null && text.length >= leastText && (candidate.documents.length > 0 || !pointsToFiles(text));
}

/** Lists are the way to documents, not documents, whatever they are called. */
const isCollection = ({ kind, rows }: Page) => kind === 'list' || kind === 'home' || rows.length >= 3;
