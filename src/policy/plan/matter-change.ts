import { type Day, isDay, isDayBeyond, yearsKnown } from '../../shared/dates.ts'
import { formatYuan } from '../../shared/money.ts'
import type { Facts } from '../../shared/refusal.ts'
import { batchPeriod } from '../editions/edition.ts'
import { both, type RefusalCode } from '../guide/refuse.ts'
import { changesBetween } from './changes.ts'
import { type MatterGap, type MatterKind, matterGap, matterKinds } from './matter.ts'
import { type PlanContent, type PlanSection, planSectionNames } from './plan.ts'
import { type PlanFacts, planGaps } from './plan-gaps.ts'
import { leftInUse, type RegisterUse, turnedRows } from './register-rows.ts'

/**
 * A change that is asked for: the plan as it shall be, drawn against a version (`basedOn`, its id). All null where nothing
 * is asked for. `inForceFrom`: a day after the approval; null for the day of the last approval.
 */
export type MatterChange = {
  readonly basedOn: string | null
  readonly content: PlanContent | null
  readonly inForceFrom: Day | null
}

export const noChange: MatterChange = { basedOn: null, content: null, inForceFrom: null }

export type ChangeFacts = {
  readonly kind: MatterKind
  /** The newest version of the plan. */
  readonly inForce: { readonly id: string; readonly no: number; readonly content: PlanContent }
  readonly plan: PlanFacts
  readonly use: RegisterUse
  /** To hold a named day against; null at an approval, when a day gone by simply becomes the day of approval. */
  readonly today: Day | null
}

/** Parts of the plan that a change may put off to a later day: no service and no money hangs on their rows. */
const mayWait: readonly PlanSection[] = ['targets', 'services']

/** Everything that stands against a change (G5.5), asked when it is saved, submitted and approved. Empty: it may be made. */
export function changeGaps(change: MatterChange, facts: ChangeFacts): MatterGap[] {
  const { content } = change
  const { kind, inForce } = facts
  const row = matterKinds[kind]
  if (content === null) return row.change === 'required' ? [wrong('', 'matter.change-missing', both('kind', row))] : []
  const shape = shapeGaps(change, facts)
  if (shape.length > 0) return shape
  const changes = changesBetween(inForce.content, content)
  const touched = [...new Set(changes.map((one) => one.section))]
  if (changes.length === 0) return [wrong('', 'matter.nothing-changed')]
  return [...dayGaps(change, touched, facts), ...inUseGaps(content, facts), ...planRules(content, touched, facts)]
}

/** What no change of this kind may be, whoever saves it: of a kind that asks for none, stale, beyond its parts, a row turned into another. */
export function shapeGaps(
  { basedOn, content }: MatterChange,
  facts: Pick<ChangeFacts, 'kind' | 'inForce'>,
): MatterGap[] {
  const { kind, inForce } = facts
  const row = matterKinds[kind]
  if (content === null) return []
  if (row.change === 'none') return [wrong('', 'matter.kind-asks-no-change', both('kind', row))]
  if (basedOn !== inForce.id) return [wrong('', 'matter.change-stale', { no: inForce.no })]
  const touched = new Set(changesBetween(inForce.content, content).map((one) => one.section))
  const beyond = [...touched].filter((section) => !row.sections.includes(section))
  return [
    ...beyond.map((section) =>
      wrong(section, 'matter.section-not-changeable', {
        ...both('kind', row),
        ...both('section', planSectionNames[section]),
      }),
    ),
    ...identityGaps(inForce.content, content),
  ]
}

/** A row in force stays what it is: another enterprise, agency or kind of service is another row. */
function identityGaps(before: PlanContent, after: PlanContent): MatterGap[] {
  return turnedRows(before, after).map((field) => wrong(field, 'matter.identity-changed'))
}

/** Nothing leaves that services or money still stand on; no line falls below what is bound and spent on it (G3.6, G5.5). */
function inUseGaps(content: PlanContent, { inForce, use }: ChangeFacts): MatterGap[] {
  const gaps = leftInUse(inForce.content, content, use).map(({ path, use: kind, name, count }) =>
    kind === 'lines'
      ? wrong(path, 'matter.line-in-use', { name, bound: formatYuan(count) })
      : wrong(path, 'matter.row-in-use', { name, count }),
  )
  for (const [i, line] of content['fund-lines'].rows.entries()) {
    const bound = use.lines[line.id] ?? 0
    if (line.provincialFen === null || line.provincialFen >= bound) continue
    const sums = { bound: formatYuan(bound), amount: formatYuan(line.provincialFen) }
    gaps.push(wrong(`fund-lines.rows.${i}.provincialFen`, 'matter.line-below-bound', sums))
  }
  return gaps
}

function dayGaps(
  { inForceFrom }: MatterChange,
  touched: readonly PlanSection[],
  { plan, today }: ChangeFacts,
): MatterGap[] {
  if (inForceFrom === null) return []
  const { to } = batchPeriod(plan.edition, plan.firstYear)
  if (inForceFrom === '') return [wrong('inForceFrom', 'common.day-missing')]
  if (isDayBeyond(inForceFrom)) return [wrong('inForceFrom', 'common.day-beyond', { day: inForceFrom, ...yearsKnown })]
  if (!isDay(inForceFrom)) return [wrong('inForceFrom', 'common.bad-day', { day: inForceFrom })]
  if (touched.some((section) => !mayWait.includes(section))) return [wrong('inForceFrom', 'matter.cannot-wait')]
  if (inForceFrom > to) return [wrong('inForceFrom', 'matter.day-after-period', { day: inForceFrom, to })]
  if (today !== null && inForceFrom < today) return [wrong('inForceFrom', 'matter.day-gone-by', { day: inForceFrom })]
  return []
}

/** The changed plan is held to every rule of a plan; what the park had explained before is no news. */
function planRules(content: PlanContent, touched: readonly PlanSection[], { plan }: ChangeFacts): MatterGap[] {
  return planGaps(content, plan)
    .filter((gap) => gap.severity === 'error' || touched.includes(gap.section))
    .map(({ section, field, ...gap }) => ({
      ...gap,
      section: 'change',
      field: field === '' ? section : `${section}.${field}`,
    }))
}

/**
 * The day from which an approved change holds: that of the last approval, or the later one that was asked for; never before
 * that of the version it follows.
 */
export function inForceFrom(change: MatterChange, given: { readonly approvedOn: Day; readonly formerFrom: Day }): Day {
  const [, , latest] = [change.inForceFrom ?? given.approvedOn, given.approvedOn, given.formerFrom].sort()
  return latest ?? given.approvedOn
}

function wrong(field: string, code: RefusalCode, facts: Facts = {}): MatterGap {
  return matterGap('change', field, code, facts)
}
