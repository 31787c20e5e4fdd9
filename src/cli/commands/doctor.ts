import { Command } from 'commander';
import { type Diagnosis, diagnose, isUsable } from '../doctor/diagnose.ts';
import { examine } from '../doctor/examine.ts';

const marks = { ok: '✓', advice: '!', missing: '✗' } as const satisfies Record<Diagnosis['state'], string>;

/** `doctor`: what is there and what is missing on this machine. Exit code 2 when something essential is missing. */
export function doctorCommand(): Command {
  return new Command('doctor')
    .description('检查本机的运行条件：浏览器、字体、数据库、磁盘、时钟、网络设置')
    .option('--json', '只输出 JSON')
    .action(async ({ json }: { json?: true }) => {
      const diagnoses = diagnose(await examine(process.env));
      process.stdout.write(
        json ? `${JSON.stringify({ usable: isUsable(diagnoses), topics: diagnoses }, null, 2)}\n` : renderDiagnoses(diagnoses),
      );
      process.exitCode = isUsable(diagnoses) ? 0 : 2;
    });
}

/** One line per topic, what to do below it, and the sum at the end. */
export function renderDiagnoses(diagnoses: readonly Diagnosis[]): string {
  const lines = diagnoses.flatMap(({ title, state, message, remedy }) => [
    `${marks[state]} ${title}：${message}`,
    ...(remedy === '' ? [] : [`    ${remedy}`]),
  ]);
  return `${[...lines, '', summary(diagnoses)].join('\n')}\n`;
}

function summary(diagnoses: readonly Diagnosis[]): string {
  const count = (state: Diagnosis['state']) => diagnoses.filter(diagnosis => diagnosis.state === state).length;
  const advised = count('advice') > 0 ? `，另有 ${count('advice')} 处建议处理` : '';
  return isUsable(diagnoses) ? `可以使用${advised}。` : `还不能使用：有 ${count('missing')} 处必须先处理${advised}。`;
}
