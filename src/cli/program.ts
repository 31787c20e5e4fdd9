import { Command } from 'commander';
import { version } from '../package.ts';
import { keepHeapLean } from './lean-heap.ts';
import { speakChinese } from './speak-chinese.ts';

/** Every command, in the order of the help text. A new one is one file and one line here. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  check: async () => (await import('./commands/check.ts')).checkCommand(),
  inspect: async () => (await import('./commands/inspect.ts')).inspectCommand(),
  links: async () => {
    keepHeapLean();
    return (await import('./commands/links.ts')).linksCommand();
  },
  audit: async () => (await import('./commands/audit.ts')).auditCommand(),
  rejudge: async () => (await import('./commands/rejudge.ts')).rejudgeCommand(),
  report: async () => (await import('./commands/report.ts')).reportCommand(),
  units: async () => (await import('./commands/units.ts')).unitsCommand(),
  exemptions: async () => (await import('./commands/exemptions.ts')).exemptionsCommand(),
  checks: async () => (await import('./commands/checks.ts')).checksCommand(),
  doctor: async () => (await import('./commands/doctor.ts')).doctorCommand(),
  demo: async () => (await import('./commands/demo.ts')).demoCommand(),
};

/**
 * The program with the command that is asked for, or with all of them when that is none of ours: what one command needs is a third of
 * the time and memory that all of them take to begin. `asked`: the first argument.
 */
export async function buildProgram(asked?: string): Promise<Command> {
  const program = new Command('gongkai')
    .description('政务公开网站自动检查：查栏目、查更新、查链接，留存证据，形成考评得分。')
    .version(version, '-V, --version', '显示版本号')
    .helpOption('-h, --help', '显示帮助');
  const wanted = asked !== undefined && Object.hasOwn(commands, asked) ? [commands[asked]!] : Object.values(commands);
  for (const load of wanted) program.addCommand(await load());
  return speakChinese(program);
}
