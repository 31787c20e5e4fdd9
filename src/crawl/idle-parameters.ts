import { parametersOf, placeOf } from './address-template.ts';
import { textFingerprint } from './fingerprint.ts';

/** Learns which parameters change nothing: whatever their values, the page is the same. Such parameters can be varied for ever. */
export interface IdleParameters {
  /** The page at this address was read; `print` is that of its words. The parameter that is found out just now, else null. */
  learn(url: string, print: number): { readonly name: string; readonly isOrder: boolean } | null;
  /** The address differs from one that was read in nothing but a parameter that changes nothing. */
  isRepetition(url: string): boolean;
}

/** Memory grows by one number per parameter of each address that was learnt. */
export function createIdleParameters(): IdleParameters {
  /** The words last seen at an address without one of its parameters. */
  const seen = new Map<number, { readonly value: number; readonly print: number }>();
  /** How often another value brought the same words; -1 once it brought others. By place and name. */
  const sames = new Map<number, number>();
  const isIdle = (tally: number): boolean => (sames.get(tally) ?? 0) >= samesToBeSure;
  return {
    learn(url, print) {
      let learnt: { readonly name: string; readonly isOrder: boolean } | null = null;
      for (const { name, value, rest, tally, isOrder } of viewsOf(url)) {
        const earlier = seen.get(rest);
        seen.set(rest, { value, print });
        const count = sames.get(tally) ?? 0;
        if (earlier === undefined || earlier.value === value || count < 0) continue;
        sames.set(tally, earlier.print === print ? count + 1 : -1);
        if (earlier.print === print && count + 1 === samesToBeSure) learnt ??= { name, isOrder };
      }
      return learnt;
    },
    isRepetition: url => url.includes('?') && viewsOf(url).some(({ rest, tally }) => isIdle(tally) && seen.has(rest)),
  };
}

/** So many times another value must have brought the same words, and never others. */
export const samesToBeSure = 12;

interface View {
  readonly name: string;
  /** Of the parameter; of the order in which all are written, for the view of all. */
  readonly value: number;
  /** Of the address without this parameter, whatever the order of the others; without their order for the view of all. */
  readonly rest: number;
  /** Of the place and the name. */
  readonly tally: number;
  readonly isOrder: boolean;
}

const mostParameters = 8;

function viewsOf(url: string): readonly View[] {
  const parameters = parametersOf(url);
  if (parameters.length === 0 || parameters.length > mostParameters) return [];
  const place = placeOf(url);
  const path = url.replace(/[?#].*$/s, '');
  const hash = (text: string): number => textFingerprint(text, { digits: 'kept' });
  const written = parameters.map(([name, value]) => `${name}=${value}`);
  const views = parameters.map(([name, value], index) => ({
    name,
    value: hash(value),
    rest: hash(
      `${path}?${written
        .filter((_, i) => i !== index)
        .sort()
        .join('&')}\n${name}`,
    ),
    tally: hash(`${place}\n${name}`),
    isOrder: false,
  }));
  if (parameters.length === 1) return views;
  const order = parameters.map(([name]) => name).join('&');
  return [
    ...views,
    { name: '', value: hash(order), rest: hash(`${path}?${[...written].sort().join('&')}\n`), tally: hash(`${place}\n`), isOrder: true },
  ];
}
