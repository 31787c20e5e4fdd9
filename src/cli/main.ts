import { CommanderError } from 'commander';
import { GongkaiError } from '../model/errors.ts';
import { buildProgram } from './program.ts';

/** Exit codes (DESIGN §6). */
const wrongUsage = 64;
const ourBug = 70;

// A reader that closes early (`| head`) is no error.
process.stdout.on('error', error => {
  if ((error as NodeJS.ErrnoException).code === 'EPIPE') process.exit(0);
  throw error;
});

try {
  await (await buildProgram(process.argv[2])).parseAsync();
} catch (error) {
  process.exitCode = report(error);
}

function report(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : wrongUsage;
  if (error instanceof GongkaiError) {
    process.stderr.write(`${error.message}\n`);
    return wrongUsage;
  }
  process.stderr.write(`程序内部错误，请把以下内容发给开发者：\n${error instanceof Error ? error.stack : String(error)}\n`);
  return ourBug;
}
