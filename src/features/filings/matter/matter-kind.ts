import type { z } from 'zod'
import type { Acting } from '../../../platform/command.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import { isDone } from '../../../policy/filings/filing.ts'
import { allRefusals, both, refusalText, refuse } from '../../../policy/guide/refuse.ts'
import { checkOccurred, type MatterReport, matterKinds, reportGaps } from '../../../policy/plan/matter.ts'
import {
  type ChangeFacts,
  changeGaps,
  inForceFrom,
  type MatterChange,
  noChange,
  shapeGaps,
} from '../../../policy/plan/matter-change.ts'
import { reportBy } from '../../../policy/plan/matter-clock.ts'
import { type Day, dayOf } from '../../../shared/dates.ts'
import { type Baseline, baselineContent, currentBaseline, lockPilotPlan } from '../../programme/baselines/public.ts'
import { requirePilot } from '../../programme/pilots/public.ts'
import { type CourseFiling, type Kind, moveDueAt } from '../course/public.ts'
import type { Duty } from '../owed/public.ts'
import { enterprisesElsewhere, keepLicences, lockBaseline, pilotIdOf } from '../plan/public.ts'
import { matterOpening, matterShapes } from './contract.ts'
import { matterChanges } from './matter-changes.ts'
import { anotherUnderReview, insertMatter, nextNumber, saveMatter } from './store.ts'
import { registerUse } from './usage.ts'

export type MatterContent = { readonly report: MatterReport; readonly change: MatterChange }
type Matter = CourseFiling<MatterContent>

const another = () => refuse('matter.another-change-open', 'G5.5')

/** A major matter (G5.5): the last approval of a change makes the next version of the plan, in the same transaction. */
export const matterKind: Kind<MatterContent> = {
  shapes: matterShapes,
  openingShape: matterOpening,

  whyNotOpened: async (tx, duty) =>
    (await currentBaseline(tx, pilotIdOf(duty))) ? null : refuse('matter.plan-not-approved', 'G5.5'),

  open: async ({ tx, now }, duty, opening) => {
    const { kind, occurredAt: moment } = opening as z.output<typeof matterOpening>
    const pilotId = pilotIdOf(duty)
    await lockPilotPlan(tx, pilotId)
    const occurredAt = new Date(moment)
    const untimely = checkOccurred(occurredAt, { now, planOn: planOn(duty) }, 'opening.occurredAt')
    if (untimely) throw untimely
    const report: MatterReport = {
      kind,
      occurredAt: occurredAt.toISOString(),
      course: '',
      indicators: [],
      amountFen: null,
      measures: '',
      request: '',
    }
    const dueAt = reportBy(duty.rule, occurredAt)
    const facts = { kind, occurredAt, basedOn: null, underReview: false, pilotId, scope: duty.unit.scope }
    return {
      period: await nextNumber(tx, pilotId, dayOf(now).slice(0, 4)),
      dueOn: dayOf(dueAt),
      dueAt,
      sections: { report, change: noChange },
      after: (filingId) => insertMatter(tx, { ...facts, filingId }),
    }
  },

  keep: async (acting, matter, section, sent) =>
    section === 'report' ? keepReport(acting, matter, sent as MatterReport) : keepChange(acting, matter, sent as Sent),

  lists: (section, content) => (section === 'change' ? (content as MatterChange).content : content),

  gaps: async (tx, matter, now) => {
    const { report, change } = matter.content
    const { edition } = matter.duty.batch
    const gaps = [
      ...reportGaps(report, { edition, now, planOn: planOn(matter.duty) }),
      ...changeGaps(change, await changeFacts(tx, matter, now)),
    ]
    return gaps.map((gap) => ({ ...gap, text: refusalText(gap) }))
  },

  freeze: async ({ tx }, { row, duty, content }) => {
    const pilotId = pilotIdOf(duty)
    await lockPilotPlan(tx, pilotId)
    if (content.change.content !== null && (await anotherUnderReview(tx, pilotId, row.id))) throw another()
    return { content }
  },

  beforeOpinion: async ({ tx }, matter, verdict) => {
    await lockPilotPlan(tx, pilotIdOf(matter.duty))
    if (verdict !== 'return') await checkAgain(tx, matter)
  },

  // A change that waits for its record is not decided either: no other one may overtake it.
  onState: (tx, { row, duty: { rule } }, state) =>
    saveMatter(tx, row.id, {
      underReview: state === 'submitted' || (state === 'approved' && !isDone({ rule, state })),
    }),

  onDone: async ({ tx, now, newId }, { row, duty, content }, { actor, versionId }) => {
    const { change } = content
    if (change.content === null) return { planVersion: null }
    const pilot = await requirePilot(tx, pilotIdOf(duty))
    const former = await requireInForce(tx, pilot.id)
    const no = former.no + 1
    const from = inForceFrom(change, { approvedOn: dayOf(now), formerFrom: former.inForceFrom })
    const version = { content: change.content, versionId, matterId: row.id, no, inForceFrom: from }
    await lockBaseline(tx, pilot, version, { newId, at: now, by: actor.accountId })
    return { planVersion: no }
  },

  changes: matterChanges,
}

