import { sql } from 'kysely'
import type { Actor } from '../../../platform/command.ts'
import { bool, int, text, uuid } from '../../../platform/database/columns.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import { statement } from '../../../platform/database/statement.ts'
import { notFound } from '../../../platform/errors.ts'
import { abilityOf } from '../../../policy/people/ability.ts'
import { type RegisterKind, type RegisterSort, validUntil } from '../../../policy/records/register.ts'
import { mayCorrectEntry } from '../../../policy/services/register-entry.ts'
import { byName } from '../../../shared/clean.ts'
import { pilotEnterpriseById } from '../../programme/baselines/public.ts'
import { isDamaged, shownFile } from '../../programme/files/public.ts'
import type { EntryView, RegisterRow, RegisterView } from './contract.ts'
import { correctingOf } from './correcting.ts'

type Keeper = Pick<Actor, 'unitKind' | 'unitId'>

const registers = statement(
  { enterpriseId: uuid, pilotId: uuid, unitId: uuid, name: text, batchName: text, open: bool, entries: int },
  ({ unitKind, unitId }: Keeper) => sql`
    select e.id as "enterpriseId", e.pilot_id as "pilotId", e.unit_id as "unitId", e.name, b.name as "batchName",
           not exists (select from close_outs c where c.pilot_id = p.id and c.state = 'recorded') as open,
           (select count(*)::int from register_entries r where r.enterprise_id = e.id and not r.withdrawn) as entries
      from pilot_enterprises e
      join pilots p on p.id = e.pilot_id
      join batches b on b.id = p.batch_id
     where ${unitKind === 'enterprise' ? sql`e.unit_id = ${unitId}` : sql`e.pilot_id = any(array(select id from pilots where park_id = ${unitId}))`}
     order by p.runs_from, e.id`,
  (['enterprise', 'park'] as const).map((unitKind) => ({ unitKind, unitId: '' })),
)

/** The registers that the reader's unit keeps; those of closed pilots stand with the one in which the enterprise goes on. */
export async function registersView(tx: Tx, keeper: Keeper): Promise<{ registers: RegisterRow[] }> {
  const ofUnits = Map.groupBy(await registers(tx, keeper), ({ unitId }) => unitId)
  const rows = [...ofUnits.values()].flatMap((own) => {
    const open = own.filter((one) => one.open)
    const newest = open.at(-1)
    if (!newest) return own.map((one) => ({ ...one, former: [] }))
    const former = own.filter((one) => !one.open).reverse()
    return open.map((one) => ({ ...one, former: one === newest ? former.map(formerOne) : [] }))
  })
  return { registers: byName(rows.map(({ unitId: _, ...row }) => row)) }
}

function formerOne({ enterpriseId, pilotId, batchName, entries }: Omit<RegisterRow, 'former'>) {
  return { enterpriseId, pilotId, batchName, entries }
}

/** The register of an enterprise, the newest first, with what each entry said before. */
export async function registerView(tx: Tx, enterpriseId: string, actor: Actor): Promise<RegisterView> {
  const enterprise = await pilotEnterpriseById(tx, enterpriseId)
  if (!enterprise) throw notFound({ zh: '试点企业', en: 'pilot enterprise' })
  const rows = await tx
    .selectFrom('registerEntries as r')
    .innerJoin('accounts as a', 'a.id', 'r.writtenBy')
    .innerJoin('files as f', 'f.id', 'r.fileId')
    .selectAll('f')
    .select(isDamaged.as('damaged'))
    .select(['r.id as entryId', 'r.kind', 'r.sort', 'r.number', 'r.datedOn', 'r.party', 'r.amountFen', 'r.withdrawn'])
    .select(['r.revision', 'r.correctionReason', 'r.writtenAt', 'r.recordedBy', 'a.name as writtenByName'])
    .where('r.enterpriseId', '=', enterpriseId)
    .orderBy('r.datedOn', 'desc')
    .orderBy('r.id', 'desc')
    .execute()
  const former = await formerOf(tx, enterpriseId)
  const { pilotId, name } = enterprise
  return {
    enterprise: { enterpriseId, pilotId, name },
    entries: rows.map((row): EntryView => {
      const kind = row.kind as RegisterKind
      const no = mayCorrectEntry(correctingOf(row, actor))
      return {
        ...saidOf(row),
        entryId: row.entryId,
        kind,
        validUntil: validUntil(kind, row.sort, row.datedOn),
        withdrawn: row.withdrawn,
        revision: row.revision,
        former: former.get(row.entryId) ?? [],
        actions: [
          abilityOf(actor, 'correct', 'register.record', no),
          abilityOf(actor, 'withdraw', 'register.record', no),
        ],
      }
    }),
    actions: [abilityOf(actor, 'enter', 'register.record', null)],
  }
}

async function formerOf(tx: Tx, enterpriseId: string): Promise<Map<string, EntryView['former']>> {
  const rows = await tx
    .selectFrom('formerRegisterEntries as w')
    .innerJoin('registerEntries as r', 'r.id', 'w.entryId')
    .innerJoin('accounts as a', 'a.id', 'w.writtenBy')
    .innerJoin('files as f', 'f.id', 'w.fileId')
    .selectAll('f')
    .select(isDamaged.as('damaged'))
    .select(['w.entryId', 'w.revision', 'w.sort', 'w.number', 'w.datedOn', 'w.party', 'w.amountFen'])
    .select(['w.correctionReason', 'w.writtenAt', 'a.name as writtenByName'])
    .where('r.enterpriseId', '=', enterpriseId)
    .orderBy('w.revision', 'desc')
    .execute()
  const former = new Map<string, EntryView['former']>()
  for (const row of rows)
    former.set(row.entryId, [...(former.get(row.entryId) ?? []), { ...saidOf(row), revision: row.revision }])
  return former
}

type Row = Parameters<typeof shownFile>[0] & {
  readonly sort: string
  readonly number: string
  readonly datedOn: string
  readonly party: string
  readonly amountFen: number | null
  readonly writtenByName: string
  readonly writtenAt: Date
  readonly correctionReason: string
}

function saidOf(row: Row) {
  const { number, datedOn: on, party, amountFen, correctionReason } = row
  return {
    sort: row.sort as RegisterSort,
    number,
    on,
    party,
    amountFen,
    correctionReason,
    file: shownFile(row),
    writtenBy: row.writtenByName,
    writtenAt: row.writtenAt.toISOString(),
  }
}
