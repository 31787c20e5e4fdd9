import { expect, test } from 'vitest';
import { scopeOf } from '../../src/crawl/link-pages.ts';

test.for([
  ['a page', 'http://a.test/zwgk/index.html', 'http://a.test/zwgk/index.html', ['http://a.test/zwgk/']],
  ['a host', 'http://a.test/', 'http://a.test/', ['http://a.test/']],
  ['a missing slash that the server adds', 'http://a.test/zwgk', 'http://a.test/zwgk/', ['http://a.test/zwgk/']],
  ['a move to https', 'http://a.test/zwgk/', 'https://a.test/zwgk/', ['http://a.test/zwgk/', 'https://a.test/zwgk/']],
  ['a move to another host', 'http://a.test/', 'https://www.a.test/', ['http://a.test/', 'https://www.a.test/']],
  ['a start page deeper inside', 'http://a.test/', 'http://a.test/portal/index.html', ['http://a.test/', 'http://a.test/portal/']],
  ['a move to another directory', 'http://a.test/zwgk/', 'http://a.test/gkml/', ['http://a.test/zwgk/', 'http://a.test/gkml/']],
  [
    'being sent to the home page does not make the whole host the scope',
    'http://a.test/zwgk/x.html',
    'http://a.test/',
    ['http://a.test/zwgk/'],
  ],
] as const)('%s', ([, start, final, scope]) => expect(scopeOf(start, final)).toEqual(scope));
