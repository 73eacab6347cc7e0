import { zj2023 } from '../../src/policy/editions/data/zj-2023.ts'
import { type Edition, indicatorOf } from '../../src/policy/editions/edition.ts'
import type { PlanContent } from '../../src/policy/plan/plan.ts'
import { type ServiceKind, serviceKinds, tailoredKinds } from '../../src/policy/records/service-kinds.ts'
import { usccCheckCharacter } from '../../src/shared/uscc.ts'

/** A valid unified social credit code for a made-up unit; `no` 0…99,999. */
export function sampleUscc(no: number): string {
  const organisation = `MA2${String(no).padStart(5, '0')}`
  const factors = [3, 7, 9, 10, 5, 8, 4, 2]
  const sum = factors.reduce((total, factor, i) => total + factor * Number.parseInt(organisation.charAt(i), 36), 0)
  const digit = 11 - (sum % 11)
  const first17 = `91330421${organisation}${digit === 10 ? 'X' : digit === 11 ? '0' : digit}`
  return `${first17}${usccCheckCharacter(first17)}`
}

const agencyNames = ['启程管理咨询', '标云认证服务', '知远专利代理', '汇才人力服务', '联数科技服务', '衡准标准化服务']
const trades = ['精密机械', '电子元件', '新材料', '智能装备', '纺织科技', '包装制品']

type Sample = {
  enterprises?: number
  agencies?: number
  awardFen?: number
  edition?: Edition
  firstYear?: number
  /** How many tailored kinds share the award, the training then none; a tenth each and the training one of them unless told. */
  lines?: number
  /** What the dearer of two products is dearer than, in fen. */
  priceFen?: number
  /** In place of the examples of the edition, by indicator. */
  targets?: Readonly<Record<string, number>>
}

/**
 * A complete plan for a park, of 5,000,000 yuan unless told: two agencies a tailored kind, nine tailored lines and one of
 * training, a tenth of the award each. Names are made up: a park's short name, a trade, a number.
 */
export function samplePlan(
  parkName: string,
  {
    enterprises = 5,
    agencies = 2,
    awardFen = 500_000_000,
    edition = zj2023,
    firstYear = 2026,
    lines,
    priceFen = 2_000_000,
    targets = {},
  }: Sample = {},
): PlanContent {
  const share = awardFen / (lines ?? 10)
  const kinds: ServiceKind[] = [...tailoredKinds.slice(0, lines), 'training']
  const seed = [...parkName].reduce((sum, character) => (sum * 31 + (character.codePointAt(0) ?? 0)) % 700, 7)
  const short = parkName.slice(2, 4)
  const agency = (no: number) => sampleUscc(10_000 + seed * 10 + no)
  const serving = (i: number) => [i % agencies, (i + 1) % agencies]
  return {
    services: {
      rows: kinds.map((kind, i) => ({
        id: `s${i}`,
        kind,
        quantity: 10,
        unit: '项',
        fromQuarter: `${firstYear}Q2`,
        toQuarter: `${firstYear + 1}Q4`,
        description: '按企业诊断结果逐家实施',
      })),
    },
    agencies: {
      agencies: Array.from({ length: agencies }, (_, no) => ({
        id: `a${no}`,
        uscc: agency(no),
        name: `${short}${agencyNames[no]}机构`,
        kind: no % 3 === 1 ? ('association' as const) : ('professional' as const),
        serviceKinds: kinds.filter((_kind, i) => serving(i).includes(no)),
        relatedTo: [],
      })),
      products: kinds.flatMap((kind, i) =>
        serving(i).map((who, no) => ({
          id: `p${i}-${no}`,
          agencyUscc: agency(who),
          serviceKind: kind,
          name: `${serviceKinds[kind].zh}${no === 0 ? '基础包' : '提升包'}`,
          deliverable: `${serviceKinds[kind].zh}成果报告一份`,
          agreedPriceFen: priceFen + (no * priceFen) / 20,
          marketPriceFen: (priceFen / 4) * 5,
          priceBasis: '三家询价',
          exceptionReason: '',
        })),
      ),
      fewAgenciesReasons: {},
    },
    'fund-lines': {
      rows: kinds.slice(0, lines).map((kind, i) => ({
        id: `f${i}`,
        serviceKind: kind,
        purpose: '为试点企业购买专业服务',
        quantity: 25,
        unitPriceFen: (share + 5_000_000) / 25,
        provincialFen: share,
        parkFen: 2_500_000,
        enterpriseFen: 2_500_000,
        quarter: `${firstYear}Q3`,
        indicator: 'P3',
      })),
    },
    controls: { fileId: null, fileName: '资金管理制度.pdf', summary: '专账核算，双人审批' },
    targets: {
      rows: edition.indicators.map((rule) => ({
        id: rule.code,
        indicator: rule.code,
        unit: rule.unit.zh,
        baseline: 0,
        target: targets[rule.code] ?? indicatorOf(edition, rule.code)?.example ?? 0,
        weight: rule.weight,
      })),
    },
    enterprises: {
      rows: Array.from({ length: enterprises }, (_, i) => ({
        id: `e${i}`,
        uscc: sampleUscc(50_000 + seed * 60 + i),
        name: `${short}${trades[i % trades.length]}${i + 1}号企业`,
        industry: 'IND',
        staff: 60 + i,
        revenueWan: 1800 + i * 100,
        assetsWan: 1500,
      })),
    },
  }
}
