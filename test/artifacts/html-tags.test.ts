import { describe, expect, test } from 'vitest';
import { readTags } from '../../src/artifacts/html-tags.ts';

/** The events of a page, one word each. */
function events(html: string, attribute = 'href'): string[] {
  const seen: string[] = [];
  readTags(html, {
    open: tag => seen.push(`<${tag.name}${tag.get(attribute) === undefined ? '' : ` ${tag.get(attribute)}`}>`),
    close: name => seen.push(`</${name}>`),
    text: piece => seen.push(piece),
  });
  return seen;
}

describe('readTags', () => {
  test.for([
    ['upper case', '<A HREF=x>', ['<a x>']],
    ['the first of two attributes of one name', '<a href=1 HREF=2>', ['<a 1>']],
    ['no value', '<a href>', ['<a >']],
    ['character references in a value', '<a href="?a=1&amp;b&#61;2&copy=3">', ['<a ?a=1&b=2&copy=3>']],
    ['character references in text', 'a&amp;b', ['a', '&', 'b']],
    ['a tag that is never finished', 'x<a href="1"', ['x']],
    ['comments', '<!-- <a href=1> --><a href=2>', ['<a 2>']],
    ['tags inside a script are text', '<script>"<a href=1>"</script>', ['<script>', '"<a href=1>"', '</script>']],
    ['a title in an image ends where it begins', '<svg><title/><a href=1></svg>', ['<svg>', '<title>', '</title>', '<a 1>', '</svg>']],
    ['an image that is never closed', '<svg><g><p><title>x<b></title>', ['<svg>', '<g>', '<p>', '<title>', 'x<b>', '</title>']],
    ['an image that closes itself', '<svg/><title><b></title>', ['<svg>', '</svg>', '<title>', '<b>', '</title>']],
  ] as const)('%s', ([, html, expected]) => expect(events(html)).toEqual(expected));

  test('depth costs nothing: a million open tags and as many stray ends', () => {
    const started = performance.now();
    let opened = 0;
    const count = { open: () => opened++, close: () => {}, text: () => {} };
    readTags('<b>'.repeat(1_000_000) + '</i>'.repeat(1_000_000), count);
    expect(opened).toBe(1_000_000);
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});
