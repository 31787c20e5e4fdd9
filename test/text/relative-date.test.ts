import { expect, test } from 'vitest';
import { daysAgo } from '../../src/text/relative-date.ts';

test.for([
  ['今天', 0],
  ['今天 09:05', 0],
  ['[昨天]', 1],
  ['昨日10:20:30', 1],
  ['前天', 2],
  ['3天前', 3],
  ['3 天前', 3],
  ['３天前', 3],
  ['2小时前', 0],
  ['30小时前', 1],
  ['5分钟前', 0],
  ['刚刚', 0],
  ['2周前', 14],
  ['发布于3天前', 3],
] as const)('%s is %i days ago', ([text, days]) => {
  expect(daysAgo(text)).toBe(days);
});

test.for(['今天是2026年3月5日', '今天天气', '昨天的会议', '3个月前', '1年前', '三天前', '天前', '', '2026-03-05', '3天前发生的事情'])(
  '%s tells no day',
  text => {
    expect(daysAgo(text)).toBeNull();
  },
);
