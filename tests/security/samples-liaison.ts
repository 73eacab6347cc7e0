import * as filings from '../../src/features/filings/course/contract.ts'
import * as liaison from '../../src/features/programme/liaison/contract.ts'
import { liaisonRows, recordList, saveOfficers } from '../support/liaison.ts'
import { type Making, sample } from './sample.ts'
import type { Side } from './side.ts'

/** A liaison list of the county, on record. */
export async function playLiaison({ world, county, countyId, batchId, park, planPark }: Side): Promise<void> {
  const economy = await world.as(`${county}经信局·经办`)
  const body = { batchId, unitId: countyId, kind: 'liaison-list' as const, period: '' }
  const { filingId } = await economy.done(filings.openFiling, { body })
  await saveOfficers(world, filingId, liaisonRows(county, [...new Set([park.name, planPark.name])]), county)
  await recordList(world, filingId, 1, county)
}

export const liaisonSamples: readonly Making[] = [
  sample(liaison.showLiaison, ({ batchId, countyId }) => ({ search: { batchId, countyId }, scope: null })),
]
