import { command } from '../../platform/command.ts'
import { emptyForm } from '../../policy/forms.ts'
import { refuse } from '../../policy/refuse.ts'
import { dayOf } from '../../shared/dates.ts'
import * as contract from './contract.ts'
import { dueOfForm, requireDuty } from './duties.ts'
import { whyNotPreparer, whyNotYet, whyTooLate } from './form-filing.ts'
import { kindHooks } from './kinds.ts'
import * as filings from './store.ts'

const openedBefore = () => refuse('filing.opened-before', null)

export const openFiling = command(
  contract.openFiling,
  async ({ body }, { tx, actor, now, newId, record }) => {
    const duty = await requireDuty(tx, actor, body)
    const no = whyNotPreparer(duty, actor) ?? whyNotYet(duty, dayOf(now)) ?? (await whyTooLate(tx, duty, null, now))
    if (no) throw no
    const { kind, period, pilotId, unit, batch } = duty
    const filing = {
      id: newId(),
      batchId: batch.id,
      unitId: unit.id,
      pilotId,
      kind,
      period,
      dueOn: dueOfForm(duty),
      scope: unit.scope,
      openedAt: now,
    }
    const sections = (await kindHooks[kind].draft?.(tx, duty)) ?? emptyForm(kind)
    await filings.openFiling(tx, { ...filing, sections })
    record('filing.opened', { subject: filing.id, scope: filing.scope, after: filing })
    return { filingId: filing.id }
  },
  {
    filings_once: openedBefore,
    filings_pilot_id_kind_period_key: openedBefore,
  },
)
