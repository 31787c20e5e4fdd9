import { type Command, Help, type Option } from 'commander';

/** What commander says in English, as sentences of ours. The first that matches is used. */
const sentences: readonly (readonly [RegExp, string])[] = [
  [/^error: unknown command '(.*?)'.*/s, '没有“$1”这个命令，请用 gongkai --help 查看全部命令。'],
  [/^error: unknown option '(.*?)'.*/s, '没有“$1”这个选项，请在命令后加 --help 查看可用的选项。'],
  [/^error: missing required argument '(.*?)'.*/s, '缺少参数 <$1>，请在命令后加 --help 查看用法。'],
  [/^error: required option '(.*?)' not specified.*/s, '缺少选项 $1，请在命令后加 --help 查看用法。'],
  [/^error: option '(.*?)' argument missing.*/s, '选项 $1 后面缺少内容，请补上。'],
  [/^error: option '(.*?)' argument '(.*?)' is invalid\. Allowed choices are (.*)\./s, '选项 $1 的内容“$2”有误，可选：$3。'],
  [/^error: option '(.*?)' argument '(.*?)' is invalid\. (.*)/s, '选项 $1 的内容“$2”有误：$3'],
  [/^error: too many arguments.*/s, '参数太多，请在命令后加 --help 查看用法。'],
  [/^error: command-argument value '(.*?)' is invalid for argument '(.*?)'\. (.*)/s, '参数 $2 的内容“$1”有误：$3'],
];

export const inChinese = (message: string): string => {
  const match = sentences.find(([pattern]) => pattern.test(message));
  return match ? message.trim().replace(...match) : message.trim();
};

/** Headings, usage errors and exits of a program and all its commands: Chinese, thrown instead of exiting. */
export function speakChinese(program: Command): Command {
  for (const command of [program, ...program.commands.flatMap(child => [child, ...child.commands])]) {
    command
      .exitOverride()
      .configureOutput({ outputError: (text, write) => write(`${inChinese(text)}\n`) })
      .helpOption('-h, --help', '显示帮助')
      .configureHelp({
        styleTitle: title => titles[title] ?? title,
        commandUsage: of => usage(Help.prototype.commandUsage(of)),
        subcommandTerm: of => usage(Help.prototype.subcommandTerm(of)),
        optionDescription: describe,
      })
      .showSuggestionAfterError(false);
    if (command.commands.length > 0) command.helpCommand('help [命令]', '显示某个命令的帮助');
  }
  return program;
}

const usage = (text: string) => text.replaceAll('[options]', '[选项]').replaceAll('[command]', '[命令]');

function describe({ description, argChoices, defaultValue }: Option): string {
  const notes = [
    ...(argChoices ? [`可选：${argChoices.join('、')}`] : []),
    ...(defaultValue !== undefined && typeof defaultValue !== 'boolean' ? [`默认：${String(defaultValue)}`] : []),
  ];
  return notes.length > 0 ? `${description}（${notes.join('；')}）` : description;
}

const titles: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Commands:': '命令：',
  'Global Options:': '通用选项：',
};
