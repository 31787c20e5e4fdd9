import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { charsetsOfMarkup } from '../../src/text/markup-charset.ts';

const first = (head: string): string | null => charsetsOfMarkup(head)[0] ?? null;
const http = (content: string, rest = '') => `<meta http-equiv="Content-Type" content=${content}${rest}>`;

// The steps are those of the HTML standard §13.2.3.2, “prescan a byte stream to determine its encoding”.
describe('declared', () => {
  test.for([
    ['<meta charset="gbk">'],
    ["<meta charset='gbk'>"],
    ['<meta charset=gbk>'],
    ['<META CHARSET=GBK />'],
    ['<meta\ncharset=gbk>'],
    ['<meta/charset=gbk>'],
    ['<meta charset\t=\n gbk\f>'],
    ['<meta charset=\ngbk\n>'],
    ['<meta <meta charset="gbk">'],
    ['<meta " charset=gbk>'],
    ['<meta test" charset=gbk>'],
    ['<meta test="" charset=gbk>'],
    ['<meta test=x" charset=gbk>'],
    ['<meta charset=gbk charset=big5>'],
    [http('"text/html; charset=gbk"')],
    [http("'text/html; charset=gbk'")],
    [http('text/html; charset=gbk')],
    [http('text/html;charset=gbk')],
    [http('"\ntext/html; charset=gbk\n"')],
    [http('"charset=gbk"')],
    [http('"text/html; charset = gbk"')],
    [http('"text/html; charset=gbk; x"')],
    [http('"text/html; charset=\'gbk\'"')],
    ['<meta content="text/html; charset=gbk" http-equiv=content-type>'],
    [http('"text/html; charset=big5"', ' charset=gbk')],
    ['<!DOCTYPE html>\n<meta charset=gbk>'],
    ['<html a=\u00f1>\n<meta charset=gbk>'],
    ['<html \u00f1>\n<meta charset=gbk>'],
    ['<html>\u00f1\n<meta charset=gbk>'],
    ['<!--<meta charset=big5>--><meta charset=gbk>'],
    ['<!--><meta charset=gbk>'],
    ['<!---><meta charset=gbk>'],
    ['<!-- x --!> <meta charset=big5> --><meta charset=gbk>'],
    ['<!x> <meta charset=gbk>'],
    ['<? <meta charset=big5><meta charset=gbk>'],
    ['</ <meta charset=big5><meta charset=gbk>'],
    ['</p title="<meta charset=big5>"><meta charset=gbk>'],
    ['<p title="x>"><meta charset=gbk>'],
    ['<p title=\'<meta charset="big5">\'><meta charset=gbk>'],
    ['< meta charset=big5><meta charset=gbk>'],
    ['<1 <meta charset=gbk>'],
    // Before there is a parser, scripts and styles are nothing special.
    ["<script>document.write('<meta charset=gbk>')</script>"],
    ['<script type="text/plain"><meta charset=gbk></script>'],
    ['<style><meta charset=gbk></style>'],
    ['<p><meta charset=gbk></p>'],
    [`<!-- ${'x'.repeat(5000)} --><meta charset=gbk>`],
    [`<title>${'明'.repeat(300)}</title><meta charset=gbk>`],
    ['<?xml version="1.0" encoding="gbk"?><html>'],
    ["<?xml version='1.0' encoding = 'gbk' ?><html>"],
    ['<?xml version="1.0" encoding="big5"?><meta charset=gbk>'],
  ] as const)('%s', ([head]) => expect(first(head)?.toLowerCase()).toBe('gbk'));

  test('in order, so that an unknown one can be passed over', () => {
    expect(charsetsOfMarkup('<?xml encoding="a"?><meta charset=b><meta name=x><meta charset=c>')).toEqual(['b', 'c', 'a']);
  });
});

describe('not declared', () => {
  test.for([
    [''],
    ['<'],
    ['<!'],
    ['<meta'],
    ['<meta '],
    ['<meta charset = "'],
    ['<meta charset=gbk'],
    ['<meta charset="gbk'],
    [`<meta${' '.repeat(300)}`],
    [`<meta charset${' '.repeat(200)}=${' '.repeat(200)}`],
    ['<metacharset=gbk>'],
    ['<meta-x charset=gbk>'],
    ['<metadata charset=gbk>'],
    ['</meta charset=gbk>'],
    ['<x-meta charset=gbk>'],
    ['<meta content="text/html; charset=gbk">'],
    ['<meta name="Content-Type" content="text/html; charset=gbk">'],
    ['<meta http-equiv="Content-Type " content="text/html; charset=gbk">'],
    ['<meta http-equiv="Content-Type>" content="text/html; charset=gbk">'],
    ['<meta http-equiv="Content-Style-Type" content="text/html; charset=gbk">'],
    ['<meta http-equiv="Content-Type<meta charset="gbk">'],
    ['<meta http-equiv="Content-Type" content="text/html; charset=gb'],
    [http('"text/html; charset=\'gbk"')],
    [http('"text/html"')],
    [http('"text/html; charset"')],
    ['<meta http-equiv="Content-Type">'],
    ['<meta charset="gbk>\n<p>"'],
    ['<meta test=" charset=gbk>\n<p>"'],
    ['<meta test="\' charset=gbk>\n<p>"\''],
    ['<meta test=\'" charset=gbk>\n<p>\'"'],
    ['<p title="x>\n<meta charset=gbk>\n<p>'],
    ['<p title="x>\n<meta test=x" charset=gbk>\n<p>"</p>'],
    ['<!-- <meta charset=gbk>'],
    ['<!-- <meta charset=gbk> -->'],
    [' <?xml version="1.0" encoding="gbk"?>'],
    ['<?xml version="1.0"?>'],
    ['<?xml version="1.0" encoding="gbk'],
    ['<?xml-stylesheet href="a"?>'],
  ] as const)('%s', ([head]) => expect(first(head)).toBeNull());

  test('a label is given as it is written, quotes and all', () => {
    expect(first('<meta charset=gbk">\n<p>"</p>')).toBe('gbk"');
    expect(first('<meta http-equiv="Content-Type content="text/html; charset=gbk">')).toBe('gbk"');
    expect(first('<meta charset="gbk>\n<p>"</p>')).toBe('gbk>\n<p>');
    expect(first('<meta charset="">')).toBe('');
  });
});

test('hostile heads are read in linear time, and nothing throws', () => {
  for (const piece of ['<', '<meta ', '<!--', '<a ', '<a="', 'x=', '</', '<meta charset="', '<?xml encoding=', ' ', '"'])
    expect(() => charsetsOfMarkup(piece.repeat(20_000))).not.toThrow();
  const part = fc.constantFrom(
    '<',
    '>',
    '/',
    '!',
    '?',
    '-',
    '--',
    '=',
    '"',
    "'",
    ' ',
    '\n',
    'meta',
    'charset',
    'gbk',
    'http-equiv',
    'content-type',
    'content',
    '\u0000',
    '\u00ff',
  );
  fc.assert(
    fc.property(
      fc.array(part).map(parts => parts.join('')),
      head => void charsetsOfMarkup(head),
    ),
    { numRuns: 1000 },
  );
});
