import { command } from '../../platform/command.ts'
import { stale } from '../../platform/errors.ts'
import { maySubmitReturn } from '../../policy/return-steps.ts'
import { stepReturn } from '../../policy/returns.ts'
import { dayOf } from '../../shared/dates.ts'
import { isRefusal } from '../../shared/refusal.ts'
import { lockOn } from '../calendar/public.ts'
import { freezeVersion, saveState } from '../filings/public.ts'
import { unitById } from '../units/public.ts'
import * as contract from './contract.ts'
import { lockReturn } from './return-filing.ts'
import { freezeReturn } from './store.ts'
import { computeTable } from './table.ts'
import { unsubmittedBefore } from './views.ts'

/** Freezes the table as it is computed now, with every record behind it; nothing in it changes afterwards (G3.5). */
export const submitReturn = command(
  contract.submitReturn,
  async ({ params, body }, { tx, actor, now, newId, record }) => {
    const { pilot, row, state, reasons, revision, editedByName, editedAt } = await lockReturn(tx, params.filingId)
    const { clause } = pilot.edition.returns
    const next = stepReturn(state, 'submit', clause)
    if (isRefusal(next)) throw next
    if (revision !== body.revision) throw stale(editedByName ?? '', editedAt ?? now, { revision })
    const table = await computeTable(tx, pilot, row.period)
    const rows = table.rows.map((figures) => ({
      ...figures,
      correction: table.corrections.get(figures.indicator)?.difference ?? null,
      reason: reasons[figures.indicator] ?? '',
    }))
    const unsubmitted = await unsubmittedBefore(tx, pilot, row.period)
    const locked = await lockOn(tx, pilot.edition, row, dayOf(now))
    const after = maySubmitReturn(state, { rows, unsubmitted, locked, clause })
    if (isRefusal(after)) throw after
    const head = {
      cutOff: table.cutOff,
      awardFen: pilot.awardFen,
      receivedFen: table.receivedFen,
      spentFen: table.spentFen,
      countyName: (await unitById(tx, pilot.countyId))?.name ?? '',
      parkName: pilot.parkName,
      parkUscc: pilot.parkUscc ?? '',
      filledBy: editedByName ?? actor.name,
      reviewedBy: actor.name,
    }
    const { baseline, previous, facts } = table
    const no = (row.version?.no ?? 0) + 1
    const versionId = newId()
    const content = {
      period: row.period,
      head,
      baseline: { no: baseline.no, hash: baseline.hash },
      previous: previous?.head.versionId ?? null,
      rows,
      facts,
    }
    const hash = await freezeVersion(tx, row, { id: versionId, content, by: actor.accountId, at: now })
    const frozen = {
      ...head,
      versionId,
      filingId: row.id,
      pilotId: pilot.id,
      period: row.period,
      baselineId: baseline.id,
      previousId: previous?.head.versionId ?? null,
      scope: row.scope,
    }
    await freezeReturn(tx, frozen, rows, facts)
    await saveState(tx, row.id, 'submitted', [])
    record('return.submitted', {
      subject: row.id,
      scope: row.scope,
      before: { state },
      after: { state: after, no, hash, period: row.period },
    })
    return { no, hash }
  },
)
