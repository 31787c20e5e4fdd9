import { describe, expect, test } from 'vitest';
import { extractLinks } from '../../src/artifacts/extract-links.ts';
import { parseMetaRefresh } from '../../src/artifacts/meta-refresh.ts';

// The steps are those of the HTML standard §4.2.5.3, “shared declarative refresh steps”.
describe('the page loads itself again', () => {
  test.for(['1', '1 ', ' 1', '1\t', '1\r', '1\n', '1\f', '1;', '1,', '1; ', '1 , ', '1.', '1.5', '1 ;\n'])('%j', content =>
    expect(parseMetaRefresh(content)).toEqual({ seconds: 1, reference: null }),
  );
});

describe('the page sends its reader on', () => {
  const separators = [
    '; ',
    ', ',
    ' ',
    ';',
    ',',
    ';\t',
    ',\t',
    '\t',
    ';\r',
    ',\r',
    '\r',
    ';\n',
    ',\n',
    '\n',
    ';\f',
    ',\f',
    '\f',
    ' ; ',
    ' , ',
  ];
  test.for(separators)('after %j', separator => expect(parseMetaRefresh(`1${separator}url=foo`)).toEqual({ seconds: 1, reference: 'foo' }));

  test.for([
    ['5; url=/a', 5, '/a'],
    ['  1  ;  url  =  foo', 1, 'foo'],
    ['  1  ,  foo', 1, 'foo'],
    ['  1  url  =  foo', 1, 'foo'],
    ['1;\t\nUrl \n=\f/a', 1, '/a'],
    ['1;uRL=/a', 1, '/a'],
    ['1 x;url=foo', 1, 'x;url=foo'],
    ['1;;url=foo', 1, ';url=foo'],
    ['1,,url=foo', 1, ',url=foo'],
    ['1; ;url=foo', 1, ';url=foo'],
    ['1; url=foo ', 1, 'foo '],
    ['1; url=f\to\no', 1, 'f\to\no'],
    ['1; url="foo"bar', 1, 'foo'],
    ["1; url='foo'bar", 1, 'foo'],
    ['1; url="foo\'bar', 1, "foo'bar"],
    ['1; url=\'foo"bar', 1, 'foo"bar'],
    ['1; url=foo"bar', 1, 'foo"bar'],
    ["0; URL='/a b'", 0, '/a b'],
    ['0;url="/a"; more', 0, '/a'],
    ["0;url='/a", 0, '/a'],
    ["0;url='", 0, ''],
    ['1; "foo"bar', 1, 'foo'],
    ["1;'/a'x", 1, '/a'],
    ["1;'url=/a'", 1, 'url=/a'],
    ['1; url foo', 1, 'url foo'],
    ['1; urlfoo', 1, 'urlfoo'],
    ['1; urfoo', 1, 'urfoo'],
    ['1; ufoo', 1, 'ufoo'],
    ['1;url', 1, 'url'],
    ['1;url=', 1, ''],
    ['1;url==/a', 1, '=/a'],
    ['1;url=url=/a', 1, 'url=/a'],
    ['1;/a', 1, '/a'],
    ['0; foo', 0, 'foo'],
    ['00; foo', 0, 'foo'],
    ['1.9; url=foo', 1, 'foo'],
    ['1.9..5.; url=foo', 1, 'foo'],
    ['.9; url=foo', 0, 'foo'],
    ['.; url=foo', 0, 'foo'],
    ['0.9; url=foo', 0, 'foo'],
    ['3600;url=/a', 3600, '/a'],
  ] as const)('%j', ([content, seconds, reference]) => expect(parseMetaRefresh(content)).toEqual({ seconds, reference }));
});

describe('no refresh', () => {
  test.for([
    ...['', ' ', 'foo', 'url=/a', '; foo', ', foo', ';url=/a', '1url=foo', '1x;url=foo', '5x;url=/a', 'x5;url=/a', '五;url=/a'],
    ...['+1', '-1', '+0', '-0', '+1; foo', '-1; foo', '+0; url=foo', '-0; url=foo', '-0.1; url=foo'],
    ...['1e0; url=foo', '1e1; url=foo', '10e-1; url=foo', '1.5e;url=/a', '１;url=/a', '1\v;url=/a', '1\u00a0;url=/a'],
  ])('%j', content => expect(parseMetaRefresh(content)).toBeNull());
});

describe('in a page', () => {
  const page = 'http://www.minghu.test/a/b.html';
  const targets = (html: string) => extractLinks(html, page).map(({ url }) => url.slice('http://www.minghu.test'.length));
  test.for([
    ['white space inside an address does not count', '<meta http-equiv=refresh content="1; url=f&#9;o&#10;o ">', ['/a/foo']],
    ['in the body', '<body><p>x</p><meta http-equiv="REFRESH" content="0;url=../c">', ['/c']],
    ['attributes the other way round', '<meta content="0;url=/c" http-equiv=refresh>', ['/c']],
    ['a query that the page escapes', '<meta http-equiv=refresh content="0;url=/c?x=1&amp;y=2">', ['/c?x=1&y=2']],
    ['two of them', '<meta http-equiv=refresh content="0;url=/c"><meta http-equiv=refresh content="0;url=/d">', ['/c', '/d']],
    ['the page itself', '<meta http-equiv=refresh content="60"><meta http-equiv=refresh content="60;url=">', []],
    ['another name', '<meta name=refresh content="0;url=/c"><meta http-equiv=refreshed content="0;url=/c">', []],
    ['without content', '<meta http-equiv=refresh>', []],
    ['a script', '<meta http-equiv=refresh content="0;url=javascript:void(0)">', []],
    ['for readers without script', '<noscript><meta http-equiv=refresh content="0;url=/c"></noscript>', []],
    ['in a comment', '<!-- <meta http-equiv=refresh content="0;url=/c"> -->', []],
  ] as const)('%s', ([, html, expected]) => expect(targets(html)).toEqual(expected));
});
