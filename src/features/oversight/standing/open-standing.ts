import { command } from '../../../platform/command.ts'
import { holdKey } from '../../../platform/database/hold.ts'
import { notFound } from '../../../platform/errors.ts'
import { batchPeriod, editionOf } from '../../../policy/editions/edition.ts'
import { standingId } from '../../../policy/editions/standing.ts'
import { refuse } from '../../../policy/guide/refuse.ts'
import { whyNotStanding } from '../../../policy/oversight/standing.ts'
import { emptyPlan } from '../../../policy/plan/plan.ts'
import { dayOf } from '../../../shared/dates.ts'
import { lockStanding } from '../../filings/plan/public.ts'
import { baselineContent, currentBaseline } from '../../programme/baselines/public.ts'
import { insertPilot, pilotsOfPark, requirePilot, standingBatch } from '../../programme/pilots/public.ts'
import { unitById } from '../../programme/units/public.ts'
import * as contract from './contract.ts'
import { words } from './words.ts'

/** The park's leader opens it, or its county's economy bureau; enterprises, agencies and products of the last plan go on, its money and targets do not (G6.1). */
export const openStanding = command(contract.openStanding, async ({ params }, { tx, actor, now, newId, record }) => {
  const park = await unitById(tx, params.parkId)
  if (park?.kind !== 'park') throw notFound({ zh: '园区', en: 'park' })
  await holdKey(tx, 'standing', park.id)
  const pilots = await pilotsOfPark(tx, park.id)
  const [last] = pilots
  const no = whyNotStanding(pilots)
  if (no || !last) throw no ?? refuse('standing.no-pilot', 'G6.1')
  const edition = standingId(last.edition)
  const { firstYear, countyId } = last
  const name = words.batch.zh(last.batchName)
  const batch = await standingBatch(tx, { id: newId(), edition, firstYear, name, createdAt: now })
  const { to: runsTo } = batchPeriod(editionOf(edition), firstYear)
  const today = dayOf(now)
  const { id: parkId, scope } = park
  const id = newId()
  const row = { id, batchId: batch.id, parkId, countyId, scope, awardFen: 0, standing: true, admittedOn: today }
  await insertPilot(tx, { ...row, runsFrom: today, runsTo })
  const former = await currentBaseline(tx, last.id)
  const plan = former ? await baselineContent(tx, former.id) : emptyPlan()
  const content = { ...emptyPlan(), agencies: plan.agencies, enterprises: plan.enterprises }
  await lockStanding(tx, await requirePilot(tx, id), content, { newId, at: now, by: actor.accountId })
  record('standing.opened', { subject: id, scope, after: { ...row, after: last.id } })
  return { pilotId: id }
})
