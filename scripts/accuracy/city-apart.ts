import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { HostAddress } from '../../src/crawl/fetcher.ts';
import type { Unit } from '../../src/model/unit.ts';

/** The city as it is on one night; what an auditor has to know to visit it. */
export interface CityNight {
  readonly night: number;
  /** ISO day. */
  readonly asOf: string;
  readonly world: ReadonlyMap<string, HostAddress>;
  readonly authority: string;
  readonly roster: readonly Unit[];
}

/** What the city has seen on the night being shown. `bytes`: put on the wire by all hosts, heads included. */
export interface CityTraffic {
  readonly requests: number;
  readonly bytes: number;
}

/** The whole simulated city, served by a process of its own: as on a real night, its work is not the auditor's. */
export interface CityApart {
  /** From now on the city is as it is on this night; nothing is remembered of the nights before. */
  show(night: number): Promise<CityNight>;
  traffic(): Promise<CityTraffic>;
  close(): Promise<void>;
}

/** What is asked of the process, and what it answers; one answer to each, in order. */
export type CityQuestion = { readonly show: number } | 'traffic';
export type CityAnswer = Omit<CityNight, 'night' | 'world'> & { readonly world: readonly (readonly [string, HostAddress])[] };

/** Starts the process. Rejects when it ends before it was told to. */
export function openCityApart(): CityApart {
  const child = fork(join(import.meta.dirname, 'serve-city.ts'), { execArgv: [] });
  const ended = once(child, 'exit');
  let last: Promise<unknown> = Promise.resolve();

  const ask = <Answer>(question: CityQuestion): Promise<Answer> => {
    const answer = last.then(async () => {
      const told = once(child, 'message');
      child.send(question);
      return Promise.race([told, ended.then(([code]) => Promise.reject(new Error(`the city ended with code ${code}`)))]);
    });
    last = answer;
    return answer.then(([message]) => message as Answer);
  };

  return {
    show: async night => {
      const { world, ...rest } = await ask<CityAnswer>({ show: night });
      return { night, world: new Map(world), ...rest };
    },
    traffic: () => ask<CityTraffic>('traffic'),
    close: async () => {
      child.kill();
      await ended;
    },
  };
}
