import type { DocumentTable } from '../../model/document.ts';
import { isCardNumber, isMobileNumber } from '../../text/personal-data.ts';

/** A column of a list of persons, with what is written out in it. */
export interface PersonalColumn {
  readonly name: string;
  readonly cells: readonly string[];
}

const personHead = /姓\s*名|户\s*主|当事人|申请人|受益人|领款人/u;
/** A name of a person, as far as its form tells; a firm's is longer or says so. */
const isPerson = (cell: string): boolean =>
  /^[\p{Script=Han}·•*某]{2,4}$|^\p{Script=Han}{2,12}[·•]\p{Script=Han}{2,12}$/u.test(cell.replaceAll(/\s/g, '')) &&
  !/公司|合作社|[店厂]$/u.test(cell);
/** Heads of a list of officials, whose telephones are published so that they are called. */
const officialHead =
  /职务|科室|岗位|职责|服务范围|责任人|负责人|联系人|值班|网格|机构|园长|校长|河长|林长|法定代表|法人|企业|公司|监督电话|报销|标准/u;

/** What no list of persons may show, by the head of its column; a cell counts when it is written out. */
const forbidden = {
  'id-card': { head: /身份证|证件号/u, isBare: (cell: string) => /^\d{17}[\dXx]$/.test(cell) },
  'bank-card': { head: /账号|帐号|卡号|银行账户|一卡通/u, isBare: isCardNumber },
  mobile: { head: /手机|电话|联系方式/u, isBare: isMobileNumber },
  address: {
    head: /住址|家庭地址|详细地址|门牌/u,
    isBare: (cell: string) => !/[*＊×]/u.test(cell) && /\d+(?:号|室|栋|幢|单元|组)/u.test(cell),
  },
  disability: {
    head: /残疾(?:等级|类别|证)|病种|疾病|致贫原因|低保原因|救助原因/u,
    isBare: (cell: string) => /\p{Script=Han}|\d/u.test(cell) && !/^(?:[无否—-]+|没有|正常|健康|良好)$/u.test(cell),
  },
} as const;
export type PersonalKind = keyof typeof forbidden;
export const personalKinds = Object.keys(forbidden) as [PersonalKind, ...PersonalKind[]];

export interface Asked {
  readonly kinds: readonly PersonalKind[];
  /** Distinct values written out in a column before it counts. */
  readonly least: number;
}

/**
 * Columns of lists of persons in which such data are written out (rule book §7.4, PII-2 to PII-4). What is masked counts for nothing, and
 * neither does a list of offices and whom to call there.
 */
export function personalColumns(tables: readonly DocumentTable[], { kinds, least }: Asked): readonly PersonalColumn[] {
  return tables.flatMap(({ rows }) => {
    const at = rows.findIndex(row => row.some(cell => personHead.test(cell)) && row.filter(cell => cell.trim() !== '').length > 1);
    const heads = rows[at];
    if (heads === undefined || heads.some(cell => officialHead.test(cell))) return [];
    const names = heads.findIndex(cell => personHead.test(cell));
    const persons = rows.slice(at + 1).filter(row => isPerson(row[names] ?? ''));
    return heads.flatMap((name, column): readonly PersonalColumn[] => {
      const kind = kinds.find(one => forbidden[one].head.test(name));
      if (kind === undefined) return [];
      const cells = persons.flatMap(row => (forbidden[kind].isBare((row[column] ?? '').trim()) ? [row[column]!.trim()] : []));
      return new Set(cells).size >= least ? [{ name, cells }] : [];
    });
  });
}
