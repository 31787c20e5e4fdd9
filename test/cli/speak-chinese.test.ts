import { describe, expect, test } from 'vitest';
import { buildProgram } from '../../src/cli/program.ts';
import { inChinese } from '../../src/cli/speak-chinese.ts';

describe('what commander says, in Chinese', () => {
  test.for([
    ["error: unknown command 'foo'\n(Did you mean bar?)", '没有“foo”这个命令，请用 gongkai --help 查看全部命令。'],
    [
      "error: option '--type <type>' argument 'x' is invalid. Allowed choices are city, county.",
      '选项 --type <type> 的内容“x”有误，可选：city, county。',
    ],
    ["error: option '--as-of <date>' argument 'x' is invalid. 应为日期。", '选项 --as-of <date> 的内容“x”有误：应为日期。'],
  ] as const)('%s', ([english, chinese]) => {
    expect(inChinese(english)).toBe(chinese);
  });

  test('no help text has English of the library left in it', async () => {
    const program = await buildProgram();
    for (const command of [program, ...program.commands.flatMap(child => [child, ...child.commands])])
      expect(command.helpInformation(), command.name()).not.toMatch(
        /display help|choices:|default:|\[options\]|\[command\]|Usage|Options:|Commands:/,
      );
  });
});
