import { command } from '../../../platform/command.ts'
import { notFound } from '../../../platform/errors.ts'
import { editionOf, obligationOf } from '../../../policy/editions/edition.ts'
import { recordCounty } from '../../../policy/returns/returns.ts'
import { dayOf } from '../../../shared/dates.ts'
import { type Kinds, lockCourseFiling, takeOnRecord } from '../course/public.ts'
import { returnKind, tablesOf } from '../return/public.ts'
import * as contract from './contract.ts'
import { recordingsPrepared } from './recordings-prepared.ts'

/** Takes every table of a county for a period on record at once: only when all its parks are accepted (H6). */
export const recordTables = (kinds: Kinds) =>
  command(contract.recordTables, async ({ body }, acting) => {
    const { tx, actor, now } = acting
    const { batchId, period, countyId, recordNo } = body
    const batch = await tx
      .selectFrom('batches')
      .select(['edition', 'firstYear'])
      .where('id', '=', batchId)
      .executeTakeFirst()
    if (!batch) throw notFound({ zh: '批次', en: 'batch' })
    const edition = editionOf(batch.edition)
    const asked = { batchId, edition, firstYear: batch.firstYear, period, today: dayOf(now), countyId }
    const all = await tablesOf(tx, asked)
    const parks = all.filter(({ isOwed }) => isOwed)
    if (parks.length === 0) throw notFound({ zh: '县（市、区）', en: 'county' })
    const waits = await recordingsPrepared(tx, parks)
    const refusal = recordCounty({
      rule: obligationOf(edition, returnKind),
      post: actor.post,
      parks: parks.map(({ parkName, state, filingId }) => ({ name: parkName, state, waits: waits.has(filingId) })),
    })
    if (refusal) throw refusal
    const waiting = parks.flatMap(({ filingId, state }) =>
      filingId !== null && state === 'approved' && !waits.has(filingId) ? [filingId] : [],
    )
    // Locked in one order, so that two who record at once wait for each other.
    let recorded = 0
    for (const filingId of waiting.toSorted())
      if (await takeOnRecord(acting, kinds, await lockCourseFiling(tx, actor, filingId), recordNo)) recorded++
    return { recorded, toSign: waiting.length - recorded }
  })
