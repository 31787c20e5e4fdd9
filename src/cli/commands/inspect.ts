import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { Command } from 'commander';
import { compileVocabulary } from '../../artifacts/compile-vocabulary.ts';
import { type PageInput, readPage } from '../../artifacts/read-page.ts';
import { loadVocabulary } from '../../config/load-vocabulary.ts';
import { createRobots } from '../../crawl/robots.ts';
import { openDocumentReader } from '../../documents/document-reader.ts';
import { formatOf } from '../../documents/format-of.ts';
import type { DocumentFormat, DocumentReading } from '../../model/document.ts';
import { GongkaiError } from '../../model/errors.ts';
import { failureTitles } from '../../model/fetch-outcome.ts';
import { shipped } from '../../package.ts';
import { decodeHtml } from '../../text/decode.ts';
import { safeJson } from '../../text/safe-json.ts';
import { dayInShanghai } from '../../text/shanghai.ts';
import { webAddress } from '../arguments.ts';
import { hostsNamedBy } from '../named-hosts.ts';
import { openFetcher, readSettings } from '../openings.ts';
import { documentAsText } from '../render-document.ts';
import { readingAsJson, readingAsText } from '../render-reading.ts';

interface InspectOptions {
  readonly base?: string;
  readonly json?: true;
  readonly all?: true;
}

/** `inspect <file or URL>`: what the recogniser sees on one page, or in one document. Exit code 2 when the address gives nothing. */
export function inspectCommand(): Command {
  return new Command('inspect')
    .description('查看程序从一个网页或文件（PDF、Word、Excel等）里认出了什么')
    .argument('<target>', '网页或文件的路径，或网址')
    .option('--base <URL>', '网页文件原来的网址，用来还原页面上的相对链接', webAddress)
    .option('--json', '只输出一个 JSON')
    .option('--all', '连同全部链接、列表和正文')
    .action(inspect);
}

async function inspect(target: string, { base, json, all }: InspectOptions): Promise<void> {
  const seen = /^https?:\/\//i.test(target) ? await seenAt(webAddress(target)) : seenIn(target, base);
  if (typeof seen === 'string') {
    process.stderr.write(`${seen}\n`);
    process.exitCode = 2;
    return;
  }
  const detail = all ? 'everything' : 'agreed';
  if (!pages.has(formatOf(seen.bytes))) {
    const document = await readDocument(seen.bytes);
    process.stdout.write(json ? `${safeJson({ url: seen.url, ...document })}\n` : documentAsText(seen.url, document, detail));
    return;
  }
  const vocabulary = compileVocabulary(loadVocabulary(shipped('checks/vocabulary')));
  const { text, encoding } = decodeHtml(seen.bytes, seen.headers?.['content-type']);
  const reading = readPage({ ...seen, html: text, encoding, today: dayInShanghai(Date.now()) }, vocabulary);
  process.stdout.write(json ? `${safeJson(readingAsJson(reading, detail))}\n` : readingAsText(reading, detail));
}

/** What is no known format may still be a page. */
const pages: ReadonlySet<DocumentFormat> = new Set(['html', 'text', 'unknown']);

async function readDocument(bytes: Uint8Array): Promise<DocumentReading> {
  const documents = openDocumentReader();
  try {
    return await documents.read(bytes);
  } finally {
    await documents.close();
  }
}

interface Seen extends Pick<PageInput, 'url' | 'status' | 'headers'> {
  readonly bytes: Uint8Array;
}

function seenIn(file: string, base: string | undefined): Seen {
  try {
    return { bytes: readFileSync(file), url: base ?? pathToFileURL(file).href };
  } catch (cause) {
    throw new GongkaiError('FILE_UNREADABLE', `无法读取文件 ${file}，请检查路径和读取权限；网址须以 http:// 或 https:// 开头。`, { cause });
  }
}

/** What stands at an address, or one Chinese sentence why there is nothing. */
async function seenAt(url: string): Promise<Seen | string> {
  const settings = readSettings();
  const fetcher = openFetcher(settings, hostsNamedBy(url));
  try {
    if (!(await createRobots(fetcher, settings.userAgent).allows(url))) return `没有查看 ${url}：${failureTitles.robots}。`;
    const outcome = await fetcher.fetch({ url, body: 'any' });
    if (outcome.kind === 'failure') return `${url} 打不开：${failureTitles[outcome.cause]}（${outcome.detail}）。`;
    const { body, finalUrl, status, headers } = outcome;
    if (body.length === 0) return `${url} 没有内容（状态码 ${status}，类型 ${headers['content-type'] ?? '未说明'}）。`;
    return { bytes: body, url: finalUrl, status, headers };
  } finally {
    await fetcher.close();
  }
}
