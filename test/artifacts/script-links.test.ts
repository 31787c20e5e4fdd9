import { expect, test } from 'vitest';
import { scriptReferences } from '../../src/artifacts/script-links.ts';

test.for([
  ['location.href="/a.html";', ['/a.html']],
  ["window.location = 'list.html?x=1'", ['list.html?x=1']],
  ["top.location.replace('http://b.test/')", ['http://b.test/']],
  ["window.open('/a/b','_blank')", ['/a/b']],
  ["a.href='../x.shtml'", ['../x.shtml']],
  [String.raw`location.href="http:\/\/b.test\/x"`, ['http://b.test/x']],
  ["window.open('//b.test/x')", ['//b.test/x']],
  [`document.write('<a href="/a.html">x</a>')`, ['/a.html']],
  [`document.write('<a href="' + '/a/' + 'b.html">x</a>');`, ['/a/b.html']],
  [`document.writeln("<iframe src='/a.html'></iframe>")`, ['/a.html']],
  [`box.innerHTML = '<li><a href="b">x</a><a href="/c">y</a></li>'`, ['b', '/c']],
  [`$('#list').append('<a href="/a.html">x</a>')`, ['/a.html']],
] as const)('%s', ([script, addresses]) => expect(scriptReferences(script)).toEqual(addresses));

test.for([
  'var s = "<a href=\'/a\'>x</a>"',
  `document.write('<a href="/a/' + id + '">x</a>')`,
  `document.write('<a href="/a/{{id}}">x</a>')`,
  `log('<a href="/a">x</a>')`,
  `// document.write('<a href="/a">x</a>')`,
  'location.href="/col/" + id',
  'location.href=url',
  "window.open('about:blank')",
  "location.href='#top'",
  "window.open('javascript:void(0)')",
  "if (location.href == '/a.html') go()",
  "location.hash='/a'",
  "fopen('report')",
  "location.href='{{link}}/a.html'",
  'href="/a"',
])('%s names no address', script => expect(scriptReferences(script)).toEqual([]));
