import { type RawBuilder, sql } from 'kysely'
import { bigint, bool, instant, int, text, uuid } from '../../../platform/database/columns.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import { type ResultRow, statement } from '../../../platform/database/statement.ts'
import type { ArchiveFolder } from '../../../policy/oversight/archive.ts'
import { programmeZone } from '../../../shared/dates.ts'

/** The day of a measure, by which its papers are kept. */
const decidedOn = `'处理措施 ' || (m.decided_at at time zone '${programmeZone}')::date`

/** Where a file is held: its column, how well that place tells it (1 first), the folder and what it is kept with, what it proves, and whose pilot it is. */
type Use = readonly [
  file: string,
  rank: number,
  folder: ArchiveFolder,
  label: string,
  proves: string,
  from: string,
  pilot: string,
]

const ofServices = (table: string, file: string): Use => [
  ...([`x.${file}`, 2, 'services', 's.no', `'${table}'`] as const),
  ...([`${table} x join services s on s.id = x.service_id`, 's.pilot_id'] as const),
]
const ofEvaluations = (table: string, label: string): Use => [
  ...(['x.file_id', 2, 'results', label, `'${table}'`] as const),
  ...([`${table} x join evaluations v on v.id = x.evaluation_id`, 'v.pilot_id'] as const),
]
const formerOf = (table: string, of: string, folder: ArchiveFolder, column: string, by: string): Use => [
  ...([`x.${column}`, 3, folder, 'e.name', `'${table}'`] as const),
  ...([
    `${table} x join ${of} o on o.id = x.${by} join pilot_enterprises e on e.id = o.enterprise_id`,
    'o.pilot_id',
  ] as const),
]
const ofEnterprises = (table: string, folder: ArchiveFolder, column: string): Use => [
  ...([`x.${column}`, 2, folder, 'e.name', `'${table}'`] as const),
  ...([`${table} x join pilot_enterprises e on e.id = x.enterprise_id`, 'x.pilot_id'] as const),
]
const proof = "'proof:' || x.proof"

const uses: readonly Use[] = [
  ['x.file_id', 1, 'services', 's.no', proof, 'evidence x join services s on s.id = x.service_id', 's.pilot_id'],
  [
    'x.file_id',
    1,
    'activities',
    "a.held_on || ' ' || a.title",
    proof,
    'evidence x join activities a on a.id = x.activity_id',
    'a.pilot_id',
  ],
  ofServices('contracts', 'file_id'),
  ofServices('invoices', 'file_id'),
  [
    'x.file_id',
    2,
    'services',
    's.no',
    "'invoice_voids'",
    'invoice_voids x join invoices i on i.id = x.invoice_id join services s on s.id = i.service_id',
    's.pilot_id',
  ],
  ofServices('payments', 'receipt_file'),
  [
    'x.file_id',
    2,
    'services',
    's.no',
    "'payment_reversals'",
    'payment_reversals x join payments y on y.id = x.payment_id join services s on s.id = y.service_id',
    'x.pilot_id',
  ],
  ['x.voucher_file', 2, 'money', 'x.no::text', "'tranches'", 'tranches x', 'x.pilot_id'],
  [
    'x.voucher_file',
    2,
    'money',
    't.no::text',
    "'tranche_reversals'",
    'tranche_reversals x join tranches t on t.id = x.tranche_id',
    't.pilot_id',
  ],
  ofEnterprises('diagnoses', 'diagnoses', 'report_file'),
  formerOf('former_diagnoses', 'diagnoses', 'diagnoses', 'report_file', 'diagnosis_id'),
  ofEnterprises('register_entries', 'results', 'file_id'),
  formerOf('former_register_entries', 'register_entries', 'results', 'file_id', 'entry_id'),
  ['x.file_id', 2, 'results', 'x.title', "'practices'", 'practices x', 'x.pilot_id'],
  [
    'x.file_id',
    2,
    'results',
    'x.check_no::text',
    "'evaluation_site_checks'",
    'evaluation_check_files x join evaluations v on v.id = x.evaluation_id',
    'v.pilot_id',
  ],
  ofEvaluations('evaluation_opinions', 'x.no::text'),
  ofEvaluations('rectifications', 'x.no::text'),
  ofEvaluations('evaluation_scores', 'x.no::text'),
  ofEvaluations('evaluation_objections', 'x.no::text'),
  ['m.file_id', 2, 'money', decidedOn, "'measures'", 'measures m', 'm.pilot_id'],
  [
    'x.voucher_file',
    2,
    'money',
    decidedOn,
    "'measure_receipts'",
    'measure_receipts x join measures m on m.id = x.measure_id',
    'm.pilot_id',
  ],
]

/** Every use of which that holds. */
const usesWhere = (holds: (use: { file: string; pilot: string }) => RawBuilder<unknown>) =>
  sql.join(
    uses.map(
      ([file, rank, folder, label, proves, from, pilot]) => sql`
      select ${sql.raw(`${file} as file_id, ${rank} as rank, '${folder}' as folder, ${label} as label, ${proves} as proves, ${pilot} as pilot_id from ${from}`)}
       where ${holds({ file, pilot })}`,
    ),
    sql` union all `,
  )

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
    with uses as (
      ${usesWhere(({ pilot }) => sql`${sql.raw(pilot)} = ${pilotId}`)}
      union all
      select (found #>> '{}')::uuid, 4, 'filings', f.kind, 'filings', f.pilot_id
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

/** What these files prove, by the records of pilots that hold them; attachments of filings, which stand in their text alone, are not told. */
export const usesOfFiles = statement(
  { fileId: uuid, rank: int, folder: text, label: text, proves: text, pilotId: uuid },
  (ids: readonly string[]) => sql`
    select u.file_id as "fileId", u.rank, u.folder, u.label, u.proves, u.pilot_id as "pilotId"
      from (${usesWhere(({ file }) => sql`${sql.raw(file)} = any (${ids}::uuid[])`)}) u
     order by u.rank, u.folder, u.label, u.proves`,
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
