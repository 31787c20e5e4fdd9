import { describe, expect, test } from 'vitest';
import { quickLook } from '../../src/artifacts/quick-look.ts';

const long = '现将有关事项公告如下，请各单位认真贯彻执行。'.repeat(100);
const look = (title: string, body: string) =>
  quickLook(`<html><head><title>${title}</title></head><body>${body}</body></html>`, 'http://www.minghu.test/a', 'utf-8', { status: 200 });

describe('error pages that answer 200', () => {
  test.for([
    ['404', long],
    ['404 Not Found', long],
    ['页面不存在_明湖市教育局', long],
    ['明湖市教育局', '<h1>对不起，您访问的页面不存在或已删除！</h1><a href="/">返回首页</a>'],
    ['明湖市教育局', `<h1>抱歉，页面没有找到</h1>${long}`],
    ['明湖市教育局', '您要查看的信息已被删除。'],
  ] as const)('“%s” %s', ([title, body]) => expect(look(title, body).error).not.toBeNull());
});

describe('pages', () => {
  test.for([
    ['关于解决网页找不到问题的通报', `<h1>关于解决网页找不到问题的通报</h1>${long}`],
    ['明湖路404号拆迁公告', `<h1>明湖路404号拆迁公告</h1>${long}`],
    ['网站地图', '<a href="/1">首页</a><a href="/2">政务公开</a>'],
    ['明湖市教育局', '暂无内容'],
    ['', ''],
  ] as const)('“%s” %s', ([title, body]) => expect(look(title, body)).toMatchObject({ error: null, wall: null }));
});

test('a wall is a wall and no error page', () => {
  expect(look('404', '<script>document.cookie="x=1";location.reload()</script>')).toMatchObject({ wall: '脚本验证页', error: null });
});

test('links are read in the same pass', () => {
  expect(look('明湖市教育局', `<a href="/b">x</a>${long}`).links).toMatchObject([{ url: 'http://www.minghu.test/b' }]);
});
