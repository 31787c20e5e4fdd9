import type { Link } from '../../model/artifacts.ts';
import type { Clue } from '../../model/story.ts';

const verdictTitles = { broken: '失效', suspect: '疑似失效', unsure: '没有判定', ok: '有效' } as const;

/** Every link that did not simply work, the broken ones first. */
export const linkClues = (links: readonly Link[]): readonly Clue[] =>
  (['broken', 'suspect', 'unsure'] as const).flatMap(verdict =>
    links
      .filter(link => link.verdict === verdict)
      .map(({ text, url, foundOn, reason }) => ({
        accepted: verdict === 'broken',
        what: `${verdictTitles[verdict]}的链接“${text}”`,
        url,
        foundOn: foundOn[0] ?? null,
        shows: reason,
        reason: verdict === 'broken' ? null : '不计为失效',
        files: [],
      })),
  );
