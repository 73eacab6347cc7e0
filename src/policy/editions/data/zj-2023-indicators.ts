import type { Text } from '../../../shared/words.ts'
import type { MeasureId } from '../../records/measures.ts'
import type { FigureSource, IndicatorRule } from '../edition-rules.ts'
import { type IndicatorCode, zj2023Formulas } from './zj-2023-formulas.ts'

type Level = readonly [l1: Text, l2: Text]
const output: Text = { zh: '产出', en: 'Output' }
const benefit: Text = { zh: '效益', en: 'Benefit' }
const quantity: Level = [output, { zh: '数量', en: 'Quantity' }]
const quality: Level = [output, { zh: '质量', en: 'Quality' }]
const timeliness: Level = [output, { zh: '时效', en: 'Timeliness' }]
const cost: Level = [output, { zh: '成本', en: 'Cost' }]
const economic: Level = [benefit, { zh: '经济', en: 'Economic' }]
const social: Level = [benefit, { zh: '社会', en: 'Social' }]
const lasting: Level = [benefit, { zh: '可持续', en: 'Sustainable' }]
const satisfaction: Level = [
  { zh: '满意度', en: 'Satisfaction' },
  { zh: '服务对象', en: 'Served' },
]
const funds: Level = [
  { zh: '资金', en: 'Funds' },
  { zh: '预算执行', en: 'Budget execution' },
]

const firms: Text = { zh: '家', en: 'firms' }
const items: Text = { zh: '项', en: 'items' }
const pieces: Text = { zh: '件', en: 'pieces' }
const events: Text = { zh: '场次', en: 'events' }
const visits: Text = { zh: '家次', en: 'attendances' }
const percent: Text = { zh: '%', en: '%' }
const wan: Text = { zh: '万元', en: '10,000 yuan' }
const sets: Text = { zh: '套', en: 'sets' }

type Shape = Pick<IndicatorRule, 'kind' | 'direction' | 'distinct'> & { readonly growth?: true }
const distinctCount: Shape = { kind: 'cumulative', direction: 'at-least', distinct: true }
const count: Shape = { kind: 'cumulative', direction: 'at-least', distinct: false }
const state: Shape = { kind: 'point', direction: 'at-least', distinct: false }
const ratio: Shape = { kind: 'ratio', direction: 'at-least', distinct: false }
const growth: Shape = { kind: 'mean', direction: 'at-least', distinct: true, growth: true }
const whole: Shape = { kind: 'ratio', direction: 'exactly', distinct: false }
const feature: Shape = { kind: 'qualitative', direction: 'at-least', distinct: false }

/** How the indicators are counted whose figures come from accepted records. */
const measured: Readonly<Partial<Record<IndicatorCode, MeasureId>>> = {
  P1: 'enterprises-served',
  P2: 'enterprises-diagnosed',
  P3: 'services-completed',
  P4: 'activities',
  P5: 'attendances',
  P6: 'agencies',
  P7: 'services-accepted',
  P9: 'filings-in-time',
  P10: 'tables-in-time',
  P11: 'price-within-market',
  P12: 'tailored-spending',
  B1: 'revenue-growth',
  B2: 'financing-arrived',
  B3: 'first-step-titles',
  B4: 'srdi-titles',
  B5: 'scale-or-high-tech',
  B6: 'rights-granted',
  B7: 'certified',
  B8: 'practices-adopted',
  S1: 'satisfaction',
  S2: 'activity-satisfaction',
  F1: 'money-spent',
}

/** Where the figures of the others come from: spot checks are made by inspections, the rest the park states. */
const stated: Readonly<Partial<Record<IndicatorCode, FigureSource>>> = {
  P8: 'inspection',
}

function row(
  code: IndicatorCode,
  [l1, l2]: Level,
  name: Text,
  unit: Text,
  shape: Shape,
  [example, weight]: readonly [example: number, weight: number],
): IndicatorRule {
  return {
    code,
    l1,
    l2,
    ...name,
    unit,
    growth: false,
    ...shape,
    example,
    weight,
    formula: zj2023Formulas[code],
    computed: measured[code] !== undefined,
    measure: measured[code] ?? null,
    figureFrom: measured[code] ? null : (stated[code] ?? 'park'),
    clause: 'G3.5',
    source: 'inferred',
  }
}

const t = (zh: string, en: string): Text => ({ zh, en })

/** The target list; its public text was not found, so every row is inferred. Weights: output 50, benefit 30, satisfaction 10, funds 10. */
export const zj2023Indicators: readonly IndicatorRule[] = [
  row('P1', quantity, t('精准服务试点企业数', 'Pilot enterprises served one to one'), firms, distinctCount, [30, 8]),
  row('P2', quantity, t('企业全面诊断数', 'Enterprises fully diagnosed'), firms, distinctCount, [30, 5]),
  row('P3', quantity, t('个性化服务完成项数', 'Tailored services completed'), items, count, [120, 7]),
  row('P4', quantity, t('普惠服务活动场次', 'Universal service events'), events, count, [48, 4]),
  row('P5', quantity, t('普惠服务企业家次', 'Attendances at universal services'), visits, count, [800, 3]),
  row('P6', quantity, t('合作服务机构数', 'Partner agencies'), firms, state, [20, 3]),
  row('P7', quality, t('服务验收合格率', 'Services accepted'), percent, ratio, [95, 5]),
  row('P8', quality, t('佐证抽查合格率', 'Evidence passing spot checks'), percent, ratio, [95, 4]),
  row('P9', timeliness, t('目标按期完成率', 'Tasks finished on time'), percent, ratio, [100, 4]),
  row('P10', timeliness, t('季报按时报送率', 'Returns filed on time'), percent, whole, [100, 2]),
  row('P11', cost, t('服务价格不高于市场价比例', 'Services priced at or below market'), percent, whole, [100, 3]),
  row(
    'P12',
    cost,
    t('个性化服务支出占省财政资金比例', 'Tailored share of provincial money spent'),
    percent,
    ratio,
    [80, 2],
  ),
  row(
    'B1',
    economic,
    t('试点企业营业收入平均增幅', 'Average revenue growth of pilot enterprises'),
    percent,
    growth,
    [8, 5],
  ),
  row('B2', economic, t('帮助企业获得融资额', 'Financing obtained with help'), wan, count, [5000, 4]),
  row('B3', social, t('新增创新型中小企业', 'New innovative SMEs'), firms, distinctCount, [8, 4]),
  row('B4', social, t('新增省级专精特新中小企业', 'New provincial SRDI SMEs'), firms, distinctCount, [4, 5]),
  row(
    'B5',
    social,
    t('新增规上或高新技术企业', 'New above-scale or high-tech enterprises'),
    firms,
    distinctCount,
    [5, 4],
  ),
  row('B6', social, t('新增知识产权（授权）', 'New intellectual property granted'), pieces, count, [60, 3]),
  row(
    'B7',
    social,
    t('完成数字化改造或体系认证企业', 'Enterprises digitalised or certified'),
    firms,
    distinctCount,
    [15, 2],
  ),
  row('B8', lasting, t('长效机制与可复制经验', 'Lasting mechanism and replicable practice'), sets, feature, [1, 3]),
  row('S1', satisfaction, t('试点企业满意度', 'Satisfaction of pilot enterprises'), percent, ratio, [90, 7]),
  row('S2', satisfaction, t('普惠服务满意度', 'Satisfaction with universal services'), percent, ratio, [90, 3]),
  row('F1', funds, t('预算执行率', 'Budget execution'), percent, ratio, [100, 10]),
]
