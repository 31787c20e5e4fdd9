/** The catalogue items that are looked for, in the order in which reports list them. */
export const itemTitles = {
  guide: '公开指南',
  catalog: '公开目录（法定主动公开内容）',
  institution: '公开制度',
  annual_report: '公开年报',
  request_channel: '依申请公开',
  budget: '预算',
  final_accounts: '决算',
  three_public: '三公经费',
  normative_docs: '规范性文件',
  agency_functions: '机构职能',
  leaders: '领导信息',
  personnel: '人事信息',
  admin_license: '行政许可',
  admin_penalty: '行政处罚',
  procurement: '政府采购',
  statistics: '统计信息',
  emergency: '应急管理',
  supervision: '监督举报',
  interaction: '政民互动',
  site_map: '网站地图',
  find_errors: '我为政府网站找错',
  accessibility: '无障碍与适老化',
} as const;

export type ItemKey = keyof typeof itemTitles;
export const itemKeys = Object.keys(itemTitles) as [ItemKey, ...ItemKey[]];
