import { sql } from 'kysely'
import { builtOnce } from '../../../platform/database/built-once.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import type { FilingState, Opinion } from '../../../policy/filings/filing.ts'
import type { FilingKind } from '../../../policy/filings/filing-kinds.ts'
import type { Seat } from '../../../policy/people/roles.ts'
import type { TypedTexts } from '../../../shared/typed-text.ts'

export type SectionRow = {
  section: string
  content: unknown
  typed: TypedTexts
  revision: number
  open: boolean
  editedBy: string | null
  editedByName: string | null
  editedAt: Date | null
}

/** A submitted version, without its content. */
export type VersionRow = {
  id: string
  no: number
  hash: string
  submittedBy: string
  submittedByName: string
  /** Why it is word for word the version that was returned; null where it is not. */
  unchangedBecause: string | null
  submittedAt: Date
}

/** One filing with all that decides over it. */
export type FilingRow = {
  id: string
  batchId: string
  unitId: string
  /** Null for what a county or the province files. */
  pilotId: string | null
  kind: FilingKind
  period: string
  state: FilingState
  dueOn: string
  /** The instant of that day, where it is due by the hour. */
  dueAt: Date | null
  scope: string
  sections: SectionRow[]
  version: VersionRow | null
  opinions: GivenOpinion[]
  /** Opinions on that version which wait for a signature. */
  prepared: PreparedOpinion[]
  makers: string[]
  record: { no: string; at: Date; byName: string; preparedByName: string | null } | null
}

const shown = builtOnce((tx, { id }: { readonly id: string }) =>
  tx
    .selectFrom('filings as f')
    .leftJoin('accounts as r', 'r.id', 'f.recordedBy')
    .leftJoin('accounts as q', 'q.id', 'f.recordPreparedBy')
    .select([
      'f.id',
      'f.batchId',
      'f.unitId',
      'f.pilotId',
      'f.kind',
      'f.period',
      'f.state',
      'f.dueOn',
      'f.dueAt',
      'f.versionNo',
      'f.scope',
      'f.recordNo',
      'f.recordedAt',
      'r.name as recordedByName',
      'q.name as recordPreparedByName',
    ])
    .select(sql<string[]>`array(select account_id from filing_makers where filing_id = f.id)`.as('makers'))
    .where('f.id', '=', id),
)

const sectionsOf = builtOnce((tx, { id, only }: { readonly id: string; readonly only: string | undefined }) =>
  tx
    .selectFrom('filingSections as s')
    .leftJoin('accounts as a', 'a.id', 's.editedBy')
    .select(
      only === undefined ? 's.content' : sql<unknown>`case s.section when ${only} then s.content end`.as('content'),
    )
    .select(['s.section', 's.typed', 's.revision', 's.open', 's.editedBy', 'a.name as editedByName', 's.editedAt'])
    .where('s.filingId', '=', id)
    .orderBy('s.section'),
)

/** `only`: the section whose content is wanted; that of the others, which may be long, is then left out. */
export async function showFiling(tx: Tx, filingId: string, only?: string): Promise<FilingRow | null> {
  const [filing] = await shown(tx, { id: filingId })
  if (!filing) return null
  const sections = await sectionsOf(tx, { id: filingId, only })
  const { versionNo, recordNo, recordedAt, recordedByName, recordPreparedByName, ...row } = filing
  const [version = null] = versionNo === 0 ? [] : await listVersions(tx, filingId)
  return {
    ...row,
    kind: filing.kind as FilingKind,
    state: filing.state as FilingState,
    sections: sections.map((section) => ({ ...section, typed: section.typed as TypedTexts })),
    version,
    // Opinions are about a version; while a resubmission is being written, the old ones still say why it came back.
    opinions: version ? await opinionsOn(tx, version.id) : [],
    prepared: version && filing.state === 'submitted' ? await preparedOn(tx, version.id) : [],
    record: recordedAt && {
      no: recordNo ?? '',
      at: recordedAt,
      byName: recordedByName ?? '',
      preparedByName: recordPreparedByName,
    },
  }
}

/** Newest first. */
export async function listVersions(tx: Tx, filingId: string): Promise<VersionRow[]> {
  return tx
    .selectFrom('filingVersions as v')
    .innerJoin('accounts as a', 'a.id', 'v.submittedBy')
    .select([
      'v.id',
      'v.no',
      'v.hash',
      'v.submittedBy',
      'a.name as submittedByName',
      'v.submittedAt',
      'v.unchangedBecause',
    ])
    .where('v.filingId', '=', filingId)
    .orderBy('v.no', 'desc')
    .execute()
}

export async function versionContent(tx: Tx, versionId: string): Promise<unknown> {
  const found = await tx.selectFrom('filingVersions').select('content').where('id', '=', versionId).executeTakeFirst()
  return found?.content ?? null
}

export type GivenOpinion = Opinion & { readonly accountName: string; readonly preparedByName: string | null }
/** `judgment`: what it alters, as it was sent. */
export type ProposedOpinion = GivenOpinion & { readonly judgment: unknown }
/** `id`: what its signature names. */
export type PreparedOpinion = ProposedOpinion & { readonly id: string }

export async function opinionsOn(tx: Tx, versionId: string): Promise<GivenOpinion[]> {
  return (await opinionsByVersion(tx, [versionId])).get(versionId) ?? []
}

async function preparedOn(tx: Tx, versionId: string): Promise<PreparedOpinion[]> {
  const rows = await tx
    .selectFrom('preparedOpinions as o')
    .innerJoin('accounts as a', 'a.id', 'o.accountId')
    .select(['o.id', 'o.level', 'o.bureau', 'o.verdict', 'o.marks', 'o.judgment', 'o.accountId', 'o.preparedAt'])
    .select('a.name as accountName')
    .where('o.versionId', '=', versionId)
    .execute()
  return rows.map(({ level, bureau, verdict, marks, preparedAt, ...row }) => ({
    ...row,
    preparedByName: null,
    seat: `${level}-${bureau}` as Seat,
    verdict: verdict as Opinion['verdict'],
    marks: marks as Opinion['marks'],
    at: preparedAt.toISOString(),
  }))
}

/** In the order in which they were given. */
export async function opinionsByVersion(tx: Tx, versionIds: readonly string[]): Promise<Map<string, GivenOpinion[]>> {
  const found = new Map<string, GivenOpinion[]>(versionIds.map((id) => [id, []]))
  const rows = await tx
    .selectFrom('filingOpinions as o')
    .innerJoin('accounts as a', 'a.id', 'o.accountId')
    .leftJoin('accounts as p', 'p.id', 'o.preparedBy')
    .select([
      'o.versionId',
      'o.level',
      'o.bureau',
      'o.verdict',
      'o.marks',
      'o.accountId',
      'o.givenAt',
      'o.preparedBy',
      'a.name as accountName',
      'p.name as preparedByName',
    ])
    .where('o.versionId', '=', sql<string>`any(${[...versionIds]})`)
    .orderBy('o.givenAt')
    .execute()
  for (const { versionId, givenAt, marks, level, bureau, verdict, ...row } of rows) {
    found.get(versionId)?.push({
      ...row,
      seat: `${level}-${bureau}` as Seat,
      verdict: verdict as Opinion['verdict'],
      marks: marks as Opinion['marks'],
      at: givenAt.toISOString(),
    })
  }
  return found
}
