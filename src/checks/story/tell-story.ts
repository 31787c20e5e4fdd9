import type { Coverage, GatheredArtifacts, Page } from '../../model/artifacts.ts';
import type { CheckContext } from '../../model/check.ts';
import type { Finding } from '../../model/finding.ts';
import { stopReasons, type Unvisited } from '../../model/snapshot.ts';
import type { Clue, Story, StoryPlace } from '../../model/story.ts';
import { trapText } from '../../model/trap.ts';
import type { Check } from '../compile-check.ts';

/** The story of one finding, told from the artifacts it was judged by. Pure, like the judgement itself. */
export function tellStory(check: Check, finding: Finding, gathered: GatheredArtifacts, context: CheckContext): Story {
  const { unit, today } = context;
  const head = { unit: { id: unit.id, name: unit.name }, asOf: today, finding };
  const { Pages, Coverage } = gathered;
  if (!Pages.ok) return { ...head, looked: [], places: [], clues: [], unseen: [Pages.reason] };
  if (!Coverage.ok) return { ...head, looked: [], places: [], clues: [], unseen: [Coverage.reason] };
  const clues = check.clues(gathered, context, finding);
  return {
    ...head,
    looked: lookedText(Coverage.value),
    places: placesOf(check, Pages.value, clues),
    clues,
    unseen: unseenText(check, Coverage.value),
  };
}

const lookedText = ({ pagesRead, linksSeen, stoppedBecause, notes }: Coverage): readonly string[] => [
  `读了本单位的${pagesRead}个页面，首页和公开专栏上共有${linksSeen}个链接；${stopReasons[stoppedBecause]}。`,
  ...notes,
];

/** The home page, the pages on the way to the item, and those that show a clue. */
function placesOf({ spec }: Check, pages: readonly Page[], clues: readonly Clue[]): readonly StoryPlace[] {
  const shown = new Set(clues.flatMap(({ url, foundOn }) => [url, foundOn]));
  const ways = new Set(
    pages.flatMap(({ umbrellas }) =>
      umbrellas.filter(({ covers }) => spec.item !== undefined && covers.includes(spec.item)).map(({ url }) => url),
    ),
  );
  const isPlace = ({ look }: Page) => look.foundOn === null || [look.url, look.finalUrl].some(url => shown.has(url) || ways.has(url));
  return pages.filter(isPlace).map(({ look, title }) => ({
    name: title,
    url: look.finalUrl,
    by: look.foundOn === null ? '起始网址' : look.anchorText ? `链接“${look.anchorText}”` : '没有文字的链接',
  }));
}

function unseenText({ spec }: Check, { gap, gapsByItem, unvisited }: Coverage): readonly string[] {
  const ofItem = spec.item ? gapsByItem[spec.item] : undefined;
  const left = unvisited.slice(0, mostUnvisited).map(one => `“${one.anchorText}” ${one.url} ${whyUnvisited(one)}`);
  return [...new Set([ofItem, gap].flatMap(reason => reason ?? [])), ...left];
}

const mostUnvisited = 10;
const unvisitedTitles = { budget: '未轮到', robots: '网站的 robots.txt 不许访问', trap: '像是没有尽头的链接，未打开' } as const;
const whyUnvisited = ({ reason, trap }: Unvisited): string => `${unvisitedTitles[reason]}${trap ? `（${trapText(trap)}）` : ''}`;
