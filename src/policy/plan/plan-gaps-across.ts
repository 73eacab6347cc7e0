import { type Edition, indicatorOf } from '../editions/edition.ts'
import { both, periodFact } from '../guide/refuse.ts'
import type { MeasureId } from '../records/measures.ts'
import { isTailored, type ServiceKind, serviceKinds } from '../records/service-kinds.ts'
import type { PlanContent } from './plan.ts'
import { type Gap, gapList } from './plan-gap.ts'

type Facts = { readonly edition: Edition }

/**
 * What one section says and another does not bear out (G3.1, G3.2, G3.3, G5.5). Each part may be whole in itself and the list
 * may still grow by a major matter, so these are told to the park and its reviewers, and block nothing.
 */
export function acrossGaps(content: PlanContent, facts: Facts): Gap[] {
  return [...unpaidServices(content), ...unbackedTargets(content, facts), ...unneeded(content), ...unlikeLines(content)]
}

/** A kind that is scheduled, and has no line of money: nothing could be paid for it. Told once a kind. */
function unpaidServices({ services, 'fund-lines': lines }: PlanContent): Gap[] {
  const list = gapList('services')
  const told = new Set<ServiceKind | null>([null, ...lines.rows.map((row) => row.serviceKind)])
  for (const [i, { kind }] of services.rows.entries()) {
    if (kind === null || told.has(kind)) continue
    told.add(kind)
    list.warning(`rows.${i}.kind`, 'plan.service-without-money', 'G3.1', both('kind', serviceKinds[kind]))
  }
  return list.gaps
}

/** Which rows of the plan a measured figure can come from: how many they are. Null: of none that the plan names. */
function plannedFor(content: PlanContent, measure: MeasureId): number | null {
  const { services, agencies, enterprises } = content
  const scheduled = (tailored: boolean) =>
    sumOf(services.rows.map((row) => (row.kind !== null && isTailored(row.kind) === tailored ? row.quantity : null)))
  if (measure === 'enterprises-served' || measure === 'enterprises-diagnosed')
    return distinct(enterprises.rows.map((row) => row.uscc))
  if (measure === 'agencies') return distinct(agencies.agencies.map((row) => row.uscc))
  if (measure === 'services-completed') return scheduled(true)
  if (measure === 'activities') return scheduled(false)
  return null
}

const sourceNames: Readonly<Partial<Record<MeasureId, { zh: string; en: string }>>> = {
  'enterprises-served': { zh: '试点企业清单', en: 'the list of pilot enterprises' },
  'enterprises-diagnosed': { zh: '试点企业清单', en: 'the list of pilot enterprises' },
  agencies: { zh: '合作机构清单', en: 'the list of partner agencies' },
  'services-completed': { zh: '服务计划（个性服务）', en: 'the schedule (tailored services)' },
  activities: { zh: '服务计划（普惠服务）', en: 'the schedule (universal services)' },
}

/** A target above what the plan itself lists or schedules: it could not be met by the plan that is locked with it. */
function unbackedTargets(content: PlanContent, { edition }: Facts): Gap[] {
  const list = gapList('targets')
  for (const [i, { indicator, target }] of content.targets.rows.entries()) {
    const measure = indicatorOf(edition, indicator)?.measure ?? null
    const source = measure && sourceNames[measure]
    const planned = measure && plannedFor(content, measure)
    if (target === null || planned === null || !source || !(target > planned)) continue
    list.warning(`rows.${i}.target`, 'plan.target-beyond-plan', 'G5.5', {
      target,
      planned,
      ...both('source', source),
    })
  }
  return list.gaps
}

/** An agency none of whose kinds is scheduled, and a product of a kind that is not. */
function unneeded({ services, agencies: { agencies, products } }: PlanContent): Gap[] {
  const list = gapList('agencies')
  const scheduled = new Set(services.rows.map((row) => row.kind))
  for (const [i, { name, serviceKinds: kinds }] of agencies.entries()) {
    if (kinds.length === 0 || kinds.some((kind) => scheduled.has(kind))) continue
    list.warning(`agencies.${i}.serviceKinds`, 'plan.agency-without-service', 'G3.3', { name })
  }
  for (const [i, { serviceKind }] of products.entries()) {
    if (serviceKind === null || scheduled.has(serviceKind)) continue
    const kind = both('kind', serviceKinds[serviceKind])
    list.warning(`products.${i}.serviceKind`, 'plan.kind-without-service', 'G3.3', kind)
  }
  return list.gaps
}

/** Lines of a kind that pay for more than is scheduled, or before it begins. */
function unlikeLines({ services, 'fund-lines': lines }: PlanContent): Gap[] {
  const list = gapList('fund-lines')
  for (const [kind, own] of Map.groupBy(services.rows, (row) => row.kind)) {
    if (kind === null) continue
    const named = both('kind', serviceKinds[kind])
    const paying = [...lines.rows.entries()].filter(([, row]) => row.serviceKind === kind)
    const [scheduled, paid] = [sumOf(own.map((row) => row.quantity)), sumOf(paying.map(([, row]) => row.quantity))]
    const [last] = paying.at(-1) ?? []
    if (last !== undefined && paid > scheduled)
      list.warning(`rows.${last}.quantity`, 'plan.more-paid-than-scheduled', 'G3.1', { ...named, paid, scheduled })
    const quarters = own.flatMap((row) => (row.fromQuarter === null ? [] : [row.fromQuarter])).sort()
    const [from] = quarters.length === own.length ? quarters : []
    for (const [i, { quarter }] of paying) {
      if (from !== undefined && quarter !== null && quarter < from)
        list.warning(`rows.${i}.quarter`, 'plan.paid-before-scheduled', 'G3.2', {
          ...named,
          ...periodFact('quarter', quarter),
          ...periodFact('from', from),
        })
    }
  }
  return list.gaps
}

function sumOf(values: readonly (number | null)[]): number {
  return values.reduce<number>((sum, value) => sum + (value ?? 0), 0)
}

function distinct(codes: readonly string[]): number {
  return new Set(codes.filter((code) => code !== '')).size
}
