import type { Candidate } from '../../model/artifacts.ts';
import type { Judged } from '../../model/check.ts';
import { documentFormats } from '../../model/document.ts';
import type { Clue } from '../../model/story.ts';

/** Every place that claimed to be the item, the chosen one first. `heldAgainst`: what the kind of judging has against one; null for nothing. */
export function itemClues(
  candidates: readonly Candidate[],
  { evidence, outcome }: Judged,
  heldAgainst: (candidate: Candidate) => string | null = () => null,
): readonly Clue[] {
  const isSettled = outcome === 'pass' || outcome === 'partial';
  const chosen = isSettled ? evidence.find(({ rejectedBecause }) => !rejectedBecause)?.url : undefined;
  const rejected = new Map(evidence.flatMap(({ url, rejectedBecause }) => (rejectedBecause ? [[url, rejectedBecause] as const] : [])));
  const clues = candidates.map(candidate => {
    const address = candidate.url ?? candidate.foundOn;
    if (address === chosen) return clueOf(candidate, null, true);
    const reason = rejected.get(address) ?? heldAgainst(candidate) ?? candidate.trouble?.reason;
    return clueOf(candidate, reason ?? (isSettled ? '同样符合，没有用它' : '没有用它'), false);
  });
  return clues.sort((one, other) => Number(other.accepted) - Number(one.accepted));
}

const clueOf = ({ text, where, url, foundOn, target, documents }: Candidate, reason: string | null, accepted: boolean): Clue => ({
  accepted,
  what: text === '' ? '没有文字的链接' : `${whereTitles[where] ?? '链接'}“${text}”`,
  url,
  foundOn,
  shows: target?.title ?? null,
  reason,
  files: documents.map(document => ({
    name: document.text,
    url: document.url,
    format: document.reading ? documentFormats[document.reading.format] : null,
    reason: document.trouble?.reason ?? null,
  })),
});

const whereTitles: Readonly<Record<string, string>> = {
  self: '页面',
  element: '页面元素',
  script: '脚本菜单',
  image: '图片链接',
  option: '下拉选项',
};
