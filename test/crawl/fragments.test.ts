import { expect, test } from 'vitest';
import { scanPage } from '../../src/artifacts/extract-links.ts';
import { createFragments } from '../../src/crawl/fragments.ts';

const url = 'http://www.minghu.test/t';
const read = (html: string) => scanPage(html, url);

test('a place is lost when its page was read and cannot have it', () => {
  const fragments = createFragments();
  fragments.offer(1, url, 'there', 7);
  fragments.offer(1, url, '%E6%94%BF', 7);
  fragments.offer(1, url, 'lost', 7);
  fragments.offer(1, url, 'lost', 7);
  fragments.offer(1, url, 'lost', 8);
  fragments.offer(1, url, '/route', 8);
  fragments.learn(1, read('<p id=there></p><p id="政"></p>'));
  expect(fragments.lost()).toEqual([
    { url: `${url}#lost`, verdict: 'broken', reason: '页面能打开，但其中没有“lost”这个位置', target: 1, pages: [7, 8] },
    { url: `${url}#/route`, verdict: 'suspect', reason: '页面能打开，但没有处理“#/”地址的脚本', target: 1, pages: [8] },
  ]);
});

test.for([
  ['the page was not read', null],
  ['a script may make it', '<script></script>'],
  ['it is the name of a link', '<a name=lost></a>'],
] as const)('not lost: %s', ([, html]) => {
  const fragments = createFragments();
  fragments.offer(1, url, 'lost', 7);
  if (html) fragments.learn(1, read(html));
  expect(fragments.lost()).toEqual([]);
});

test.for(['top', 'TOP', ':~:text=x', 'x:~:text=y'])('#%s is always there', fragment => {
  const fragments = createFragments();
  fragments.offer(1, url, fragment, 7);
  fragments.learn(1, read('<p></p>'));
  expect(fragments.lost()).toEqual([]);
});

test('an escape that is none does no harm', () => {
  const fragments = createFragments();
  fragments.offer(1, url, '%E6%', 7);
  fragments.learn(1, read('<p></p>'));
  expect(fragments.lost()).toHaveLength(1);
});
