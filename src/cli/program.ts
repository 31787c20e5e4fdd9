import { Command } from 'commander';
import { version } from '../package.ts';
import { auditCommand } from './commands/audit.ts';
import { checkCommand } from './commands/check.ts';
import { checksCommand } from './commands/checks.ts';
import { demoCommand } from './commands/demo.ts';
import { doctorCommand } from './commands/doctor.ts';
import { inspectCommand } from './commands/inspect.ts';
import { linksCommand } from './commands/links.ts';
import { rejudgeCommand } from './commands/rejudge.ts';
import { reportCommand } from './commands/report.ts';
import { unitsCommand } from './commands/units.ts';
import { speakChinese } from './speak-chinese.ts';

/** Every command, in the order of the help text. A new one is one file and one line here. */
export function buildProgram(): Command {
  const program = new Command('gongkai')
    .description('政务公开网站自动检查：查栏目、查更新、查链接，留存证据，形成考评得分。')
    .version(version, '-V, --version', '显示版本号')
    .helpOption('-h, --help', '显示帮助');
  const commands = [
    checkCommand(),
    inspectCommand(),
    linksCommand(),
    auditCommand(),
    rejudgeCommand(),
    reportCommand(),
    unitsCommand(),
    checksCommand(),
    doctorCommand(),
    demoCommand(),
  ];
  for (const command of commands) program.addCommand(command);
  return speakChinese(program);
}
