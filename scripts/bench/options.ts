import { parseArgs } from 'node:util';
import { crawlIds, type ToolId, toolIds } from './result.ts';

export const scenarioIds = [...crawlIds, 'verdicts', 'nights', 'profile'] as const;
export type ScenarioId = (typeof scenarioIds)[number];

export interface Options {
  readonly scenarios: readonly ScenarioId[];
  readonly tools: readonly ToolId[];
  readonly pages: number;
  /** Milliseconds before each answer in the scenario `delay`. */
  readonly delay: number;
  readonly concurrency: number;
  readonly runs: number;
  /** Seconds after which a run is ended. */
  readonly timeLimit: number;
  /** A tool whose first run took more seconds is not run again. */
  readonly patience: number;
  /** Ids of the units of the city to audit; all when empty. */
  readonly units: readonly string[];
  /** Lay the result over docs/performance.json and write the page again. */
  readonly write: boolean;
}

/** Reads the arguments after the script's name. Throws Error with one sentence for what cannot be. */
export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      scenario: { type: 'string', default: scenarioIds.join(',') },
      tool: { type: 'string', default: toolIds.join(',') },
      pages: { type: 'string', default: '5000' },
      delay: { type: 'string', default: '20' },
      concurrency: { type: 'string', default: '20' },
      runs: { type: 'string', default: '3' },
      'time-limit': { type: 'string', default: '300' },
      patience: { type: 'string', default: '60' },
      units: { type: 'string', default: '' },
      write: { type: 'boolean', default: false },
    },
  });
  return {
    scenarios: chosen('scenario', values.scenario, scenarioIds),
    tools: chosen('tool', values.tool, toolIds),
    pages: wholeNumber('pages', values.pages),
    delay: wholeNumber('delay', values.delay),
    concurrency: wholeNumber('concurrency', values.concurrency),
    runs: wholeNumber('runs', values.runs),
    timeLimit: wholeNumber('time-limit', values['time-limit']),
    patience: wholeNumber('patience', values.patience),
    units: values.units.split(',').filter(id => id !== ''),
    write: values.write,
  };
}

/** In the order in which they are known, whatever the order they were given in. */
function chosen<T extends string>(name: string, text: string, known: readonly T[]): readonly T[] {
  const wanted = text.split(',');
  const stranger = wanted.find(one => !known.some(id => id === one));
  if (stranger !== undefined) throw new Error(`--${name}: "${stranger}" is none of ${known.join(', ')}.`);
  return known.filter(id => wanted.includes(id));
}

function wholeNumber(name: string, text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new Error(`--${name}: "${text}" is no whole number above 0.`);
  return Number(text);
}
