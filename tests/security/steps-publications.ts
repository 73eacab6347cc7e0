import { approveFiling, record, submit } from '../../database/demo/course.ts'
import * as play from '../../database/demo/evaluations.ts'
import * as course from '../../src/features/filings/course/act-contract.ts'
import * as filings from '../../src/features/filings/course/contract.ts'
import * as publications from '../../src/features/filings/publications/contract.ts'
import { nextNumber } from '../support/numbers.ts'
import type { Side } from './side.ts'

const province = '省经信厅·处室'

/** The report of the county's mid-term evaluations, which is on record. */
export async function reportOf({ world, county, countyId, evaluatedPark }: Side): Promise<string> {
  const client = await world.as(`${county}经信局·经办`)
  const search = { batchId: evaluatedPark.batchId, kind: 'mid-term-evaluation' as const }
  const { filings: all } = await client.done(filings.listFilings, { search })
  return all.find(({ unitId }) => unitId === countyId)?.filingId ?? ''
}

/** That report on record once more, with nothing of it on display. */
export async function unpublishedReport(side: Side): Promise<string> {
  const { world, county } = side
  const filingId = await reportOf(side)
  const params = { filingId }
  const officer = await world.as(`${county}经信局·经办`)
  const { standing } = await officer.done(publications.showPublication, { params })
  if (!standing) return filingId
  const client = await world.as(province)
  await client.done(course.reopenFiling, { params, body: { sections: ['work'], reason: '补充组织情况' } })
  const { no } = await submit(officer, filingId)
  await approveFiling(await world.as(`${county}财政局·经办`), filingId, no)
  await record(client, filingId, `评-${nextNumber()}`, no)
  return filingId
}

/** What was published of it, a moment ago. */
export async function freshPublication(side: Side): Promise<string> {
  return play.publishReport(side.world, await unpublishedReport(side), `${side.county}经信局·经办`)
}
