import type { NameOwner } from '../model/artifacts.ts';
import type { Unit } from '../model/unit.ts';
import { normalise } from '../text/normalise.ts';
import { remembered } from '../text/remembered.ts';
import { type FoundName, nameFinder } from './find-names.ts';
import { addressOwners, prefixOf } from './prefixes.ts';
import { namesAtHome, strangerIn } from './strangers.ts';
import { formsOf, type NameText, otherPlaceBefore, partsOf } from './unit-names.ts';

/** Tells whose page an address or a text is, by the roster: 平乡 is not 萍乡, and a bureau's section on the city platform is its own. */
export interface Belonging {
  /** `own`, a unit above it (`shared`: platforms of the city serve its bureaus), another unit (`foreign`), or nobody on the roster. */
  ofUrl(url: string): 'own' | 'shared' | 'foreign' | 'unknown';
  /**
   * Name of the other unit that the text is about, when it names one and does not name this unit; else null. An office of the same
   * kind of another place (东湖区教育局 for 明湖市教育局) is another unit also when no roster knows it.
   */
  foreignNameIn(text: string): string | null;
  /** The text names this unit, by its full name, an alias, or as it is called at home; an institution below it is not the unit. */
  names(text: string): boolean;
  /**
   * Name of another unit that a running text is about. Stricter than `foreignNameIn`: the short form of the own name counts as the
   * own one (教育局 for 明湖市教育局), and offices below the unit, or named after it, are not foreign.
   */
  foreignOwnerOf(text: string): string | null;
  /**
   * The words are the name of an office that cannot be this unit under any short form: of its own name or an alias they share no letter
   * but those of places and of offices in general (水利局 for 教育局, while 人社局 may be 人力资源和社会保障局).
   */
  isStrange(name: string): boolean;
  /** Whose a name is, such as that of the 主办单位 in a footer. */
  ofName(name: string): NameOwner;
  /** Whose a 网站标识码 is by the roster; one that several units have is the nearest unit's. */
  ofSiteCode(code: string): NameOwner;
}

/** `roster` may contain the unit itself; what `unit` says of it then counts. Ancestors by `parent` are never foreign. */
export function belonging(unit: Unit, roster: readonly Unit[]): Belonging {
  const byId = new Map(roster.map(other => [other.id, other]));
  const ancestors = ancestorsOf(unit, byId);
  const below = new Set(roster.filter(other => ancestorsOf(other, byId).has(unit.id)).map(({ id }) => id));
  const isAbove = ({ id, name }: Unit) => ancestors.has(id) || (id !== unit.id && unit.name.startsWith(name));
  const relationOf = (other: Unit): Mention['relation'] => (other.id === unit.id ? 'own' : isAbove(other) ? 'shared' : 'foreign');
  const all = [unit, ...roster.filter(({ id }) => id !== unit.id)];
  const above = all.filter(({ id }) => ancestors.has(id)).flatMap(({ name, aliases }) => [name, ...aliases]);
  const places = [unit.name, ...unit.aliases, ...above];
  const { place, organ } = partsOf(unit.name, places);
  const whole = normalise(unit.name);

  const names = all
    .flatMap(other => {
      const relation = relationOf(other);
      return namesOf(other, places, place).map(
        (name): Mention => ({ name, id: other.id, full: other.name, relation, isPlaceless: partsOf(name, places).place === '' }),
      );
    })
    .filter(({ name }) => name.length >= 2);
  const mentionsIn = nameFinder(names, ({ isPlaceless }, at, text) => {
    const other = isPlaceless ? otherPlaceBefore(text, at, place) : null;
    return other === null || whole.includes(other + text.text.slice(at, at + 2));
  });
  const shortName = organ.length >= 3 && !ofEveryPlace.test(organ) ? organ : whole;
  const ownOrgans = [organ, ...names.filter(one => one.relation === 'own' && one.isPlaceless).map(({ name }) => name)];

  const isOwnMention = ({ name: { relation, full }, end }: FoundName<Mention>, { text }: NameText) =>
    relation === 'own'
      ? !institutionBelow.test(text.slice(end, end + 24))
      : relation === 'foreign' && full.startsWith(unit.name) && /^(?:办公室|办公厅)$/.test(full.slice(unit.name.length));

  return {
    ofUrl: addressOwners(all.flatMap(other => other.sites.flatMap(prefixesOf).map(prefix => ({ prefix, owner: relationOf(other) })))),
    foreignNameIn: remembered(text => {
      const { found, rest, read } = mentionsIn(text);
      if (found.some(one => one.name.relation === 'own' || isOwnMention(one, read))) return null;
      return found.find(({ name }) => name.relation === 'foreign')?.name.full ?? strangerIn(rest, { place, whole }, ownOrgans);
    }),
    foreignOwnerOf: remembered(text => {
      const { found, read, rest } = mentionsIn(text);
      if (found.some(({ name }) => name.relation === 'own') || namesAtHome(read, place, shortName)) return null;
      const foreign = found.find(
        ({ name: { relation, id, full } }) => relation === 'foreign' && !below.has(id) && !full.startsWith(unit.name),
      );
      return foreign?.name.full ?? strangerIn(rest, { place, whole }, ownOrgans);
    }),
    names: remembered(text => {
      const { found, read } = mentionsIn(text);
      return found.some(one => isOwnMention(one, read));
    }),
    isStrange(name) {
      const own = lettersOf([unit.name, ...unit.aliases].join(''), places);
      const others = lettersOf(name, places);
      const [town, other] = [whole, normalise(name)].map(one => township.exec(one)?.[1]);
      if (town !== undefined && other !== undefined) return !whole.includes(other);
      return own.size > 0 && others.size > 0 && ![...own].some(letter => others.has(letter));
    },
    ofName(name) {
      const { found, read } = mentionsIn(name.replace(/^(?:中国|中共)?[·•—-]*/u, ''));
      const [first] = found.toSorted((a, b) => a.at - b.at || b.end - a.end);
      if (!first) return isPlaceAbove(normalise(name), whole) ? { relation: 'above', name } : { relation: 'unknown', name: null };
      const { relation, id, full } = first.name;
      if (relation === 'own') return { relation: institutionBelow.test(read.text.slice(first.end)) ? 'below' : 'own', name: full };
      if (isOwnMention(first, read)) return { relation: 'own', name: full };
      return { relation: relation === 'shared' ? 'above' : below.has(id) || full.startsWith(unit.name) ? 'below' : 'other', name: full };
    },
    ofSiteCode(code) {
      const owners = all.filter(({ sites }) => sites.some(({ siteCode }) => siteCode === code));
      const near = owners.find(({ id }) => id === unit.id) ?? owners.find(isAbove) ?? owners[0];
      if (!near) return { relation: 'unknown', name: null };
      const relation = near.id === unit.id ? 'own' : isAbove(near) ? 'above' : below.has(near.id) ? 'below' : 'other';
      return { relation, name: near.name };
    },
  };
}

