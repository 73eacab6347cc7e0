import { type Acting, command } from '../../platform/command.ts'
import { stale } from '../../platform/errors.ts'
import { parsePart } from '../../platform/invalid.ts'
import { obligationOf } from '../../policy/edition.ts'
import * as policy from '../../policy/filing.ts'
import { type MatterReport, matterKinds } from '../../policy/matter.ts'
import { type MatterChange, noChange, shapeGaps } from '../../policy/matter-change.ts'
import { reportBy } from '../../policy/matter-clock.ts'
import { both, refuse } from '../../policy/refuse.ts'
import { dayOf } from '../../shared/dates.ts'
import { isRefusal } from '../../shared/refusal.ts'
import { moveDueDay, saveSection } from '../filings/public.ts'
import { baselineContent } from '../plans/public.ts'
import * as contract from './contract.ts'
import { lockMatter, type Matter, requireInForce } from './matter-filing.ts'
import { saveMatter } from './store.ts'

export const saveMatterSection = command(contract.saveMatterSection, async ({ params, body }, acting) => {
  const { tx, actor, now, record } = acting
  const { section } = params
  const content =
    section === 'report'
      ? { section, value: parsePart(contract.matterShapes.report, body.content, 'content') }
      : { section, value: parsePart(contract.matterShapes.change, body.content, 'content') }
  const matter = await lockMatter(tx, params.filingId)
  const { row, filing } = matter
  const after = policy.saveSection(filing, section, actor.accountId)
  if (isRefusal(after)) throw after
  const before = row.sections.find((one) => one.section === section)
  if (before && before.revision !== body.revision) {
    throw stale(before.editedByName ?? '', before.editedAt ?? now, { revision: before.revision })
  }
  const kept =
    content.section === 'report'
      ? await keepReport(acting, matter, content.value)
      : await keepChange(acting, matter, content.value)
  const revision = await saveSection(tx, row, { section, content: kept, by: actor.accountId, at: now })
  record('matter.section-saved', {
    subject: row.id,
    scope: row.scope,
    before: before?.content,
    after: { section, revision, content: kept },
  })
  return { revision, savedAt: now.toISOString() }
})

async function keepReport({ tx }: Acting, { row, pilot, change }: Matter, report: MatterReport): Promise<MatterReport> {
  const kind = matterKinds[report.kind]
  if (change.content !== null && kind.change === 'none')
    throw refuse('matter.kind-asks-no-change', 'G5.5', both('kind', kind), 'content.kind')
  const occurredAt = new Date(report.occurredAt)
  const rule = obligationOf(pilot.edition, 'major-matter')
  await saveMatter(tx, row.id, { kind: report.kind, occurredAt })
  await moveDueDay(tx, row.id, dayOf(reportBy(rule, occurredAt)))
  return { ...report, occurredAt: occurredAt.toISOString() }
}

type Sent = { basedOn: string | null; inForceFrom: string | null; sections: Partial<MatterChange['content']> }

/** The whole plan as it shall be: what was sent over the version it is drawn against. What no rule ever allows is not even kept. */
async function keepChange({ tx }: Acting, { row, pilot, report }: Matter, sent: Sent): Promise<MatterChange> {
  const baseline = await requireInForce(tx, pilot.id)
  if (sent.basedOn === null) {
    await saveMatter(tx, row.id, { basedOn: null })
    return noChange
  }
  const inForce = { ...baseline, content: await baselineContent(tx, baseline.id) }
  const content = { ...inForce.content, ...sent.sections }
  const change = { basedOn: sent.basedOn, content, inForceFrom: sent.inForceFrom }
  const [gap] = shapeGaps(change, { kind: report.kind, inForce })
  if (gap) throw refuse(gap.code, gap.clause, gap.facts, `content.sections${gap.field === '' ? '' : `.${gap.field}`}`)
  await saveMatter(tx, row.id, { basedOn: change.basedOn })
  return change
}
