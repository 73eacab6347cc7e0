import type { ClientBase } from 'pg'

/** A kept sum that is not what the records behind it come to: its table, which row, what it says and what they say. */
export type WrongSum = { readonly sum: string; readonly key: string; readonly kept: string; readonly counted: string }

type KeptSum = { readonly name: string; readonly kept: string; readonly counted: string }

const inForce = '(b.pilot_id, b.no) in (select pilot_id, max(no) from baselines group by pilot_id)'

/** Every sum that the database keeps with the acts, and the same from the records; both as rows of key and value. */
export const keptSums: readonly KeptSum[] = [
  {
    name: 'baselines.has_controls',
    kept: `select id::text as key, has_controls::text as value from baselines`,
    counted: `select id::text as key, (coalesce(content -> 'controls' ->> 'fileId', '') <> '')::text as value from baselines`,
  },
  {
    name: 'baselines.services_planned',
    kept: `select pilot_id::text as key, services_planned::text as value from baselines b where ${inForce}`,
    counted: `
      select b.pilot_id::text as key, sum(l.quantity)::text as value
        from baselines b join fund_lines l on l.baseline_id = b.id where ${inForce} group by b.pilot_id`,
  },
  {
    name: 'filings.filed_at',
    kept: `select id::text as key, filed_at::text as value from filings where filed_at is not null`,
    counted: `
      select f.id::text as key, min(v.submitted_at)::text as value
        from filings f join filing_versions v on v.filing_id = f.id
       where (v.no = f.version_no and f.state in ('submitted', 'approved', 'recorded'))
          or exists (select from filing_opinions o where o.version_id = v.id)
       group by f.id`,
  },
  {
    name: 'ledger_accounts.balance_fen',
    kept: `select id::text as key, balance_fen::text as value from ledger_accounts`,
    counted: `select account_id::text as key, sum(amount_fen)::text as value from ledger_postings group by account_id`,
  },
  {
    name: 'pilot_money',
    kept: `select pilot_id::text as key, concat_ws(' ', committed_fen, disbursed_fen, spent_fen, deducted_fen) as value from pilot_money`,
    counted: `
      select pilot_id::text as key, concat_ws(' ',
               coalesce(sum(balance_fen) filter (where kind in ('line-committed', 'line-spent')), 0),
               coalesce(sum(balance_fen) filter (where is_disbursed(kind)), 0),
               coalesce(sum(balance_fen) filter (where kind = 'expenditure'), 0),
               coalesce(sum(balance_fen) filter (where kind = 'deducted'), 0)) as value
        from ledger_accounts group by pilot_id`,
  },
  {
    name: 'ledger_accounts of measures',
    kept: `
      select concat_ws(' ', pilot_id, kind) as key, balance_fen::text as value
        from ledger_accounts where kind in ('deducted', 'claimed', 'own-money', 'recovered', 'reissued')`,
    counted: `
      select concat_ws(' ', pilot_id, kind) as key, sum(fen)::text as value from (
        select pilot_id, case kind when 'deduction' then 'deducted' else 'claimed' end as kind, amount_fen as fen
          from measures where state = 'confirmed' and kind <> 'criticism'
        union all select pilot_id, moved.kind, moved.fen from measure_receipts
          cross join lateral (values ('claimed', -amount_fen), ('own-money', -own_fen), ('recovered', amount_fen)) moved (kind, fen)
         where reversed_by is null
        union all select pilot_id, moved.kind, moved.fen from measure_reissues
          cross join lateral (values ('recovered', -amount_fen), ('reissued', amount_fen)) moved (kind, fen)
         where reversed_by is null) moves
       group by pilot_id, kind`,
  },
  {
    name: 'service_counts',
    kept: `select concat_ws(' ', pilot_id, service_kind, state) as key, concat_ws(' ', n, counted) as value from service_counts where n <> 0`,
    counted: `
      select concat_ws(' ', pilot_id, service_kind, state) as key, concat_ws(' ', count(*), count(counted_on)) as value
        from services group by pilot_id, service_kind, state`,
  },
  {
    name: 'pilot_service_counts',
    kept: `select concat_ws(' ', pilot_id, state) as key, concat_ws(' ', n, counted) as value from pilot_service_counts where n <> 0`,
    counted: `
      select concat_ws(' ', pilot_id, state) as key, concat_ws(' ', count(*), count(counted_on)) as value
        from services group by pilot_id, state`,
  },
  {
    name: 'enterprise_service_counts',
    kept: `select enterprise_id::text as key, concat_ws(' ', n, counted) as value from enterprise_service_counts where n <> 0`,
    counted: `
      select enterprise_id::text as key, concat_ws(' ', count(*), count(counted_on)) as value from services group by enterprise_id`,
  },
  {
    name: 'services.price_fen',
    kept: `select id::text as key, price_fen::text as value from services where price_fen is not null`,
    counted: `select service_id::text as key, price_fen::text as value from contracts`,
  },
  {
    name: 'services.agency_id',
    kept: `select id::text as key, agency_id::text as value from services where agency_id is not null`,
    counted: `select c.service_id::text as key, p.agency_id::text as value from service_selections c join products p on p.id = c.product_id`,
  },
  {
    name: 'payments.service_kind',
    kept: `select id::text as key, service_kind as value from payments`,
    counted: `select p.id::text as key, s.service_kind as value from payments p join services s on s.id = p.service_id`,
  },
  {
    name: 'measured_services',
    kept: `select service_id::text as key, to_jsonb(m)::text as value from measured_services m`,
    counted: `
      select s.id::text as key, to_jsonb(m)::text as value
        from services s
        left join contracts c on c.service_id = s.id
        left join products p on p.id = c.product_id
        left join confirmations k on k.service_id = s.id and k.verdict = 'confirmed'
        left join (select service_id, min(delivered_on) as day from deliverables group by service_id) d on d.service_id = s.id
        left join (select service_id, count(*) as n from evidence where withdrawn_at is null group by service_id) e on e.service_id = s.id
       cross join lateral (
         select s.id as service_id, s.pilot_id, s.enterprise_id, s.service_kind, s.state = 'cancelled' as cancelled, s.counted_on,
                c.signed_on, c.price_fen, p.market_price_fen, d.day as delivered_on, k.id as confirmation_id,
                (k.given_at at time zone 'Asia/Shanghai')::date as confirmed_on, k.rating, coalesce(e.n, 0) as proofs, s.scope) m
       where s.counted_on is not null or c.service_id is not null`,
  },
  {
    name: 'unit_storage',
    kept: `select concat_ws(' ', unit_id, part) as key, bytes::text as value from unit_storage where bytes <> 0`,
    counted: `
      select concat_ws(' ', unit_id, part) as key, sum(size)::text as value
        from (select distinct on (a.unit_id, f.hash) a.unit_id, left(f.hash, 1) as part, f.size from files f join accounts a on a.id = f.uploaded_by order by a.unit_id, f.hash, f.size) held
       group by unit_id, part`,
  },
  {
    name: 'enterprise_counts',
    kept: `select baseline_id::text as key, concat_ws(' ', n, diagnosed) as value from enterprise_counts where n <> 0`,
    counted: `
      select e.baseline_id::text as key, concat_ws(' ', count(*), count(d.id)) as value
        from pilot_enterprises e left join diagnoses d on d.enterprise_id = e.id group by e.baseline_id`,
  },
  {
    name: 'finding_counts',
    kept: `select pilot_id::text as key, n::text as value from finding_counts where n <> 0`,
    counted: `
      select coalesce(s.pilot_id, a.pilot_id)::text as key, count(*)::text as value
        from findings d
        left join evidence e on e.id = d.evidence_id
        left join confirmations c on c.id = d.confirmation_id
        left join services s on s.id = coalesce(e.service_id, c.service_id)
        left join activities a on a.id = e.activity_id
       where not exists (select from evidence w where w.id in (d.evidence_id, d.other_evidence_id) and w.withdrawn_at is not null)
       group by 1`,
  },
  {
    name: 'proof_counts',
    kept: `select line_id::text as key, n::text as value from proof_counts where n <> 0`,
    counted: `
      select coalesce(service_id, activity_id)::text as key, count(*)::text as value
        from evidence where withdrawn_at is null group by 1`,
  },
]

/** Counts every kept sum anew, as the owner, in one moment; what differs, by name and key. `0` stands for what has no row. */
export async function wrongSums(owner: Pick<ClientBase, 'query'>): Promise<WrongSum[]> {
  const differences = keptSums.map(
    ({ name, kept, counted }) => `
    select '${name}' as sum, key, coalesce(kept.value, '0') as kept, coalesce(counted.value, '0') as counted
      from (${kept}) kept full join (${counted}) counted using (key)
     where kept.value is distinct from counted.value and concat(kept.value, counted.value) ~ '[^0 ]'`,
  )
  const { rows } = await owner.query<WrongSum>(`${differences.join('\n union all')}\n order by sum, key`)
  return rows
}
