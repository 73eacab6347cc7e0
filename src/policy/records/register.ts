import { addDays, type Day } from '../../shared/dates.ts'
import type { Text } from '../../shared/words.ts'

const t = (zh: string, en: string): Text => ({ zh, en })

/** A sort of entry; `from`, `until`: days between which its word is used, both included. `years`: how long it is valid. */
type SortRow = Text & { readonly from?: Day; readonly until?: Day; readonly years?: number }

/** What a kind of entry is about, what its fields are called and which paper proves it. */
type KindRow = Text & {
  readonly sorts: Readonly<Record<string, SortRow>>
  readonly number: Text
  readonly day: Text
  readonly party: Text
  /** Null where no money is asked for. */
  readonly amount: Text | null
  readonly proof: Text
}

/** Titles are valid for three years (rules of 2022 and 2026). */
const titleYears = 3

/**
 * What an enterprise's register holds (G3.5). The first step of cultivation is called otherwise since 1 April 2026; titles are
 * entered from their public lists, and nobody's official score is computed.
 */
export const registerKinds = {
  title: {
    ...t('称号', 'Title'),
    sorts: {
      innovative: { ...t('创新型中小企业', 'innovative SME'), until: '2026-03-31', years: titleYears },
      'tech-innovative': {
        ...t('科技和创新型中小企业', 'technology and innovative SME'),
        from: '2026-04-01',
        years: titleYears,
      },
      srdi: { ...t('专精特新中小企业', 'SRDI SME'), years: titleYears },
      'little-giant': { ...t('专精特新“小巨人”企业', 'SRDI “little giant”'), years: titleYears },
      'high-tech': { ...t('高新技术企业', 'high-tech enterprise'), years: titleYears },
      'above-scale': t('规模以上企业', 'enterprise above scale'),
    },
    number: t('公布文号', 'Number of the public list'),
    day: t('公布日期', 'Published on'),
    party: t('公布单位', 'Published by'),
    amount: null,
    proof: t('公布名单或证书', 'Public list or certificate'),
  },
  'intellectual-property': {
    ...t('知识产权', 'Intellectual property'),
    sorts: {
      invention: t('发明专利', 'invention'),
      'utility-model': t('实用新型', 'utility model'),
      design: t('外观设计', 'design'),
      software: t('软件著作权', 'software copyright'),
      'plant-variety': t('植物新品种', 'plant variety'),
      'layout-design': t('集成电路布图设计', 'circuit layout'),
    },
    number: t('授权号', 'Grant number'),
    day: t('授权日期', 'Granted on'),
    party: t('权利人', 'Holder'),
    amount: null,
    proof: t('授权证书', 'Certificate of grant'),
  },
  financing: {
    ...t('融资', 'Financing'),
    sorts: { loan: t('借款', 'loan'), equity: t('股权融资', 'equity') },
    number: t('合同编号', 'Contract number'),
    day: t('到账日期', 'Arrived on'),
    party: t('银行或投资方', 'Bank or investor'),
    amount: t('到账金额', 'Amount that arrived'),
    proof: t('到账凭证', 'Proof of arrival'),
  },
  certificate: {
    ...t('验收与认证', 'Acceptance or certificate'),
    sorts: {
      'digital-acceptance': t('数字化改造验收', 'acceptance of digitalisation'),
      'management-system': t('管理体系认证', 'certified management system'),
    },
    number: t('证书或验收编号', 'Number of certificate or acceptance'),
    day: t('发证或验收日期', 'Issued or accepted on'),
    party: t('发证或验收单位', 'Issued or accepted by'),
    amount: null,
    proof: t('证书或验收单', 'Certificate or acceptance'),
  },
  'yearly-figures': {
    ...t('年度数据', 'Yearly figures'),
    sorts: { revenue: t('营业收入', 'revenue') },
    number: t('年度', 'Year'),
    day: t('报表日期', 'Date of the statement'),
    party: t('报表出具单位', 'Statement drawn up by'),
    amount: t('全年营业收入', 'Revenue of the year'),
    proof: t('财务报表或纳税申报表', 'Financial statement or tax return'),
  },
} as const satisfies Record<string, KindRow>

export type RegisterKind = keyof typeof registerKinds
export const registerKindList = Object.keys(registerKinds) as [RegisterKind, ...RegisterKind[]]

export type RegisterSort = { [K in RegisterKind]: keyof (typeof registerKinds)[K]['sorts'] & string }[RegisterKind]
export const registerSortList = registerKindList.flatMap((kind) => Object.keys(registerKinds[kind].sorts)) as [
  RegisterSort,
  ...RegisterSort[],
]

/** The kind that a sort belongs to: each sort is of one. */
export function kindOf(sort: RegisterSort): RegisterKind {
  const found = registerKindList.find((kind) => Object.hasOwn(registerKinds[kind].sorts, sort))
  if (!found) throw new Error(`no kind of ${sort}`)
  return found
}

/** The row of a sort; null where the kind knows none of that name. */
export function sortOf(kind: RegisterKind, sort: string): SortRow | null {
  const sorts: Readonly<Record<string, SortRow>> = registerKinds[kind].sorts
  return Object.hasOwn(sorts, sort) ? (sorts[sort] ?? null) : null
}

/** Sorts that an edition's target means, whatever they were called when it was written. */
export const stepSorts = {
  first: ['innovative', 'tech-innovative'],
  srdi: ['srdi'],
  'scale-or-high-tech': ['above-scale', 'high-tech'],
} as const satisfies Record<string, readonly RegisterSort[]>
type Step = keyof typeof stepSorts

/** The step a title is on, so that the old word and the new one are one; a title that no target asks for is a step of its own. */
export function stepOf(sort: RegisterSort): string {
  const steps = Object.keys(stepSorts) as Step[]
  if (sort === 'above-scale' || sort === 'high-tech') return sort
  return steps.find((step) => (stepSorts[step] as readonly string[]).includes(sort)) ?? sort
}

/** The last day on which an entry is valid; null where it has no end. */
export function validUntil(kind: RegisterKind, sort: string, on: Day): Day | null {
  const years = sortOf(kind, sort)?.years
  if (years === undefined) return null
  const year = String(Number(on.slice(0, 4)) + years)
  const day = on.endsWith('-02-29') ? '02-28' : on.slice(5)
  return on.endsWith('-02-29') ? `${year}-${day}` : addDays(`${year}-${day}`, -1)
}

/** A number as it is compared: letters and digits, in one width and case; of a patent without the ZL that may stand before it. */
export function numberKey(number: string): string {
  return number
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/^ZL(?=(?:\d{8}|\d{12})[\dX]$)/, '')
}
