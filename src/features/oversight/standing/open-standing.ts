import { command } from '../../../platform/command.ts'
import { holdKey } from '../../../platform/database/hold.ts'
import { notFound } from '../../../platform/errors.ts'
import { batchPeriod, editionList, editionOf } from '../../../policy/editions/edition.ts'
import { foundationOf } from '../../../policy/editions/standing.ts'
import { whyNotStanding } from '../../../policy/oversight/standing.ts'
import { emptyPlan } from '../../../policy/plan/plan.ts'
import { planOfLists } from '../../../policy/plan/standing-lists.ts'
import { dayOf } from '../../../shared/dates.ts'
import { lockStanding } from '../../filings/plan/public.ts'
import { baselineContent, currentBaseline } from '../../programme/baselines/public.ts'
import { insertPilot, pilotsOfParks, requirePilot, standingBatch } from '../../programme/pilots/public.ts'
import { countyOfScope, unitById } from '../../programme/units/public.ts'
import * as contract from './contract.ts'
import { words } from './words.ts'

/**
 * The park's leader opens it, or its county's economy bureau; enterprises, agencies and products of the last plan go on, its money
 * and targets do not. A park that never had a pilot begins with empty lists (G6.1).
 */
export const openStanding = command(contract.openStanding, async ({ params }, { tx, actor, now, newId, record }) => {
  const park = await unitById(tx, params.parkId)
  if (park?.kind !== 'park') throw notFound({ zh: '园区', en: 'park' })
  const county = await countyOfScope(tx, park.scope)
  if (!county) throw notFound({ zh: '县(市、区)', en: 'county' })
  await holdKey(tx, 'standing', park.id)
  const pilots = await pilotsOfParks(tx, [park.id])
  const no = whyNotStanding(pilots)
  if (no) throw no
  const [last] = pilots
  const today = dayOf(now)
  const { edition, firstYear } = foundationOf(last, editionList(), today)
  const name = last ? words.batch.zh(last.batchName) : words.batchWithout.zh(firstYear)
  const batch = await standingBatch(tx, { id: newId(), edition, firstYear, name, createdAt: now })
  const { to: runsTo } = batchPeriod(editionOf(batch.edition), batch.firstYear)
  const { id: parkId, scope } = park
  const row = { batchId: batch.id, parkId, countyId: county.id, scope, awardFen: 0, standing: true, admittedOn: today }
  const id = newId()
  await insertPilot(tx, { id, ...row, runsFrom: today, runsTo })
  const former = last ? await currentBaseline(tx, last.id) : null
  const plan = former ? await baselineContent(tx, former.id) : emptyPlan()
  const first = { no: 1, content: planOfLists(plan) }
  await lockStanding(tx, await requirePilot(tx, id), first, { newId, at: now, by: actor.accountId })
  record('standing.opened', { subject: id, scope, after: { id, ...row, after: last?.id ?? null } })
  return { pilotId: id }
})
