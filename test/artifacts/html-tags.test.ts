import { load } from 'cheerio';
import fc from 'fast-check';
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
    ['a mark of XML is a comment up to the next bracket', 'x<![CDATA[ y <a href=1><a href=2>]]>', ['x', '<a 2>', ']]>']],
    ['a mark of XML that is never closed', '<p><![CDATA[><a href=1>', ['<p>', '<a 1>']],
    ['comments that end at once', '<!--><a href=1><!---><a href=2><!-- x --!><a href=3>', ['<a 1>', '<a 2>', '<a 3>']],
    ['declarations and instructions', '<!DOCTYPE html><?php a ?><! b><a href=1>', ['<a 1>']],
    ['ends of tags that are none', '</><a href=1></ a><a href=2>', ['<a 1>', '<a 2>']],
    ['slashes', '<a/href=1/><a href=/2/ >', ['<a 1/>', '<a /2/>']],
    ['no space between attributes', `<a title='x'href="1"class=y>`, ['<a 1>']],
    ['brackets that begin no tag', 'a < b <1 <a href=1>', ['a ', '< b ', '<1 ', '<a 1>']],
    ['line breaks inside', '<a\nhref\n=\n"1"\n>', ['<a 1>']],
    ['numbers for characters', '<a href="&#x2f;&#47;a&#38;b&#0;&#128;">', ['<a //a&b\ufffd€>']],
    ['names that are no references in a value', '<a href="?a&notit;b&amp=c&ltd=1&lt">', ['<a ?a&notit;b&amp=c&ltd=1<>']],
    ['tags inside a script are text', '<script>"<a href=1>"</script>', ['<script>', '"<a href=1>"', '</script>']],
    ['a title in an image ends where it begins', '<svg><title/><a href=1></svg>', ['<svg>', '<title>', '</title>', '<a 1>', '</svg>']],
    ['an image that is never closed', '<svg><g><p><title>x<b></title>', ['<svg>', '<g>', '<p>', '<title>', 'x<b>', '</title>']],
    [
      'a formula',
      '<math><title/><style><a href=1></math><title><a href=2></title>',
      ['<math>', '<title>', '</title>', '<style>', '<a 1>', '</math>', '<title>', '<a href=2>', '</title>'],
    ],
    ['an image that closes itself', '<svg/><title><b></title>', ['<svg>', '</svg>', '<title>', '<b>', '</title>']],
  ] as const)('%s', ([, html, expected]) => expect(events(html)).toEqual(expected));

  test('depth costs nothing: a million open tags and as many stray ends', () => {
    let opened = 0;
    const count = { open: () => opened++, close: () => {}, text: () => {} };
    readTags('<b>'.repeat(1_000_000) + '</i>'.repeat(1_000_000), count);
    expect(opened).toBe(1_000_000);
  });
});

test('the links are those that a full HTML parser finds', () => {
  const piece = fc.constantFrom(
    ...['<a href="/1">', '<a href=/2>', "<A HREF = '/3'>", '</a>', '<a href=/4/>', '<a/href=/5>', "<a href='/6'class=x>", '<a =href="/7">'],
    ...[
      '<a title="a>b" href=/8>',
      '<a href="?a=1&copy=2&amp;b">',
      '<a href="/9',
      '<!--',
      '-->',
      '--!>',
      '<!-->',
      '<!--->',
      '<!',
      '<?x',
      '?>',
    ],
    ...[
      '</',
      '<',
      '>',
      '"',
      "'",
      '=',
      '&amp;',
      'x',
      ' ',
      '\n',
      '<![CDATA[',
      ']]>',
      '<p>',
      '</p>',
      '<div>',
      '</div>',
      '<b>',
      '<table>',
      '<td>',
    ],
    ...[
      '<title>',
      '</title>',
      '<textarea>',
      '</textarea>',
      '<script>',
      '</script>',
      '<style>',
      '</style>',
      '<iframe>',
      '</iframe>',
      '<script/>',
    ],
    ...['<xmp>', '</xmp>', '<noembed>', '</noembed>', '<br/>', '<img src=x>', '<li>', '<title/>'],
  );
  const withoutMark = (found: readonly (string | undefined)[]) => [...new Set(found.map(href => href?.replace('<!?', '<![')))].toSorted();
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1, maxLength: 12 }), pieces => {
      const html = `<!DOCTYPE html><body>${pieces.join('')}`;
      const parsed = load(html)('a[href]').toArray();
      const found: (string | undefined)[] = [];
      readTags(html, {
        open: tag => tag.name === 'a' && tag.get('href') !== undefined && found.push(tag.get('href')),
        close: () => {},
        text: () => {},
      });
      expect(withoutMark(found)).toEqual(withoutMark(parsed.map(({ attribs }) => attribs.href)));
    }),
    { numRuns: 1000 },
  );
});
