import type { Page, SiteIdentity } from '../model/artifacts.ts';
import type { Identity } from '../model/page-reading.ts';

/** Each mark with the first page that shows it; pages come home page first. */
export function identityOf(own: readonly Page[]): SiteIdentity {
  const first = (mark: keyof Identity) => {
    const page = own.find(({ identity }) => identity[mark] !== null);
    return page ? { value: page.identity[mark]!, page: page.look.finalUrl } : null;
  };
  return {
    icp: first('icp'),
    police: first('police'),
    siteCode: first('siteCode'),
    organiser: first('organiser'),
    partyMark: first('partyMark'),
  };
}
