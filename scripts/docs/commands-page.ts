import type { Command, Help, Option } from 'commander';
import { code, generatedNote, page, plain, table } from './markdown.ts';

/** docs/commands.md: every command as its own help tells it, subcommands after the command they belong to. */
export function commandsPage(program: Command): string {
  return page([
    generatedNote('the commands themselves'),
    '# 命令',
    '数据写到标准输出，进度和日志写到标准错误输出。退出码见[错误代码](errors.md#退出码)。',
    ...sections(program, program.createHelp(), []),
  ]);
}

function sections(command: Command, help: Help, above: readonly string[]): readonly string[] {
  const path = [...above, command.name()];
  const usage = [...path, ...command.usage().replace('[command]', '<命令>').replace('[options]', '[选项]').split(' ')].join(' ');
  const below = help.visibleCommands(command).filter(child => child.name() !== 'help');
  return [
    `${'#'.repeat(Math.min(path.length + 1, 4))} ${path.join(' ')}`,
    plain(help.commandDescription(command)),
    `\`\`\`\n${usage}\n\`\`\``,
    described(
      '参数',
      help.visibleArguments(command).map(argument => [help.argumentTerm(argument), help.argumentDescription(argument)]),
    ),
    described(
      '选项',
      help.visibleOptions(command).map(option => [help.optionTerm(option), optionText(option)]),
    ),
    ...below.flatMap(child => sections(child, help, path)),
  ];
}

/** The description with choices and default, which commander would add in English. */
function optionText({ description, argChoices, defaultValue }: Option): string {
  const remarks = [
    ...(argChoices ? [`可选 ${argChoices.join('、')}`] : []),
    ...(['string', 'number'].includes(typeof defaultValue) ? [`默认 ${String(defaultValue)}`] : []),
  ];
  return remarks.length > 0 ? `${description}（${remarks.join('；')}）` : description;
}

function described(head: string, rows: readonly (readonly [term: string, description: string])[]): string {
  if (rows.length === 0) return '';
  return table(
    [head, '说明'],
    rows.map(([term, description]) => [code(term), plain(description)]),
  );
}
