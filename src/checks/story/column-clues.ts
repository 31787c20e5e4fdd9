import type { Column } from '../../model/artifacts.ts';
import type { Judged } from '../../model/check.ts';
import type { Clue } from '../../model/story.ts';

/** Every dated list that was seen: one under a name that nobody thought of shows itself here. `isWanted`: by its name. */
export function columnClues(
  columns: readonly Column[],
  { evidence, measured }: Judged,
  isWanted: (name: string) => boolean,
): readonly Clue[] {
  const used = new Set(evidence.map(({ finalUrl }) => finalUrl));
  const clues = columns.map(({ name, url, newestOn, rows, trouble }) => {
    const accepted = used.has(url) && name === measured.column;
    const newest = rows.find(({ date }) => date !== null && date === newestOn);
    const reason = trouble?.reason ?? (isWanted(name) ? '同类栏目，已采信更新的一个' : '名称不同');
    return {
      accepted,
      what: `栏目“${name}”`,
      url,
      foundOn: null,
      shows: newest ? `最新一条：${newest.date} ${newest.title}` : null,
      reason: accepted ? null : reason,
      files: [],
    };
  });
  const rank = ({ accepted, reason }: Clue) => (accepted ? 0 : reason === '名称不同' ? 2 : 1);
  return clues.sort((one, other) => rank(one) - rank(other));
}
