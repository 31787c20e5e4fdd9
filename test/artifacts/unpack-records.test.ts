import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadDom } from '../../src/artifacts/dom.ts';
import { readRows } from '../../src/artifacts/rows.ts';
import { unpackRecords } from '../../src/artifacts/unpack-records.ts';

const record = (i: number) =>
  `<record><![CDATA[<li><a href="/art/${i}.html">明湖市造林绿化通知之${i}</a><span>2026-03-0${i}</span></li>]]></record>`;
const data = `<datastore><totalrecord>2</totalrecord><recordset>${record(1)}${record(2)}</recordset></datastore>`;
const dates = (html: string) => readRows(loadDom(html), 'http://www.minghu.gov.cn/').map(({ date }) => date);

test.for([
  `<div id="21"><script type="text/xml">${data}</script></div>`,
  `<div><SCRIPT type='text/xml' id=a>${data}</SCRIPT></div>`,
  `<div><xml id="d">${data}</xml></div>`,
  `<div>${data}</div>`,
])('the list stands where the script stands: %s', html => {
  expect(dates(html)).toEqual(['2026-03-01', '2026-03-02']);
});

test.for([
  '<p>一</p>',
  `<script>var a = '${'<record>'}';</script>`,
  '<script type="text/xml"><datastore></datastore></script>',
  '<script type="text/xml"><note><![CDATA[<li>一</li>]]></note></script>',
  `<!-- 说明 --><script type="text/javascript">var x = 1;</script>`,
])('nothing to unpack: %s', html => {
  expect(unpackRecords(html)).toBe(html);
});

test('never throws, and takes time that grows with the length only', () => {
  const part = fc.constantFrom(
    '<xml>',
    '</xml>',
    '<record>',
    '<![CDATA[',
    ']]>',
    '</record>',
    '<script type=text/xml>',
    '</script>',
    '<datastore>',
    '公',
  );
  fc.assert(fc.property(fc.array(part, { maxLength: 40 }), parts => void unpackRecords(parts.join(''))));
  const started = performance.now();
  for (const piece of ['<record><![CDATA[', '<xml>', '<xml><record><![CDATA[a]]>', '<xml></xml>'])
    unpackRecords(`<record><![CDATA[${piece.repeat(50_000)}</xml>`);
  expect(performance.now() - started).toBeLessThan(10_000);
});