/** A place in the own name whose government is not the unit: 东湖区 for 明湖市东湖区柳塘镇人民政府, no roster being needed for that. */
function isPlaceAbove(name: string, whole: string): boolean {
  const place = name.replace(/人民政府$|政府$/u, '');
  const at = /[省市州盟县区旗]$/u.test(place) ? whole.indexOf(place) : -1;
  return at >= 0 && /[镇乡]|街道|[局厅]$/u.test(whole.slice(at + place.length));
}

/** 柳塘 of 明湖市东湖区柳塘镇人民政府. */
const township = /([^省市州盟县区旗]{2})(?:镇|乡|街道)(?=人民政府|政府|办事处|\P{Script=Han}|$)/u;

/** The letters of a name that tell what the office is for, without those of the places and of offices in general. */
function lettersOf(name: string, places: readonly string[]): ReadonlySet<string> {
  const bare = places
    .map(one => partsOf(one, places).place)
    .filter(one => one !== '')
    .sort((a, b) => b.length - a.length)
    .reduce((rest, one) => rest.replaceAll(one, ''), normalise(name));
  return new Set(bare.replace(generalWords, ''));
}

const generalWords =
  /人民政府|政府|街道办事处|委员会|办公[室厅]|管理|服务|监督|中心|直属|所属|机关|本级|[省市州盟县区旗镇乡局委办厅署院所站馆处科室部的和与及]|\P{Script=Han}/gu;

/** What every place has says of none: 市人民政府 in the guide of a township is not the township. */
const ofEveryPlace = /^(?:人民政府|政府|(?:街道)?办事处|(?:管理)?委员会|管委会|办公[室厅])$/u;

interface Mention {
  readonly name: string;
  readonly id: string;
  readonly full: string;
  readonly relation: 'own' | 'shared' | 'foreign';
  /** It says no place (教育局): behind another place it means another unit. */
  readonly isPlaceless: boolean;
}

/** 明湖市教育局招生考试院: an institution with a name and documents of its own. An office such as 办公室 is the unit itself. */
const institutionBelow =
  /^(?!网站|门户|政府(?:信息|网|门户)|信息(?:公开|网)|公开|直属|所属|下属|机关|机构|领导|内设|预算|决算|部门|单位|行政|关于|的|与|和|及|在|对|系统|办公室|办公厅|主要)\p{Script=Han}{1,10}?(?:考试院|研究院|科学院|设计院|医院|学院|学校|中学|小学|幼儿园|中心|支队|大队|总队|分局|分公司|管理所|管理站|管理处|派出所|图书馆|博物馆|档案馆|体育馆|纪念馆|协会|学会|公司|委员会)(?=$|[^\p{Script=Han}]|政府信息|信息公开|公开|年度|部门|单位|关于|的|预算|决算|机构|领导|行政)/u;

/** The names of a unit in all their forms; at home in the same place, 市教育局 is enough. */
function namesOf(unit: Unit, above: readonly string[], place: string): readonly string[] {
  const home = partsOf(unit.name, above).place === place ? 'same' : 'elsewhere';
  return [...new Set([...formsOf(unit.name, above, home), ...unit.aliases.map(normalise)])];
}

/** The unit with a further place that belongs to it, beside those on the roster. */
export const withPrefix = (unit: Unit, prefix: string): Unit => ({
  ...unit,
  sites: unit.sites.map((site, index) => (index === 0 ? { ...site, prefixes: [...prefixesOf(site), prefix] } : site)),
});

/** The prefixes that belong to a site: those named, else the directory of its start address. */
const prefixesOf = ({ url, disclosureUrl, prefixes }: Unit['sites'][number]): readonly string[] =>
  prefixes.length > 0 ? prefixes : [...new Set([prefixOf(url), ...(disclosureUrl ? [prefixOf(disclosureUrl)] : [])])];

function ancestorsOf(unit: Unit, byId: ReadonlyMap<string, Unit>): ReadonlySet<string> {
  const ancestors = new Set<string>();
  for (let parent = unit.parent; parent !== null && !ancestors.has(parent); parent = byId.get(parent)?.parent ?? null)
    ancestors.add(parent);
  return ancestors;
}
