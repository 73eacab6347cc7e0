import type { Tx } from '../../../platform/database/connect.ts'
import { changesBetween } from '../../../policy/plan/changes.ts'
import { emptyPlan, type Licence, type PlanContent } from '../../../policy/plan/plan.ts'
import { changeWords } from '../../../policy/plan/plan-change-words.ts'
import { gapText } from '../../../policy/plan/plan-gap.ts'
import { planGaps } from '../../../policy/plan/plan-gaps.ts'
import { dayOf } from '../../../shared/dates.ts'
import { keepFile } from '../../programme/files/public.ts'
import { requirePilot } from '../../programme/pilots/public.ts'
import type { ChangeInWords, Kind } from '../course/public.ts'
import { type Duty, dueDayOf } from '../owed/public.ts'
import { sectionShapes } from './contract.ts'
import { lockBaseline } from './lock-baseline.ts'
import { enterprisesElsewhere } from './other-pilots.ts'
import { planImport } from './plan-import.ts'

/** The pilot that a filing of a park is about. */
export function pilotIdOf({ pilotId, kind }: Pick<Duty, 'pilotId' | 'kind'>): string {
  if (pilotId === null) throw new Error(`a ${kind} without a pilot`)
  return pilotId
}

/** The service plan and fund-use plan (G3.1): once it is over, its content is the baseline in force. */
export const planKind: Kind<PlanContent> = {
  shapes: sectionShapes,

  open: async ({ tx }, duty) => ({ dueOn: await dueDayOf(tx, duty), sections: emptyPlan() }),

  keep: async ({ tx }, { row }, _, sent) => {
    const content = sent as PlanContent[keyof PlanContent]
    if ('fileId' in content && content.fileId) await keepFile(tx, content.fileId, row.scope, 'content.fileId')
    await keepLicences(tx, content, row.scope)
    return content
  },

  importOf: planImport,

  gaps: async (tx, { duty, content }, now) => {
    const pilot = await requirePilot(tx, pilotIdOf(duty))
    const { awardFen, edition, firstYear, parkUscc } = pilot
    const elsewhere = await enterprisesElsewhere(tx, pilot, content, dayOf(now))
    const facts = { awardFen, edition, firstYear, park: { uscc: parkUscc ?? '' }, elsewhere }
    return planGaps(content, facts).map((gap) => ({ ...gap, text: gapText(gap) }))
  },

  onDone: async ({ tx, now, newId }, { duty }, { actor, versionId, content }) => {
    const pilot = await requirePilot(tx, pilotIdOf(duty))
    const baseline = { content, versionId, matterId: null, no: 1, inForceFrom: dayOf(now) }
    return { baseline: await lockBaseline(tx, pilot, baseline, { newId, at: now, by: actor.accountId }) }
  },

  changes: planChanges,
}

/** Keeps the licences that prove credit codes with whatever the section belongs to; `at`: the section in the input. */
export async function keepLicences(
  tx: Tx,
  content: PlanContent[keyof PlanContent],
  scope: string,
  at = 'content',
): Promise<void> {
  for (const [list, rows] of Object.entries(content)) {
    if (!Array.isArray(rows)) continue
    for (const [i, { licence }] of (rows as { licence?: Licence }[]).entries())
      if (licence) await keepFile(tx, licence.fileId, scope, `${at}.${list}.${i}.licence`)
  }
}

/** Every difference between two plans in words, in the order of the sections. */
export function planChanges(before: PlanContent, after: PlanContent, { batch }: Pick<Duty, 'batch'>): ChangeInWords[] {
  const { edition, firstYear } = batch
  const was = { edition, firstYear, content: before }
  const is = { edition, firstYear, content: after }
  return changesBetween(before, after).map((change) => {
    const { section, kind, path } = change
    return { section, kind, path: `${section}.${path}`, ...changeWords(change, was, is) }
  })
}
