import { cleanLine, foldWidth } from '../../shared/clean.ts'
import type { Text } from '../../shared/words.ts'
import { type Edition, indicatorOf } from '../editions/edition.ts'

/** Names of the fields of a plan, for comparisons, gaps and the heads of columns. */
export const fieldNames: Readonly<Record<string, Text>> = {
  rows: { zh: '行', en: 'Row' },
  agencies: { zh: '合作机构', en: 'Partner agency' },
  products: { zh: '服务产品', en: 'Product' },
  fewAgenciesReasons: { zh: '机构不足两家的理由', en: 'Reason for fewer than two agencies' },
  kind: { zh: '类别', en: 'Kind' },
  quantity: { zh: '数量', en: 'Quantity' },
  unit: { zh: '单位', en: 'Unit' },
  fromQuarter: { zh: '开始季度', en: 'From quarter' },
  toQuarter: { zh: '结束季度', en: 'To quarter' },
  description: { zh: '服务内容', en: 'Description' },
  uscc: { zh: '统一社会信用代码', en: 'Credit code' },
  licence: { zh: '营业执照', en: 'Business licence' },
  name: { zh: '名称', en: 'Name' },
  serviceKinds: { zh: '服务类别', en: 'Service kinds' },
  relatedTo: { zh: '关联方', en: 'Related parties' },
  agencyUscc: { zh: '服务机构', en: 'Agency' },
  serviceKind: { zh: '服务类别', en: 'Service kind' },
  deliverable: { zh: '交付成果', en: 'Deliverable' },
  agreedPriceFen: { zh: '协议价(元)', en: 'Agreed price (yuan)' },
  marketPriceFen: { zh: '市场价(元)', en: 'Market price (yuan)' },
  priceBasis: { zh: '市场价依据', en: 'Basis of the market price' },
  exceptionReason: { zh: '价格例外理由', en: 'Reason for the exception' },
  purpose: { zh: '用途', en: 'Purpose' },
  unitPriceFen: { zh: '单价(元)', en: 'Unit price (yuan)' },
  provincialFen: { zh: '省级资金(元)', en: 'Provincial money (yuan)' },
  parkFen: { zh: '园区自筹(元)', en: "Park's share (yuan)" },
  enterpriseFen: { zh: '企业自付(元)', en: "Enterprise's share (yuan)" },
  quarter: { zh: '计划季度', en: 'Quarter' },
  indicator: { zh: '绩效指标', en: 'Indicator' },
  fileId: { zh: '制度文件', en: 'Rules (file)' },
  fileName: { zh: '文件名', en: 'File name' },
  summary: { zh: '制度要点', en: 'Summary' },
  baseline: { zh: '基期值', en: 'Baseline' },
  target: { zh: '目标值', en: 'Target' },
  weight: { zh: '权重', en: 'Weight' },
  clarification: { zh: '口径说明', en: 'How it is counted' },
  industry: { zh: '行业', en: 'Industry' },
  staff: { zh: '从业人员(人)', en: 'Staff' },
  revenueWan: { zh: '营业收入(万元)', en: 'Revenue (10,000 yuan)' },
  assetsWan: { zh: '资产总额(万元)', en: 'Assets (10,000 yuan)' },
}

/** What people write above a column instead of the field's name; a unit behind it is known by itself. */
export const otherTitles = {
  uscc: ['信用代码', '社会信用代码', '统一信用代码', '统一社会信用代码证号', '企业信用代码', '税号', '纳税人识别号'],
  enterprise: ['企业名称', '单位名称', '企业全称', '公司名称', '试点企业', '试点企业名称', '名称（全称）'],
  industry: ['所属行业', '行业类别', '行业分类', '所属行业类别', '行业名称', '行业门类'],
  staff: [
    '从业人数',
    '员工人数',
    '职工人数',
    '从业人员数',
    '从业人员人数',
    '年末从业人员',
    '从业人员平均人数',
    '职工总数',
    '员工数',
  ],
  revenueWan: ['年营业收入', '营业收入总额', '营业总收入', '上年营业收入', '上年度营业收入', '年度营业收入', '营收'],
  assetsWan: ['资产总计', '总资产', '年末资产总额', '期末资产总额', '上年末资产总额', '资产合计'],
  headCount: ['人数', '参加人数', '参会人数', '参训人数', '出席人数', '到场人数'],
  indicator: ['指标名称', '指标', '绩效指标名称', '绩效目标'],
  unit: ['计量单位', '指标单位'],
  baseline: ['基期数', '基准值', '基期数值', '基数'],
  target: ['目标数', '目标数值', '年度目标值', '绩效目标值'],
  weight: ['权重值', '权重分值', '指标权重', '权重(分)', '分值'],
  clarification: ['指标口径', '口径', '计算口径'],
  fromQuarter: ['From', 'Start', '开始', '起始季度', '开始时间', '起'],
  toQuarter: ['To', 'End', '结束', '截止季度', '结束时间', '止'],
  description: ['内容', '服务内容说明'],
} as const

/** What weights are counted in besides: points of a hundred. */
export const weightUnits = ['分'] as const

/** What a figure is counted in, where every row counts in the same. */
export const fieldUnits = { staff: '人', revenueWan: '万元', assetsWan: '万元', weight: '%' } as const

/** The least and the greatest that fields of each kind take: money in fen, at most 100 million yuan. */
export const bounds = {
  money: { min: 0, max: 10_000_000_000, whole: true },
  figure: { min: -1e12, max: 1e12 },
  amount: { min: 0, max: 1e12 },
  share: { min: 0, max: 100 },
  count: { min: 0, max: 1_000_000, whole: true },
} as const

/** The unit that stands in the row, else that of its indicator. */
export function unitsOfTarget(
  { edition }: { readonly edition: Edition },
  { unit, indicator }: Readonly<Record<string, unknown>>,
): readonly string[] {
  const own = typeof unit === 'string' ? cleanLine(foldWidth(unit)) : ''
  const rule = indicatorOf(edition, String(indicator ?? ''))
  return own !== '' ? [own] : rule ? [rule.unit.zh] : []
}
