import { code, generatedNote, page, plain, table } from './markdown.ts';

/** docs/errors.md: every error code with its meaning, in the order of the table in the source. */
export function errorsPage(codes: Readonly<Record<string, string>>): string {
  return page([
    generatedNote('src/model/errors.ts'),
    '# 错误代码',
    '出错时，程序在标准错误输出中写一句话：哪里出了什么问题、怎样改正。代码是固定的，可在日志和脚本中据以识别。',
    table(
      ['代码', '含义'],
      Object.entries(codes).map(([name, title]) => [code(name), plain(title)]),
    ),
    '## 退出码',
    table(
      ['退出码', '含义'],
      [
        ['0', '已完成，没有“不符合”'],
        ['1', '已完成，有“不符合”'],
        ['2', '未能完成（网站无法访问、被拦截或达到抓取上限）'],
        ['64', '命令用法或配置有误'],
        ['70', '程序自身的错误，请报告'],
      ],
    ),
  ]);
}
