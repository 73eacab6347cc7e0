import { command } from '../../platform/command.ts'
import { invalid, stale } from '../../platform/errors.ts'
import { stepReturn } from '../../policy/returns.ts'
import { periodDays } from '../../shared/periods.ts'
import { isRefusal } from '../../shared/refusal.ts'
import { saveSection } from '../filings/public.ts'
import { targetsOf } from '../plans/public.ts'
import * as contract from './contract.ts'
import { lockReturn, reasonsSection } from './return-filing.ts'
import { requireBaseline } from './table.ts'

export const explainReturn = command(contract.explainReturn, async ({ params, body }, { tx, actor, now, record }) => {
  const { pilot, row, state, reasons, revision, editedByName, editedAt } = await lockReturn(tx, params.filingId)
  const after = stepReturn(state, 'explain', pilot.edition.returns.clause)
  if (isRefusal(after)) throw after
  if (revision !== body.revision) throw stale(editedByName ?? '', editedAt ?? now, { revision })
  const baseline = await requireBaseline(tx, pilot, periodDays(row.period).to)
  const known = new Set((await targetsOf(tx, baseline.id)).map((target) => target.indicator))
  const unknown = Object.keys(body.reasons).filter((code) => !known.has(code))
  if (unknown.length > 0)
    throw invalid(
      unknown.map((code) => ({
        field: `reasons.${code}`,
        zh: `没有指标 ${code}`,
        en: `There is no indicator ${code}`,
      })),
    )
  // An emptied reason is none, so that the same text is always the same content.
  const kept = Object.fromEntries(Object.entries(body.reasons).filter(([, reason]) => reason !== ''))
  const next = await saveSection(tx, row, {
    section: reasonsSection,
    content: { reasons: kept },
    by: actor.accountId,
    at: now,
  })
  record('return.explained', {
    subject: row.id,
    scope: row.scope,
    before: { reasons, revision },
    after: { reasons: kept, revision: next },
  })
  return { revision: next, savedAt: now.toISOString() }
})
