import { admitsOfficers, liaisonGaps, officersOf } from '../../../policy/filings/liaison.ts'
import { dayOf } from '../../../shared/dates.ts'
import { bringOfficers } from '../../programme/liaison/public.ts'
import { formKind } from './form-kind.ts'

/** The county's liaison officers (G5.1, GA3): nobody at two posts, in force once the list is recorded. */
export const liaisonList = formKind('liaison-list', {
  admits: ({ rule }, section, content) => (section === 'officers' ? admitsOfficers(content, rule.clause) : null),

  gaps: ({ pilots }, content) =>
    liaisonGaps(
      content,
      pilots.map((pilot) => pilot.parkName),
    ),

  onDone: async ({ tx, now, newId }, { batch, unit, pilots }, { versionId, content }) =>
    bringOfficers(tx, {
      batchId: batch.id,
      county: unit,
      parks: pilots,
      versionId,
      officers: officersOf(content),
      today: dayOf(now),
      newId,
    }),
})
