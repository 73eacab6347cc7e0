import { sql } from 'kysely'
import { bigint, bool, instant, text, uuid } from '../../../platform/database/columns.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import { type ResultRow, statement } from '../../../platform/database/statement.ts'
import { programmeZone } from '../../../shared/dates.ts'

/** The day of a measure, by which its papers are kept. */
const decidedOn = sql`'处理措施 ' || (m.decided_at at time zone ${sql.lit(programmeZone)})::date`

/**
 * Every file that a record of a pilot holds, once, with what it proves: `proof:<kind>` of evidence, else the name of its record.
 * `label`: the service, activity, tranche or measure it is kept with.
 */
const filesOf = statement(
  {
    id: uuid,
    hash: text,
    size: bigint,
    name: text,
    mediaType: text,
    uploadedAt: instant,
    damaged: bool,
    folder: text,
    label: text,
    proves: text,
  },
  (pilotId: string) => sql`
    with uses (file_id, rank, folder, label, proves) as (
      select e.file_id, 1, 'services', s.no, 'proof:' || e.proof from evidence e join services s on s.id = e.service_id where s.pilot_id = ${pilotId}
      union all
      select e.file_id, 1, 'activities', a.held_on || ' ' || a.title, 'proof:' || e.proof
        from evidence e join activities a on a.id = e.activity_id where a.pilot_id = ${pilotId}
      union all
      select c.file_id, 2, 'services', s.no, 'contracts' from contracts c join services s on s.id = c.service_id where s.pilot_id = ${pilotId}
      union all
      select i.file_id, 2, 'services', s.no, 'invoices' from invoices i join services s on s.id = i.service_id where s.pilot_id = ${pilotId}
      union all
      select v.file_id, 2, 'services', s.no, 'invoice_voids'
        from invoice_voids v join invoices i on i.id = v.invoice_id join services s on s.id = i.service_id where s.pilot_id = ${pilotId}
      union all
      select y.receipt_file, 2, 'services', s.no, 'payments' from payments y join services s on s.id = y.service_id where s.pilot_id = ${pilotId}
      union all
      select r.file_id, 2, 'services', s.no, 'payment_reversals'
        from payment_reversals r join payments y on y.id = r.payment_id join services s on s.id = y.service_id
       where r.pilot_id = ${pilotId} and r.file_id is not null
      union all
      select t.voucher_file, 2, 'money', t.no::text, 'tranches' from tranches t where t.pilot_id = ${pilotId}
      union all
      select r.voucher_file, 2, 'money', t.no::text, 'tranche_reversals'
        from tranche_reversals r join tranches t on t.id = r.tranche_id where t.pilot_id = ${pilotId}
      union all
      select d.report_file, 2, 'diagnoses', e.name, 'diagnoses'
        from diagnoses d join pilot_enterprises e on e.id = d.enterprise_id where d.pilot_id = ${pilotId}
      union all
      select o.report_file, 3, 'diagnoses', e.name, 'former_diagnoses'
        from former_diagnoses o join diagnoses d on d.id = o.diagnosis_id join pilot_enterprises e on e.id = d.enterprise_id
       where d.pilot_id = ${pilotId}
      union all
      select g.file_id, 2, 'results', e.name, 'register_entries'
        from register_entries g join pilot_enterprises e on e.id = g.enterprise_id where g.pilot_id = ${pilotId}
      union all
      select o.file_id, 3, 'results', e.name, 'former_register_entries'
        from former_register_entries o join register_entries g on g.id = o.entry_id join pilot_enterprises e on e.id = g.enterprise_id
       where g.pilot_id = ${pilotId}
      union all
      select p.file_id, 2, 'results', p.title, 'practices' from practices p where p.pilot_id = ${pilotId}
      union all
      select k.file_id, 2, 'results', k.check_no::text, 'evaluation_site_checks'
        from evaluation_check_files k join evaluations v on v.id = k.evaluation_id where v.pilot_id = ${pilotId}
      union all
      select o.file_id, 2, 'results', o.no::text, 'evaluation_opinions'
        from evaluation_opinions o join evaluations v on v.id = o.evaluation_id where v.pilot_id = ${pilotId} and o.file_id is not null
      union all
      select r.file_id, 2, 'results', r.no::text, 'rectifications'
        from rectifications r join evaluations v on v.id = r.evaluation_id where v.pilot_id = ${pilotId}
      union all
      select s.file_id, 2, 'results', s.no::text, 'evaluation_scores'
        from evaluation_scores s join evaluations v on v.id = s.evaluation_id where v.pilot_id = ${pilotId} and s.file_id is not null
      union all
      select o.file_id, 2, 'results', o.no::text, 'evaluation_objections'
        from evaluation_objections o join evaluations v on v.id = o.evaluation_id where v.pilot_id = ${pilotId} and o.file_id is not null
      union all
      select m.file_id, 2, 'money', ${decidedOn}, 'measures' from measures m where m.pilot_id = ${pilotId}
      union all
      select r.voucher_file, 2, 'money', ${decidedOn}, 'measure_receipts'
        from measure_receipts r join measures m on m.id = r.measure_id where m.pilot_id = ${pilotId}
      union all
      select (found #>> '{}')::uuid, 4, 'filings', f.kind, 'filings'
        from filings f join filing_versions v on v.filing_id = f.id
       cross join lateral jsonb_path_query(v.content, '$.**.fileId ? (@.type() == "string" && @ like_regex "^[0-9a-f-]{36}$")') found
       where f.pilot_id = ${pilotId}
    ), one as (
      select distinct on (file_id) * from uses where file_id is not null order by file_id, rank, folder, label, proves
    )
    select f.id, f.hash, f.size, f.name, f.media_type as "mediaType", f.uploaded_at as "uploadedAt",
           exists (select from file_checks k where k.hash = f.hash and k.state <> 'intact') as damaged, one.folder, one.label, one.proves
      from one join files f on f.id = one.file_id
     order by one.folder, one.label, one.proves, f.uploaded_at, f.id`,
)

export type PilotFile = ResultRow<typeof filesOf>

export function filesOfPilot(tx: Tx, pilotId: string): Promise<PilotFile[]> {
  return filesOf(tx, pilotId)
}

const damagedBelow = statement(
  { id: uuid },
  (scope: string) => sql`
    select f.id from file_checks k join files f on f.hash = k.hash
     where k.state <> 'intact' and starts_with(f.scope, ${scope})`,
)

/** Names of the files of a pilot whose bytes were found changed or missing. `scope`: the park's. */
export async function damagedFilesOf(tx: Tx, { id, scope }: { id: string; scope: string }): Promise<string[]> {
  // On most days there is none, and what a pilot holds need not be gone through.
  if ((await damagedBelow(tx, scope)).length === 0) return []
  return (await filesOf(tx, id)).filter(({ damaged }) => damaged).map(({ name }) => name)
}
