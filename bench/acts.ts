import type pg from 'pg'
import { samplePlan } from '../database/demo/sample-plan.ts'
import { type Product, today } from './children.ts'
import { expect } from './expect.ts'
import { asOwner } from './generate.ts'
import { connections, type Form } from './load.ts'
import { getJson, send } from './people.ts'

/** What is saved: three planned services. */
export const content = { rows: samplePlan('试点园区').services.rows.slice(0, 3) }

/** Ten park managers, each saving the services of their own plan again and again: lock, ask, save, record. */
export async function formsOf(connection: pg.PoolConfig, { address }: Product): Promise<() => Promise<Form[]>> {
  const plans = await asOwner(connection, async (owner) => {
    const sql = `select f.id from filings f join pilots p on p.id = f.pilot_id join units u on u.id = p.park_id
                  where f.kind = 'plan' and f.state = 'draft' order by u.name`
    return (await owner.query<{ id: string }>(sql)).rows.map(({ id }) => id)
  })
  expect(plans.length === connections, `${plans.length} plans are being written`)
  return () =>
    Promise.all(
      plans.map(async (filingId, nth) => {
        const session = `bench-draft-${nth + 1}`
        const { sections } = await getJson<Sections>(address, session, `/api/filings/${filingId}`)
        const revision = sections.find(({ section }) => section === 'services')?.revision ?? 0
        return { session, path: `/api/filings/${filingId}/sections/services`, revision }
      }),
    )
}

type Sections = { sections: { section: string; revision: number }[] }

/** These returns are months late, so that they need an exception to their lock. */
async function unlock(connection: pg.PoolConfig, unitId: string, period: string): Promise<void> {
  const sql = `insert into filing_exceptions (id, batch_id, unit_id, kind, period, reason, until, granted_by, granted_on, granted_at, scope)
               select gen_random_uuid(), batch_id, unit_id, 'target-table', $3, '补报', $2::date + 30, (select min(id::text)::uuid from accounts), $2::date, $2::date, scope
                 from filings where unit_id = $1 and kind = 'plan'`
  await asOwner(connection, (owner) => owner.query(sql, [unitId, today.slice(0, 10), period]))
}

/** The full park files its first two returns by the product's own commands and opens the third, which is measured. */
export async function openReturns(connection: pg.PoolConfig, { address }: Product): Promise<string> {
  const session = 'bench-full-1'
  const { batchId, unitId, filingId } = await asOwner(connection, async (owner) => {
    const sql = `select f.batch_id as "batchId", f.unit_id as "unitId", max(r.id::text) filter (where r.period = '2026Q4') as "filingId"
                   from filings f left join filings r on r.pilot_id = f.pilot_id and r.kind = 'target-table'
                  where f.pilot_id = (select pilot_id from activities limit 1) and f.kind = 'plan' group by f.batch_id, f.unit_id`
    type Found = { batchId: string; unitId: string; filingId: string | null }
    return (await owner.query<Found>(sql)).rows[0] ?? { batchId: '', unitId: '', filingId: null }
  })
  if (filingId) return filingId
  const open = async (period: string) => {
    await unlock(connection, unitId, period)
    const duty = { batchId, unitId, kind: 'target-table', period }
    const answer = await send(address, session, 'POST', '/api/filings', duty)
    return ((await answer.json()) as { filingId: string }).filingId
  }
  for (const period of ['2026Q2', '2026Q3']) {
    const id = await open(period)
    const { rows } = await getJson<{ rows: { indicator: string }[] }>(address, session, `/api/filings/${id}/table`)
    const reasons = Object.fromEntries(rows.map(({ indicator }) => [indicator, '本期为 0，按计划推进']))
    const { sections } = await getJson<Sections>(address, session, `/api/filings/${id}`)
    const body = { revision: sections[0]?.revision ?? 0, content: { reasons } }
    await send(address, session, 'PUT', `/api/filings/${id}/sections/reasons`, body)
    await send(address, session, 'POST', `/api/filings/${id}/submission`, {})
  }
  return open('2026Q4')
}
