import { outcomeTitles } from '../model/check.ts';
import type { Clue, Story } from '../model/story.ts';
import { clip, stripControl } from '../text/safe-text.ts';
import { indented, paint, type TerminalOptions } from './terminal-text.ts';
import { standingText } from './wording.ts';

/** More than these are counted, not shown; the JSON holds them all. */
const mostClues = 30;
const mostPlaces = 20;

/** A story for people: verdict, where it was looked, what was found and rejected with the reasons, what was not seen. */
export function renderStory(story: Story, options: TerminalOptions): string {
  const { unit, asOf, finding, looked, places, clues, unseen } = story;
  const standing = standingText(finding);
  const write = (text: string, indent: string) => indented(plain(text), indent, options);
  const heading = (title: string) => ['', paint(options, 'bold', title)];
  return [
    paint(options, 'bold', plain(`${unit.name}（${unit.id}）　${finding.title}（${finding.check}）`)),
    ...write(`结论：${outcomeTitles[finding.outcome]}${standing === null ? '' : `（${standing}）`}，${asOf}的检查`, ''),
    ...write(finding.message, '  '),
    ...write(`依据：${finding.basis}`, '  '),
    ...(finding.remedy === '' ? [] : write(`整改：${finding.remedy}`, '  ')),
    ...heading('一、看了哪里'),
    ...looked.flatMap(sentence => write(sentence, '  ')),
    ...places.slice(0, mostPlaces).flatMap(({ name, url, by }) => write(`· ${by} → “${clip(name, 60)}” ${url}`, '  ')),
    ...more(places.length - mostPlaces, '个页面'),
    ...heading('二、采信了什么'),
    ...(told(
      clues.filter(({ accepted }) => accepted),
      write,
    ) ?? ['  没有。']),
    ...heading('三、还看到什么，为什么没有采信'),
    ...(told(
      clues.filter(({ accepted }) => !accepted),
      write,
    ) ?? ['  没有。']),
    ...heading('四、没能看的'),
    ...(unseen.length === 0 ? ['  没有。'] : unseen.flatMap(what => write(`· ${what}`, '  '))),
    '',
  ].join('\n');
}

type Write = (text: string, indent: string) => readonly string[];

/** Null when there is nothing to tell. */
function told(clues: readonly Clue[], write: Write): readonly string[] | null {
  if (clues.length === 0) return null;
  return [...clues.slice(0, mostClues).flatMap(clue => clueLines(clue, write)), ...more(clues.length - mostClues, '处')];
}

const clueLines = ({ what, url, foundOn, shows, reason, files }: Clue, write: Write): readonly string[] => [
  ...write(`· ${what} ${url ?? '（没有地址）'}`, '  '),
  ...(foundOn === null || foundOn === url ? [] : write(`见于 ${foundOn}`, '    ')),
  ...(shows === null ? [] : write(`打开后：${clip(shows, 120)}`, '    ')),
  ...files.flatMap(file => write(`${fileText(file, url)}：${file.reason ?? '已读'}`, '    ')),
  ...(reason === null ? [] : write(`原因：${reason}`, '    ')),
];

/** The link may lead to the file itself. */
function fileText(file: Clue['files'][number], url: string | null): string {
  const format = file.format ?? '没有打开';
  return file.url === url ? `文件（${format}）` : `附件“${file.name}”（${format}） ${file.url}`;
}

const more = (hidden: number, what: string): readonly string[] => (hidden > 0 ? [`  另有 ${hidden} ${what}，见 --json。`] : []);

const plain = (text: string): string => stripControl(text);
