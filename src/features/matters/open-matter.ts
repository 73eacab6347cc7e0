import { command } from '../../platform/command.ts'
import { obligationOf } from '../../policy/edition.ts'
import type { MatterReport } from '../../policy/matter.ts'
import { noChange } from '../../policy/matter-change.ts'
import { reportBy } from '../../policy/matter-clock.ts'
import { refuse } from '../../policy/refuse.ts'
import { dayOf } from '../../shared/dates.ts'
import { openFiling } from '../filings/public.ts'
import { requirePilot } from '../pilots/public.ts'
import { lockPilotPlan } from '../plans/public.ts'
import * as contract from './contract.ts'
import { requireInForce } from './matter-filing.ts'
import { insertMatter, nextNumber } from './store.ts'

export const openMatter = command(
  contract.openMatter,
  async ({ params, body }, { tx, now, newId, record }) => {
    const pilot = await requirePilot(tx, params.pilotId)
    await lockPilotPlan(tx, pilot.id)
    await requireInForce(tx, pilot.id)
    const occurredAt = new Date(body.occurredAt)
    if (occurredAt > now) throw refuse('matter.not-happened-yet', 'G5.5', {}, 'occurredAt')
    const { kind } = body
    const rule = obligationOf(pilot.edition, 'major-matter')
    const no = await nextNumber(tx, pilot.id, dayOf(now).slice(0, 4))
    const report: MatterReport = {
      kind,
      occurredAt: occurredAt.toISOString(),
      course: '',
      indicators: [],
      amountFen: null,
      measures: '',
      request: '',
    }
    const id = newId()
    await openFiling(tx, {
      id,
      batchId: pilot.batchId,
      unitId: pilot.parkId,
      pilotId: pilot.id,
      kind: 'major-matter',
      period: no,
      dueOn: dayOf(reportBy(rule, occurredAt)),
      scope: pilot.scope,
      openedAt: now,
      sections: { report, change: noChange },
    })
    const facts = { kind, occurredAt, basedOn: null, underReview: false }
    await insertMatter(tx, { ...facts, filingId: id, pilotId: pilot.id, scope: pilot.scope })
    record('matter.opened', { subject: id, scope: pilot.scope, after: { no, kind, occurredAt: report.occurredAt } })
    return { filingId: id, no }
  },
  { filings_once: () => refuse('matter.numbered-at-once', 'G5.5') },
)
