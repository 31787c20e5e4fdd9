import { Agent, buildConnector, request } from 'undici';
import { onTestFinished } from 'vitest';
import { type City, startCity } from '../../fixtures/city/serve.ts';
import { type CityUnit, readCityUnit } from '../../fixtures/city/unit-file.ts';

/** A small unit of the city, its host `<id>.minghu.gov.cn`, with further lines of YAML. */
export const smallUnit = (id: string, more = ''): CityUnit =>
  readCityUnit(
    id,
    `
id: ${id}
name: 明湖市${id}局
type: department
group: 一类部门
parent: null
host: ${id}.minghu.gov.cn
address: 沧澜省明湖市望湖区试验路1号
exchange: '8990'
duties: [承办试验工作]
topics: [试验站点, 试验安全]
leaders: [温知夏]
${/^family:/m.test(more) ? '' : 'family: trs'}
${more}`,
  );

/** A city of these units, closed with the test. */
export async function cityOf(...units: readonly CityUnit[]): Promise<City> {
  const city = await startCity({ units });
  onTestFinished(() => city.close());
  return city;
}

/** A client that knows the world and trusts its authority; closed with the test. */
export function clientOf(city: City, { ca = city.authority }: { readonly ca?: string } = {}): Agent {
  const connect = buildConnector({ ca, allowH2: false });
  const agent = new Agent({
    connect: (wanted, callback) => {
      const at = city.world.get(wanted.hostname);
      if (at === undefined) callback(new Error(`${wanted.hostname} is not in the world`), null);
      else connect({ ...wanted, hostname: at.address, port: String(at.port) }, callback);
    },
  });
  onTestFinished(() => agent.destroy());
  return agent;
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
}

/** One request, redirects not followed. Rejects when there is no answer. */
export async function ask(
  client: Agent,
  address: string,
  options: { readonly method?: 'GET' | 'HEAD'; readonly cookie?: string } = {},
): Promise<Answer> {
  const { method = 'GET', cookie } = options;
  const answer = await request(address, { dispatcher: client, method, headers: cookie === undefined ? {} : { cookie } });
  return { status: answer.statusCode, headers: answer.headers, text: await answer.body.text() };
}

/** Code of the error with which a request fails. */
export async function failureOf(client: Agent, address: string): Promise<string> {
  const error: unknown = await ask(client, address).catch((reason: unknown) => reason);
  return error instanceof Error && 'code' in error ? String(error.code) : `no failure: ${JSON.stringify(error)}`;
}
