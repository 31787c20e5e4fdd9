import type http from 'node:http';
import type { Report } from './reports.ts';
import type { Verdict } from './result.ts';
import { answerBehind, type VerdictCase } from './verdict-cases.ts';

const pathOf = ({ id }: VerdictCase): string => `/case/${id}`;

/** A fresh site of some of the hard cases: what fails once fails once for each tool. */
export function answerCases(linked: readonly VerdictCase[]): http.RequestListener {
  const visits = new Map<string, number>();
  const cases = new Map(linked.map(one => [pathOf(one), one]));
  const startPage = startPageOf(linked);
  return (request, response) => {
    const path = pathIn(request.url ?? '/');
    const one = cases.get(path);
    if (one !== undefined) {
      const visit = (visits.get(path) ?? 0) + 1;
      visits.set(path, visit);
      one.answer(request, response, visit);
      return;
    }
    if (path === '/') response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(startPage);
    else if (!answerBehind(path, response)) response.writeHead(404, { 'content-type': 'text/html' }).end('<h1>Not here</h1>');
  };
}

/** The text of a link promises an article, so that arriving at the home page is not what was promised. */
function startPageOf(linked: readonly VerdictCase[]): string {
  const links = linked.map((one, place) => `<li><a href="${pathOf(one)}">关于印发第${place + 1}号工作要点的通知</a></li>`);
  const text = `<p>${'明湖市人民政府办公室主办。'.repeat(20)}</p>`;
  return `<!DOCTYPE html><html><head><meta charset="utf-8"><title>明湖市人民政府</title></head><body><h1>通知公告</h1><ul>${links.join('')}</ul>${text}</body></html>`;
}

/** What a tool made of each case. `report` is null when there is none; `asked`: the addresses that reached the server. */
export function verdictsIn(
  linked: readonly VerdictCase[],
  { report, origin, asked }: { readonly report: Report | null; readonly origin: string; readonly asked: ReadonlySet<string> },
): Readonly<Record<string, Verdict>> {
  const pathsOf = (urls: readonly string[]): ReadonlySet<string> => new Set(urls.map(url => pathIn(url.slice(origin.length))));
  const requested = new Set([...asked].map(pathIn));
  const broken = pathsOf(report?.broken ?? []);
  const doubtful = pathsOf(report?.doubtful ?? []);
  return Object.fromEntries(linked.map(one => [one.id, verdictOn(pathOf(one))]));

  function verdictOn(path: string): Verdict {
    if (report === null) return 'no report';
    if (broken.has(path)) return 'broken';
    if (doubtful.has(path)) return 'doubtful';
    return requested.has(path) ? 'fine' : 'not asked';
  }
}

/** How many cases were judged as a careful person would. */
export const rightIn = (
  cases: readonly { readonly id: string; readonly right: readonly Verdict[] }[],
  verdicts: Readonly<Record<string, Verdict>>,
): number => cases.filter(({ id, right }) => right.includes(verdicts[id] ?? 'no report')).length;

const pathIn = (address: string): string => /^[^?#]*/.exec(address)![0];
