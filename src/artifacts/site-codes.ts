import type { CheerioAPI } from 'cheerio';
import type { SeenCode } from '../model/page-reading.ts';
import { isPlaceholder } from './filing-numbers.ts';
import { tags } from './tags.ts';

const code = '(bm\\s?\\d(?:\\s?\\d){7}|\\d{10}|\\d(?:\\s?\\d){9})(?!\\s?\\d)';
const runningOn = '(bm\\s?\\d{8}|\\d{10})(?!\\d)';
const label = '(?:(?:标\\s?识|识\\s?别)\\s?(?:编\\s?|代\\s?)?码|网站标识(?:编?号)?)\\s?(?:为|是)?\\s?[:(\\[【]?\\s?';
const labelled = new RegExp(`${label}(?:${runningOn}|${code})`, 'gi');
const alone = new RegExp(`^\\s*${runningOn}\\s*$`, 'i');
const inScript = /site_?(?:id)?_?code\s{0,5}\\?["']?\s{0,5}[=:]\s{0,5}\\?["']?\s{0,5}(bm\d{8}|\d{10})(?!\d)/gi;

/**
 * All 网站标识码 that a page carries: those its readers see, then those of the 找错 script or link, then that of the meta tag.
 * `zones`: texts (NFKC), asked one after the other until one shows a code. Numbers that nobody filled in come too: see `siteCodeOf`.
 */
export function siteCodesOf($: CheerioAPI, zones: readonly (() => string)[], scripts: readonly string[]): readonly SeenCode[] {
  const seen: SeenCode[] = [];
  for (const zone of zones) {
    for (const [, together, apart] of zone().matchAll(labelled)) seen.push({ code: tidy(together ?? apart!), where: 'text' });
    if (seen.length > 0) break;
  }
  for (const name of ['script', 'span', 'div', 'img'])
    for (const { attribs } of tags($, name)) add('script', attribs.sitecode ?? attribs['data-sitecode'] ?? attribs['site-code']);
  for (const { attribs } of tags($, 'script')) add('script', inAddress(attribs.src));
  for (const script of scripts) for (const [, found] of script.matchAll(inScript)) add('script', found);
  for (const { attribs } of tags($, 'a')) add('link', attribs.sitecode ?? inAddress(attribs.href) ?? inAddress(attribs.onclick));
  for (const { attribs } of tags($, 'meta')) if (/^siteid_?code$/i.test(attribs.name?.trim() ?? '')) add('meta', attribs.content);
  return seen.filter((one, at) => seen.findIndex(other => other.code === one.code && other.where === one.where) === at);

  function add(where: SeenCode['where'], value: string | undefined): void {
    const found = alone.exec(value ?? '')?.[1];
    if (found) seen.push({ code: tidy(found), where });
  }
}

const inAddress = (address: string | undefined): string | undefined => /site_?code=([^&#'")]{8,14})/i.exec(address ?? '')?.[1];

/**
 * The code the page shows; of several, the one its own tags confirm (a bureau's page may show the city's beside it). Without a visible
 * one, that of the 找错 script or link, then the meta tag. What readers see counts: a number never filled in is not mended by one that
 * only scripts see.
 */
export function siteCodeOf(seen: readonly SeenCode[]): string | null {
  const shown = seen.filter(({ where }) => where === 'text').map(({ code }) => code);
  const tagged = seen.filter(({ where }) => where !== 'text').map(({ code }) => code);
  const filledIn = shown.filter(one => !isPlaceholder(one));
  if (shown.length > 0) return filledIn.find(one => tagged.includes(one)) ?? filledIn[0] ?? null;
  return tagged.find(one => !isPlaceholder(one)) ?? null;
}

const tidy = (written: string): string => written.replace(/\s/g, '').toLowerCase();
