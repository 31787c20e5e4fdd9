import type { Candidate } from '../model/artifacts.ts';

/** What a place says: the text of its page and of the files it hands out. */
export interface Content {
  readonly text: string;
  /** One Chinese clause why not all of it was read; null when it was. */
  readonly unread: string | null;
}

/** Everything that could be read behind a candidate. What nobody opened may hold anything. */
export function contentOf({ text, target, documents, where }: Candidate): Content {
  const texts = [target?.text ?? '', ...documents.map(({ reading }) => reading?.text ?? '')];
  const unread = documents.find(({ trouble }) => trouble?.kind === 'unsure');
  const nothing = target === null && documents.length === 0 && where !== 'element';
  return {
    text: texts.filter(text => text !== '').join('\n'),
    unread: unread ? `“${unread.text}”${unread.trouble!.reason}` : nothing ? `“${text}”没有查看` : null,
  };
}
