import type { Coverage } from '../model/artifacts.ts';
import type { Evidence, Verdict } from '../model/check.ts';

/** Nothing that claims to be the item was seen, after a look that reached everything that could have held it. */
export const absence = ({ pagesRead, linksSeen }: Coverage, evidence: readonly Evidence[]): Verdict => ({
  outcome: 'fail',
  cause: 'missing',
  measured: { looked: pagesRead, links: linksSeen, reason: `已查看${pagesRead}个页面、${linksSeen}个链接，未见` },
  evidence,
});
