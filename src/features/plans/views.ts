import type { z } from 'zod'
import type { Actor } from '../../platform/command.ts'
import type { Tx } from '../../platform/database/connect.ts'
import * as policy from '../../policy/filing.ts'
import type { PlanSection } from '../../policy/plan.ts'
import { gapText } from '../../policy/plan-gap.ts'
import { seatOf } from '../../policy/roles.ts'
import { abilityOf } from '../pilots/public.ts'
import type { checkPlan, showPlan } from './contract.ts'
import { gapsOf, readPlan } from './plan-filing.ts'
import { marksOf } from './store.ts'

export async function showPlanView(tx: Tx, pilotId: string, actor: Actor): Promise<z.input<typeof showPlan.reply>> {
  const plan = await readPlan(tx, pilotId)
  const { pilot, row, filing } = plan
  const marks = row.state === 'approved' ? [] : await marksOf(tx, row.id)
  const by = actor.accountId
  return {
    filingId: row.id,
    state: row.state,
    dueOn: row.dueOn,
    awardFen: pilot.awardFen,
    sections: row.sections.map((one) => ({
      section: one.section as PlanSection,
      content: one.content,
      revision: one.revision,
      open: one.open,
      editedByName: one.editedByName,
      editedAt: one.editedAt?.toISOString() ?? null,
      marks: marks.filter((mark) => mark.section === one.section).map(({ bureau, reason }) => ({ bureau, reason })),
    })),
    version: row.version && {
      no: row.version.no,
      hash: row.version.hash,
      submittedByName: row.version.submittedByName,
      submittedAt: row.version.submittedAt.toISOString(),
    },
    actions: [
      abilityOf(actor, 'edit', 'plan.edit', policy.saveSection(filing, filing.openSections[0] ?? 'services', by)),
      abilityOf(actor, 'submit', 'plan.submit', policy.submitFiling(filing, { by, gaps: gapsOf(plan) })),
      abilityOf(actor, 'withdraw', 'plan.submit', policy.withdrawFiling(filing)),
      abilityOf(
        actor,
        'give-opinion',
        'filing.give-opinion',
        policy.mayGiveOpinion(filing, { seat: seatOf(actor.unitKind, actor.bureau), by }),
      ),
    ],
  }
}

export async function checkPlanView(tx: Tx, pilotId: string): Promise<z.input<typeof checkPlan.reply>> {
  const gaps = gapsOf(await readPlan(tx, pilotId))
  return {
    gaps: gaps.map((gap) => ({
      section: gap.section,
      field: gap.field,
      code: gap.code,
      clause: gap.clause,
      severity: gap.severity,
      text: gapText(gap),
    })),
  }
}
