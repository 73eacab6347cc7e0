import type { Tx } from '../../../platform/database/connect.ts'
import { disbursementGaps, emptyPlanRows } from '../../../policy/filings/disbursement-plan.ts'
import { emptyForm, type FormContent, type FormRow, type RowsContent } from '../../../policy/filings/forms.ts'
import { refuse } from '../../../policy/guide/refuse.ts'
import { planTranches } from '../../money/funds/public.ts'
import type { Duty } from '../owed/public.ts'
import { formKind } from './form-kind.ts'

const rowsOf = (part: FormContent[string] | undefined): readonly FormRow[] =>
  (part as RowsContent | undefined)?.rows ?? []
const ruled = ({ batch: { edition, firstYear } }: Duty) => ({ edition, firstYear })

/** The county's plan for paying its parks (G4.1): begun with every tranche that is owed, in force once it is recorded. */
export const disbursementPlan = formKind('disbursement-plan', {
  draft: async (_, duty) => ({
    ...emptyForm('disbursement-plan'),
    tranches: { rows: emptyPlanRows(ruled(duty), duty.pilots) },
  }),

  admits: ({ rule, pilots }, section, content) => {
    const rows = section === 'tranches' ? rowsOf(content) : []
    const at = rows.findIndex(({ park }) => park && !pilots.some((pilot) => pilot.parkId === park))
    return at < 0 ? null : refuse('filing.foreign-park', rule.clause, { row: at + 1 }, `content.rows.${at}.park`)
  },

  gaps: (duty, content) => disbursementGaps(content, ruled(duty), duty.pilots),

  builtUpon: (tx, { pilots }) =>
    anyReleased(
      tx,
      pilots.map((pilot) => pilot.id),
    ),

  onDone: async ({ tx, now }, { pilots }, { versionId, content }) => {
    const rows = rowsOf(content.tranches)
    for (const pilot of pilots) {
      const own = rows.filter(({ park }) => park === pilot.parkId)
      const tranches = own.map(({ no, amount, month }) => ({
        no: Number(no),
        amountFen: Number(amount),
        plannedOn: String(month),
      }))
      await planTranches(tx, pilot, { versionId, at: now, tranches })
    }
  },
})

/** Money that has gone out, or is recommended, was held against the plan. */
async function anyReleased(tx: Tx, pilotIds: readonly string[]): Promise<boolean> {
  const found = await tx
    .selectFrom('tranches')
    .select('id')
    .where('pilotId', 'in', [...pilotIds])
    .where('state', '<>', 'waiting')
    .limit(1)
    .execute()
  return found.length > 0
}
