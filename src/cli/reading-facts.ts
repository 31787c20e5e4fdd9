import type { DateWitness, PageReading, SeenCode } from '../model/page-reading.ts';

type Fact = readonly [string, string | null];

/** The days a page tells of itself, each with who says so and who says otherwise. */
export function dateFacts({ dates }: Pick<PageReading, 'dates'>): readonly Fact[] {
  const { chosen, writtenOn, updatedOn, agreeing, contradicting } = dates;
  return [
    ['发布日期', chosen && `${chosen.iso}（${witnessText(chosen)}${agreeing > 1 ? `，共${agreeing}处一致` : ''}）`],
    ['成文日期', writtenOn],
    ['更新日期', updatedOn],
    [
      '日期有出入',
      contradicting.map(witness => `${witness.iso}（${witnessText(witness)}，差${Math.abs(witness.daysApart)}天）`).join('、') || null,
    ],
  ];
}

const witnessText = ({ kind, label }: DateWitness): string => (label === null ? witnessTitles[kind] : `${witnessTitles[kind]}“${label}”`);

const witnessTitles: Readonly<Record<DateWitness['kind'], string>> = {
  labelled: '页面标注',
  bare: '标题下的日期',
  signature: '文末落款',
  meta: '网页标签',
  script: '脚本',
  address: '网址',
};

/** The code the page shows, and others that it carries. */
export function codesOf({ identity }: Pick<PageReading, 'identity'>): string | null {
  const others = identity.siteCodes.filter(({ code }) => code !== identity.siteCode);
  const also = others.map(({ code, where }) => `${code}（${codeTitles[where]}）`).join('、');
  if (identity.siteCode === null) return also === '' ? null : `没有显示；另有${also}`;
  return also === '' ? identity.siteCode : `${identity.siteCode}；另有${also}`;
}

const codeTitles: Readonly<Record<SeenCode['where'], string>> = { text: '页面文字', script: '脚本', link: '链接', meta: '网页标签' };
