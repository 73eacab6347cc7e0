import type pg from 'pg'
import { expect } from './expect.ts'
import { asOwner } from './generate.ts'
import { get, getJson } from './people.ts'

type Row = { serviceId: string; no: string; state: string; openedOn: string; updatedAt: string }

/** The list holds what the owner finds in the county by plain SQL: the same rows in the same order, the same total. */
export async function checkList(connection: pg.PoolConfig, address: string, path: string): Promise<void> {
  const search = new URL(path, address).searchParams
  const sort = search.get('sort') ?? ''
  const column = { updatedAt: 'updated_at', openedOn: 'opened_on', no: 'no' }[sort.replace('-', '')] ?? ''
  const falling = sort.startsWith('-')
  const found = await asOwner(connection, (owner) =>
    owner.query<{ id: string; total: number }>(
      `select s.id, count(*) over ()::integer as total from services s
        where starts_with(s.scope, (select u.scope from sessions n join accounts a on a.id = n.account_id join units u on u.id = a.unit_id
                                     where n.token_hash = encode(sha256('bench-county'), 'hex'))) and s.state = $1
        order by s.${column} ${falling ? 'desc, s.id asc' : 'asc, s.id desc'} limit 50`,
      [search.get('state')],
    ),
  )
  const { services, total } = await getJson<{ services: Row[]; total: number }>(address, 'bench-county', path)
  expect(total === found.rows[0]?.total && total > 50, `${path}: ${total} in all, expected ${found.rows[0]?.total}`)
  const same = services.map(({ serviceId }) => serviceId).join() === found.rows.map(({ id }) => id).join()
  expect(same, `${path}: other rows than those of the county`)
}

/** What was acknowledged is there: as many events as revisions, and the newest content as it was sent. */
export async function checkSaves(connection: pg.PoolConfig, content: unknown): Promise<void> {
  const { rows } = await asOwner(connection, (owner) =>
    owner.query<{ revisions: number; events: number; same: boolean }>(
      `select sum(s.revision - 1)::integer as revisions, bool_and(s.content = $1) as same,
              (select count(*)::integer from audit_events e join filings p on p.id = e.subject
                where e.kind = 'filing.section-saved' and p.kind = 'plan') as events
         from filing_sections s join filings f on f.id = s.filing_id
        where s.section = 'services' and f.kind = 'plan' and f.state = 'draft'`,
      [JSON.stringify(content)],
    ),
  )
  const [saved] = rows
  expect(saved?.same === true && saved.revisions === saved.events, `saves: ${JSON.stringify(saved)}`)
}

/** The figure of services completed is what plain SQL counts up to the cut-off. */
export async function checkTable(connection: pg.PoolConfig, address: string, filingId: string): Promise<void> {
  type Table = { rows: { indicator: string; total: number | null }[] }
  const { rows } = await getJson<Table>(address, 'bench-full-1', `/api/filings/${filingId}/table`)
  const { state } = await getJson<{ state: string }>(address, 'bench-full-1', `/api/filings/${filingId}`)
  const counted = await asOwner(connection, (owner) =>
    owner.query<{ n: number }>(
      `select count(*)::integer as n from services s join filings f on f.pilot_id = s.pilot_id
        where f.id = $1 and s.counted_on <= '2026-12-31'`,
      [filingId],
    ),
  )
  const shown = rows.find(({ indicator }) => indicator === 'P3')?.total
  expect(
    state === 'draft' && shown === counted.rows[0]?.n && (shown ?? 0) > 0,
    `table: P3 is ${shown} in state ${state}`,
  )
}

type Figures = { pilots: number; services: number; servicesCounted: number; disbursedFen: number; findings: number }

/** The province's sums are those of the rows themselves. */
export async function checkProvince(connection: pg.PoolConfig, address: string): Promise<void> {
  const answer = await get(address, 'bench-province', '/api/province')
  const { totals } = (await answer.json()) as { totals: Figures }
  const { rows } = await asOwner(connection, (owner) =>
    owner.query<Figures>(
      `select (select count(*)::integer from pilots) as pilots, count(*)::integer as services, count(counted_on)::integer as "servicesCounted",
              (select sum(amount_fen)::float8 from tranches where state = 'received') as "disbursedFen",
              (select count(*)::integer from findings) as findings
         from services`,
    ),
  )
  for (const [key, value] of Object.entries(rows[0] ?? {})) {
    const shown = totals[key as keyof Figures]
    expect(shown === Number(value), `province: ${key} is ${shown}, expected ${value}`)
  }
}
