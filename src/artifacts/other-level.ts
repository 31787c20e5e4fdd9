import type { OfferedDocument, Page, Trouble } from '../model/artifacts.ts';
import type { ItemKey } from '../model/item.ts';
import type { Belonging } from './belonging.ts';

/** Papers that every unit must draw up for itself: the city's report is not that of its bureau. */
const ownPapers: ReadonlySet<ItemKey> = new Set(['guide', 'annual_report', 'budget', 'final_accounts', 'three_public']);

export interface Claim {
  readonly item: ItemKey;
  /** The words of the link. */
  readonly text: string;
  readonly target: Page | null;
  readonly documents: readonly OfferedDocument[];
}

/**
 * The paper of a unit above, offered where a unit's own is asked for: its title begins with the name of a place whose government stands
 * above this unit, and with nothing more (明湖市2025年政府信息公开工作年度报告). Null for everything else. Whether the unit has none of
 * its own, or only put the city's beside it, is for a person to see.
 */
export function levelTrouble({ item, text, target, documents }: Claim, belonging: Belonging): Trouble | null {
  if (!ownPapers.has(item)) return null;
  const title = target ? [target.headings[0] ?? '', target.title] : documents.map(({ reading }) => reading?.text.slice(0, 60) ?? '');
  const bearer = title
    .concat(text)
    .map(name => bearerOf(name.trim()))
    .find(name => name !== null);
  if (bearer && !belonging.names(bearer) && (belonging.isStrange(bearer) || belonging.ofName(bearer).relation === 'below'))
    return { kind: 'unsure', reason: `写的是“${bearer}”，不像是本单位的，需人工核对` };
  for (const name of [text, ...title]) {
    const place = paper.exec(name.trim())?.groups?.place;
    if (place === undefined || severalLevels.test(place) || belonging.names(name)) continue;
    const owner = belonging.ofName(place);
    if (owner.relation === 'above') return { kind: 'unsure', reason: `是上级“${owner.name}”的，不是本单位自己的，需人工核对` };
  }
  return null;
}

/** The office with whose name a paper's title begins: 明湖市第一小学2026年单位预算. */
const bearerOf = (title: string): string | null => office.exec(title)?.groups?.name ?? null;

const office =
  /^(?:关于)?(?<name>\p{Script=Han}{3,24}?(?:局|委员会|委|办公室|厅|院|馆|站|中心|学校|学院|中学|小学|幼儿园|支队|大队|总队|协会|公司|镇|乡|街道|镇人民政府|乡人民政府|街道办事处))(?:机关|本级)?\s?(?=(?:关于)?(?:20\d{2}|二[〇○零0]))/u;

const paper =
  /^(?:关于)?(?<place>\p{Script=Han}{2,12}?(?:省|市|县|区|旗|州|镇|乡|街道))(?:人民政府|政府)?(?:本级|[省市县区镇乡]级)?(?=\s?(?:20\d{2}|二[〇○零0]|政府信息公开|信息公开|财政|总预算|总决算|预算|决算))/u;

/** 明湖市东湖区 is no place above its townships alone. */
const severalLevels = /[省市县区旗州]\p{Script=Han}{2}/u;
