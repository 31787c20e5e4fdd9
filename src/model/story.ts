import type { Finding } from './finding.ts';
import type { Unit } from './unit.ts';

/** How a verdict came about: where it was looked, what was found there, what was rejected and why, and what could not be seen. */
export interface Story {
  readonly unit: Pick<Unit, 'id' | 'name'>;
  /** The day the audit is dated, ISO. */
  readonly asOf: string;
  readonly finding: Finding;
  /** One Chinese sentence each: how far the look went. */
  readonly looked: readonly string[];
  /** The places that were searched for it, in the order in which they were opened. */
  readonly places: readonly StoryPlace[];
  readonly clues: readonly Clue[];
  /** One Chinese clause each: what was not seen, and why. */
  readonly unseen: readonly string[];
}

export interface StoryPlace {
  /** What the page calls itself. */
  readonly name: string;
  readonly url: string;
  /** Why it was opened: 首页, or the words of the link that led there. */
  readonly by: string;
}

/** Something that could have been what is asked for. */
export interface Clue {
  readonly accepted: boolean;
  /** 链接“公开指南”, 栏目“通知公告”, 失效链接“……”. */
  readonly what: string;
  readonly url: string | null;
  readonly foundOn: string | null;
  /** What it turned out to be: the title of the page behind it, its newest entry, its value; null when nothing was seen. */
  readonly shows: string | null;
  /** One Chinese clause why it was not accepted, or not chosen; null for what was chosen. */
  readonly reason: string | null;
  /** Files that its page hands out, with what is wrong with each. */
  readonly files: readonly {
    readonly name: string;
    readonly url: string;
    readonly format: string | null;
    readonly reason: string | null;
  }[];
}