/** Since when the plan stands that the matter is about. @throws Refusal before it is approved (G5.5). */
function planOn({ pilots, pilotId }: Duty): Day {
  const since = pilots.find(({ id }) => id === pilotId)?.planOn
  if (!since) throw refuse('matter.plan-not-approved', 'G5.5')
  return since
}

/** The plan as it stands, which a matter is about. @throws Refusal before it is approved (G5.5). */
export async function requireInForce(tx: Tx, pilotId: string): Promise<Baseline> {
  const baseline = await currentBaseline(tx, pilotId)
  if (!baseline) throw refuse('matter.plan-not-approved', 'G5.5')
  return baseline
}

/** What the rules hold a change against; `now` null at an approval. */
async function changeFacts(tx: Tx, { duty, content }: Matter, now: Date | null): Promise<ChangeFacts> {
  const pilot = await requirePilot(tx, pilotIdOf(duty))
  const { awardFen, edition, firstYear, parkUscc } = pilot
  const { id, no } = await requireInForce(tx, pilot.id)
  const changed = now && content.change.content
  const elsewhere = changed ? await enterprisesElsewhere(tx, pilot, changed, dayOf(now)) : []
  return {
    kind: content.report.kind,
    inForce: { id, no, content: await baselineContent(tx, id) },
    plan: { awardFen, edition, firstYear, park: { uscc: parkUscc ?? '' }, elsewhere },
    use: await registerUse(tx, pilot.id, id),
    today: now && dayOf(now),
  }
}

/** Services and money go on while a change is looked at: what could be asked for then may be impossible now. */
async function checkAgain(tx: Tx, matter: Matter): Promise<void> {
  const gaps = changeGaps(matter.content.change, await changeFacts(tx, matter, null))
  const gap = gaps.find((one) => one.severity === 'error')
  if (gap) throw refuse('matter.no-longer-possible', gap.clause, both('because', refusalText(gap)))
}

async function keepReport(
  { tx, now }: Acting,
  { row, duty, content }: Matter,
  report: MatterReport,
): Promise<MatterReport> {
  const kind = matterKinds[report.kind]
  if (content.change.content !== null && kind.change === 'none')
    throw refuse('matter.kind-asks-no-change', 'G5.5', both('kind', kind), 'content.kind')
  const occurredAt = new Date(report.occurredAt)
  // It moves the day by which all this is due: one that cannot be is not even kept.
  const untimely = checkOccurred(occurredAt, { now, planOn: planOn(duty) }, 'content.occurredAt')
  if (untimely) throw untimely
  await saveMatter(tx, row.id, { kind: report.kind, occurredAt })
  await moveDueAt(tx, row.id, reportBy(duty.rule, occurredAt))
  return { ...report, occurredAt: occurredAt.toISOString() }
}

type Sent = { basedOn: string | null; inForceFrom: string | null; sections: Partial<MatterChange['content']> }

/** The whole plan as it shall be: what was sent over the version it is drawn against. What no rule ever allows is not even kept. */
async function keepChange({ tx }: Acting, { row, duty, content: before }: Matter, sent: Sent): Promise<MatterChange> {
  const baseline = await requireInForce(tx, pilotIdOf(duty as Duty))
  if (sent.basedOn === null) {
    await saveMatter(tx, row.id, { basedOn: null })
    return noChange
  }
  const inForce = { ...baseline, content: await baselineContent(tx, baseline.id) }
  const content = { ...inForce.content, ...sent.sections }
  const change = { basedOn: sent.basedOn, content, inForceFrom: sent.inForceFrom }
  const gaps = shapeGaps(change, { kind: before.report.kind, inForce })
  const fieldOf = (field: string) => `content.sections${field === '' ? '' : `.${field}`}`
  const no = allRefusals(...gaps.map((gap) => refuse(gap.code, gap.clause, gap.facts, fieldOf(gap.field))))
  if (no) throw no
  for (const section of Object.values(sent.sections ?? {})) await keepLicences(tx, section, row.scope)
  await saveMatter(tx, row.id, { basedOn: change.basedOn })
  return change
}
