import type { SiteIdentity } from '../model/artifacts.ts';
import type { Measured, Verdict } from '../model/check.ts';
import type { Unit } from '../model/unit.ts';

type Code = SiteIdentity['siteCodes'][number];

/** What is said of the 网站标识码 that a site carries, and where it can be seen. */
export interface CodeVerdict extends Pick<Verdict, 'outcome' | 'cause'> {
  readonly measured: Measured;
  readonly page: string;
  readonly quote: string;
}

/**
 * Whose code a site shows, as far as the roster knows codes. A section on the platform of a unit above it rightly shows that unit's code;
 * another unit's is `partial`: a code is shown, and it is the wrong one. A code that contradicts the roster, and is nobody's there, is for
 * a person: the list may be the older of the two.
 */
export function judgeCode(
  { siteCode, siteCodes }: { readonly siteCode: NonNullable<SiteIdentity['siteCode']> | null; readonly siteCodes: readonly Code[] },
  unit: Pick<Unit, 'sites'>,
): CodeVerdict {
  const visible = siteCodes.filter(({ where }) => where === 'text');
  const candidates = visible.length > 0 ? visible : siteCodes;
  const own = candidates.find(({ owner }) => owner.relation === 'own');
  const above = candidates.find(({ owner }) => owner.relation === 'above');
  const other = candidates.find(({ owner }) => owner.relation === 'other' || owner.relation === 'below');
  const named = candidates.find(({ code }) => code === siteCode?.value);
  const stranger = candidates.find(({ owner }) => owner.relation === 'unknown');
  const registered = unit.sites.flatMap(({ siteCode: code }) => code ?? []);
  const all = [...new Set(siteCodes.map(({ code }) => code))].join('、');
  const tell = (one: Code | undefined, rest: Pick<CodeVerdict, 'outcome' | 'cause'>, measured: Measured = {}): CodeVerdict => ({
    ...rest,
    measured: {
      value: one?.code ?? siteCode?.value ?? null,
      shown: one?.code ?? siteCode?.value ?? null,
      ...(all.length > 10 ? { codes: all } : {}),
      ...measured,
    },
    page: one?.page ?? siteCode?.page ?? '',
    quote: one?.code ?? siteCode?.value ?? '',
  });

  if (own) return tell(own, pass, { owner: own.owner.name });
  if (above) return tell(above, pass, { owner: above.owner.name, shown: `${above.code}（所在平台${above.owner.name}的标识码）` });
  if (stranger && registered.length > 0) {
    const reason = `页面标注的是${stranger.code}，名单登记的是${registered.join('、')}，需人工核对`;
    return tell(stranger, { outcome: 'unsure', cause: 'code-differs' }, { reason });
  }
  if (stranger) return tell(named ?? stranger, pass);
  if (other) {
    const place = visible.length > 0 ? '标注的' : '没有标注，网页代码里的';
    const reason = `${place}${other.code}是${other.owner.name}的标识码`;
    return tell(other, { outcome: 'partial', cause: 'others-code' }, { owner: other.owner.name, reason });
  }
  return tell(named, pass);
}

const pass = { outcome: 'pass', cause: null } as const;
