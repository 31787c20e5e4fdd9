import fc from 'fast-check';
import { expect, test } from 'vitest';
import { boundDepth } from '../../src/artifacts/bound-depth.ts';
import { loadDom } from '../../src/artifacts/dom.ts';

const deepestOf = (html: string): number => {
  let depth = 0;
  for (let nodes = loadDom(html).root().get()[0]!.children; nodes.length > 0; depth++)
    nodes = nodes.flatMap(node => ('children' in node ? node.children : []));
  return depth;
};

test.for([
  '<div><p>甲<p>乙</div>',
  `<ul>${'<li>甲'.repeat(2000)}</ul>`,
  `<table>${'<tr><td>甲'.repeat(2000)}</table>`,
  '<br>'.repeat(2000),
  '<div></div>'.repeat(2000),
  `<script>var a = '${'<div>'.repeat(2000)}';</script>`,
  `<!-- ${'<div>'.repeat(2000)} -->`,
  `${'<div>'.repeat(200)}甲${'</div>'.repeat(200)}`,
])('a page that is not deep stays as it is (%#)', html => {
  expect(boundDepth(html)).toBe(html);
});

test.for([
  ['div', `${'<div>'.repeat(30_000)}<a href="x">公开指南</a>`],
  ['closed again', `${'<div>'.repeat(3000)}公开指南${'</div>'.repeat(3000)}<p>依申请公开</p>`],
  ['mixed case', `${'<DIV><Span>'.repeat(3000)}公开指南`],
  ['with attributes', `${'<div class="a>b" id=c>'.repeat(3000)}公开指南`],
  ['tables', `${'<table><tr><td>'.repeat(3000)}公开指南`],
  ['lists', `${'<ul><li>'.repeat(3000)}公开指南`],
  ['formatting', `${'<b><i>'.repeat(3000)}公开指南`],
] as const)('%s: no deeper than 1,200, and every word is kept', ([, html]) => {
  expect(deepestOf(html)).toBeLessThanOrEqual(1202);
  expect(loadDom(html).root().text()).toContain('公开指南');
});

test('keeps the words of any page', () => {
  const piece = fc.constantFrom(
    '<div>',
    '</div>',
    '<b>',
    '</b>',
    '<ul><li>',
    '</ul>',
    '甲',
    '<!--',
    '-->',
    '<script>',
    '</script>',
    '<',
    '>',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), pieces => {
      const html = '<div>'.repeat(250) + pieces.join('');
      expect(loadDom(html).text().replace(/\s/g, '').length).toBeGreaterThanOrEqual(0);
      expect(boundDepth(html).split('甲')).toHaveLength(html.split('甲').length);
    }),
  );
});
