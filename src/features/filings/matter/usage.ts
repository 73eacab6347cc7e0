import { sql } from 'kysely'
import { int, text, words } from '../../../platform/database/columns.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import { statement } from '../../../platform/database/statement.ts'
import { balanceOf, lineAccount } from '../../../policy/money/ledger.ts'
import type { RegisterUse } from '../../../policy/plan/register-rows.ts'
import { balances } from '../../money/funds/public.ts'

const over = ['closed', 'cancelled']

const openServices = statement(
  { of: words('enterprises', 'agencies', 'products'), key: text, n: int },
  ({ pilotId, baselineId }: { pilotId: string; baselineId: string }) => sql`
    with open as (
      select s.id, s.enterprise_id, coalesce(c.product_id, n.product_id) as product_id
        from services s
        left join service_selections n on n.service_id = s.id
        left join contracts c on c.service_id = s.id
       where s.pilot_id = ${pilotId} and s.state <> all (${over})
    )
    select 'enterprises' as of, e.row_key as key, count(*)::int as n
      from open o join pilot_enterprises e on e.id = o.enterprise_id and e.baseline_id = ${baselineId} group by e.row_key
    union all
    select 'products', p.row_key, count(*)::int
      from open o join products p on p.id = o.product_id and p.baseline_id = ${baselineId} group by p.row_key
    union all
    select 'agencies', a.row_key, count(*)::int
      from open o join products p on p.id = o.product_id
      join partner_agencies a on a.id = p.agency_id and a.baseline_id = ${baselineId} group by a.row_key`,
)

/** What stands on the rows of a version: fen bound and spent on each line, services not yet closed of each other row. */
export async function registerUse(tx: Tx, pilotId: string, baselineId: string): Promise<RegisterUse> {
  const lines = await tx.selectFrom('fundLines').select(['id', 'rowKey']).where('baselineId', '=', baselineId).execute()
  const book = await balances(tx, pilotId)
  const bound = lines.map(({ id, rowKey }) => [
    rowKey,
    balanceOf(book, lineAccount('line-committed', id)) + balanceOf(book, lineAccount('line-spent', id)),
  ])
  const rows = await openServices(tx, { pilotId, baselineId })
  const counts = (of: string) => Object.fromEntries(rows.filter((row) => row.of === of).map(({ key, n }) => [key, n]))
  return {
    lines: Object.fromEntries(bound),
    enterprises: counts('enterprises'),
    agencies: counts('agencies'),
    products: counts('products'),
  }
}
