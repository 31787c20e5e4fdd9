import { normalise } from '../../text/normalise.ts';
import type { Slip, Told } from './slip.ts';

/** 发布信息6000条,占全市发布总量20% → a number of things, the whole in words, the share of it, and its decimals. */
const share = /(\d+)条,?(?:约)?占((?:全[市县区省])?(?:信息|公开|发布|主动公开)*(?:总量|总数|总条数))的?(\d+(?:\.(\d+))?)%/gu;

interface Share {
  readonly says: string;
  readonly of: string;
  /** The wholes from which the share follows, when it was rounded to the decimals that are written. */
  readonly least: number;
  readonly most: number;
  /** The whole that it names itself. */
  readonly whole: number;
}

/**
 * Shares of one whole that follow from different wholes: 6000条占20% is one of 30 000, 4800条占20% of 24 000 (rule book §1.1, the report of
 * 2009). Whether wholes that are called differently are the same only a reader can say. Null when there is no text.
 */
export function slipsInShares({ text }: Pick<Told, 'text'>): readonly Slip[] | null {
  if (text === '') return null;
  const shares = [...normalise(text).matchAll(share)].flatMap(([says, count, of, percent, decimals]) =>
    shareOf({ says, of: of!, count: Number(count), percent: percent!, decimals: decimals?.length ?? 0 }),
  );
  const named = [...new Set(shares.map(({ of }) => of))].map(of => shares.filter(one => one.of === of)).find(disagree);
  if (named) return [slip(named, null)];
  return disagree(shares) ? [slip(shares, '所占的是否同一个总数')] : [];
}

/** No whole is possible for all of them. */
const disagree = (shares: readonly Share[]): boolean =>
  Math.max(...shares.map(({ least }) => least)) > Math.min(...shares.map(({ most }) => most));

function slip(shares: readonly Share[], doubt: string | null): Slip {
  const wholes = shares.toSorted((one, other) => one.whole - other.whole);
  const says = [wholes.at(-1)!, wholes[0]!].map(one => `“${one.says}”的总数约为${Math.round(one.whole)}条`).join('，');
  return { rule: 'shares', says, doubt };
}

interface Written {
  readonly says: string;
  readonly of: string;
  readonly count: number;
  readonly percent: string;
  readonly decimals: number;
}

function shareOf({ says, of, count, percent, decimals }: Written): readonly Share[] {
  const part = Number(percent) / 100;
  const half = 0.5 / 10 ** (decimals + 2);
  if (count === 0 || part <= half) return [];
  return [{ says, of, least: count / (part + half), most: count / (part - half), whole: count / part }];
}
