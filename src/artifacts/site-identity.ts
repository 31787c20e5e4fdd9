import type { Page, SiteIdentity } from '../model/artifacts.ts';
import type { IdentityMark } from '../model/page-reading.ts';
import type { Belonging } from './belonging.ts';

/** Each mark with the first page that shows it; pages come home page first. Codes and 主办单位 are held against the roster. */
export function identityOf(own: readonly Page[], { ofName, ofSiteCode }: Pick<Belonging, 'ofName' | 'ofSiteCode'>): SiteIdentity {
  const first = (mark: IdentityMark) => {
    const page = own.find(({ identity }) => identity[mark] !== null);
    return page ? { value: page.identity[mark]!, page: page.look.finalUrl } : null;
  };
  const organiser = first('organiser');
  return {
    icp: first('icp'),
    police: first('police'),
    siteCode: first('siteCode'),
    organiser,
    partyMark: first('partyMark'),
    siteCodes: codesOf(own).map(seen => ({ ...seen, owner: ofSiteCode(seen.code) })),
    organiserOwner: organiser && ofName(organiser.value),
    badges: own.flatMap(({ identity, look }) => identity.badges.map(mark => ({ mark, page: look.finalUrl }))),
  };
}

/** Every code once for each way in which it is carried. */
function codesOf(own: readonly Page[]) {
  const seen = new Map<string, Page['identity']['siteCodes'][number] & { readonly page: string }>();
  for (const { identity, look } of own)
    for (const one of identity.siteCodes) {
      const key = `${one.where} ${one.code}`;
      if (!seen.has(key)) seen.set(key, { ...one, page: look.finalUrl });
    }
  return [...seen.values()];
}
