import { linkRemedies } from '../model/link-cause.ts';
import type { BadLink, SiteLinks } from '../model/link-check.ts';
import { stopReasons } from '../model/snapshot.ts';
import { safeJson } from '../text/safe-json.ts';
import { stripControl } from '../text/safe-text.ts';
import { dayInShanghai } from '../text/shanghai.ts';

/**
 * One JSON value in pieces, since a site may have ten thousands of dead links. The contract of DESIGN §6 (`url reason status foundOn`);
 * everything beside it is an addition.
 */
export function* linksAsJson({ pages, links, broken, unsure, suspect, stoppedBecause, notes, deadSince }: SiteLinks): Generator<string> {
  yield `{"pages":${pages},"links":${links}`;
  for (const [name, bad] of Object.entries({ broken, unsure, suspect })) {
    yield `,"${name}":[`;
    for (const [index, link] of bad.entries()) {
      const row = name === 'broken' ? deadSince.get(link.url) : undefined;
      yield `${index === 0 ? '' : ','}${safeJson({ ...linkAsJson(link), ...row })}`;
    }
    yield ']';
  }
  yield `,"stoppedBecause":${safeJson(stoppedBecause)},"notes":${safeJson(notes)}}\n`;
}

const linkAsJson = ({ url, cause, reason, status, hops, attempts, foundOn, pages }: BadLink) => ({
  url,
  reason,
  status,
  foundOn,
  onPages: pages,
  cause,
  remedy: linkRemedies[cause],
  hops,
  attempts,
});

/** The same for people. What servers and pages said is made fit for a terminal. */
export function* linksAsText({ pages, links, broken, unsure, suspect, stoppedBecause, notes, deadSince }: SiteLinks): Generator<string> {
  yield* section('打不开的链接', broken, deadSince);
  yield* section('无法判定的链接', unsure, deadSince);
  yield* section('可疑的链接', suspect, deadSince);
  const counts = `打不开 ${broken.length} 个，无法判定 ${unsure.length} 个，可疑 ${suspect.length} 个`;
  yield `读取页面 ${pages} 个，检查链接 ${links} 个：${counts}。\n`;
  for (const note of notes) yield `${stripControl(note)}\n`;
  if (stoppedBecause !== 'complete') yield `没有检查完：${stopReasons[stoppedBecause]}。\n`;
}

function* section(title: string, links: readonly BadLink[], deadSince: SiteLinks['deadSince']): Generator<string> {
  if (links.length === 0) return;
  yield `${title}（${links.length}个）\n`;
  for (const [index, link] of links.entries()) {
    const [first, ...rest] = linesOf(link, deadSince);
    const lines = [`${String(index + 1).padStart(5)}  ${first}`, ...rest.map(line => `       ${line}`)];
    yield lines.map(line => `${stripControl(line)}\n`).join('');
  }
  yield '\n';
}

function linesOf({ url, reason, cause, hops, foundOn, pages }: BadLink, deadSince: SiteLinks['deadSince']): readonly string[] {
  const row = deadSince.get(url);
  const [first] = foundOn;
  return [
    url,
    `原因：${reason}`,
    ...(row && row.times > 1 ? [`已连续${row.times}次检查打不开，最早是${dayInShanghai(Date.parse(row.since))}`] : []),
    ...(hops.length > 0 ? [`跳转：${hops.map(({ status, location }) => `${status} ${location || '（没有目标）'}`).join(' → ')}`] : []),
    ...(first === undefined ? [] : [`见于：${first}${pages > 1 ? `等${pages}个页面` : ''}`]),
    `处理：${linkRemedies[cause]}`,
  ];
}
