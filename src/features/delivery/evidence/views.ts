import { sql } from 'kysely'
import { builtOnce } from '../../../platform/database/built-once.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import type { Key } from '../../../platform/database/keys.ts'
import type { Turning } from '../../../platform/pages.ts'
import { turnSorted } from '../../../platform/sorted-pages.ts'
import { isProofKind } from '../../../policy/records/proofs.ts'
import type { Evidence } from '../../../policy/services/service-counts.ts'
import { isDamaged } from '../../programme/files/public.ts'
import { answersOf } from './answer-views.ts'
import type { EvidenceView, FindingItem, FindingView, findingKinds } from './contract.ts'

function evidenceRows(tx: Tx) {
  return tx
    .selectFrom('evidence as e')
    .innerJoin('files as f', 'f.id', 'e.fileId')
    .leftJoin('accounts as a', 'a.id', 'e.boundBy')
    .select([
      'e.id as evidenceId',
      'e.proof',
      'e.visitId',
      'e.serviceId',
      'e.activityId',
      'e.boundAt',
      'e.countsFrom',
      'a.name as boundBy',
      'f.id as fileId',
      'f.name',
      'f.size',
      'f.hash',
      'f.mediaType',
      'f.capturedAt',
      'f.latitude',
      'f.longitude',
      isDamaged.as('damaged'),
    ])
}

type EvidenceRow = Awaited<ReturnType<ReturnType<typeof evidenceRows>['execute']>>[number]

function viewOf(row: EvidenceRow): EvidenceView {
  const { fileId, name, size, hash, mediaType, capturedAt, latitude, longitude, damaged } = row
  const place = latitude !== null && longitude !== null ? { latitude, longitude } : null
  return {
    evidenceId: row.evidenceId,
    proof: row.proof,
    visitId: row.visitId,
    file: { fileId, name, size, hash, mediaType, capturedAt: capturedAt?.toISOString() ?? null, place, damaged },
    boundAt: row.boundAt.toISOString(),
    boundBy: row.boundBy ?? '',
  }
}

type Line = { serviceId: string } | { activityId: string }

const standingRows = (column: 'e.serviceId' | 'e.activityId') =>
  builtOnce((tx, { id }: { readonly id: string }) =>
    evidenceRows(tx).where(column, '=', id).where('e.withdrawnAt', 'is', null).orderBy('e.boundAt').orderBy('e.id'),
  )
const ofService = standingRows('e.serviceId')
const ofActivity = standingRows('e.activityId')

/** The papers of one service or activity, oldest first: as they are shown, and as the counting rule reads them. */
export async function papersOf(tx: Tx, of: Line): Promise<{ shown: EvidenceView[]; countable: Evidence[] }> {
  const standing = await ('serviceId' in of
    ? ofService(tx, { id: of.serviceId })
    : ofActivity(tx, { id: of.activityId }))
  return { shown: standing.map(viewOf), countable: standing.flatMap(countableOf) }
}

/** The same bytes are one paper. */
function countableOf({ proof, hash, capturedAt, countsFrom }: EvidenceRow): Evidence[] {
  if (!isProofKind(proof)) return []
  return [{ proof, fileId: hash, takenAt: capturedAt?.toISOString() ?? null, recordedOn: countsFrom }]
}

/** A paper that was withdrawn raises no doubt any more. */
const bothStand = sql<boolean>`not exists (select from evidence w
  where w.id in (g.evidence_id, g.other_evidence_id) and w.withdrawn_at is not null)`

type Search = Turning & {
  kind?: (typeof findingKinds)[number] | undefined
  pilotId?: string | undefined
  raisedBy?: string | undefined
  countyId?: string | undefined
  batchId?: string | undefined
}

const newestFirst: readonly Key[] = [
  { by: sql`g.raised_at`, is: 'timestamptz', falling: true },
  { by: sql`g.id`, is: 'uuid', falling: true },
]

/** Findings that touch the reader's scope on either side, newest first. */
export async function listFindings(tx: Tx, { kind, pilotId, raisedBy, countyId, batchId, ...turning }: Search) {
  let rows = tx.selectFrom('findings as g').where(bothStand)
  if (kind) rows = rows.where('g.kind', '=', kind)
  if (pilotId) {
    rows = rows.where(({ exists, selectFrom }) =>
      exists(
        selectFrom('pilots as p')
          .select('p.id')
          .where('p.id', '=', pilotId)
          .where(sql<boolean>`starts_with(g.scope, p.scope) or starts_with(g.other_scope, p.scope)`),
      ),
    )
  }
  if (raisedBy || countyId || batchId)
    rows = rows.where(sql<boolean>`exists (
      select from (select g.evidence_id, g.confirmation_id) d
        left join evidence v on v.id = d.evidence_id
        left join confirmations c on c.id = d.confirmation_id
        left join services s on s.id = case when c.id is null then v.service_id else c.service_id end
        left join activities a on a.id = v.activity_id
        join pilots p on p.id = case when s.id is null then a.pilot_id else s.pilot_id end
       where (${raisedBy ?? null}::uuid is null or p.id = ${raisedBy ?? null})
         and (${countyId ?? null}::uuid is null or p.county_id = ${countyId ?? null})
         and (${batchId ?? null}::uuid is null or p.batch_id = ${batchId ?? null}))`)
  const found = await turnSorted(turning, newestFirst, {
    count: async () =>
      (await rows.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow()).total,
    read: ({ where, order, place, limit, offset }) =>
      rows
        .selectAll('g')
        .select(place.as('rowPlace'))
        .where(where)
        .orderBy(order)
        .limit(limit)
        .offset(offset)
        .execute(),
  })
  return { findings: await withItems(tx, found.rows), total: found.total, placed: found.placed }
}

const findingRows = (column: 'serviceId' | 'activityId') =>
  builtOnce((tx, { id }: { readonly id: string }) => {
    const mine = tx.selectFrom('evidence').select('id').where(column, '=', id)
    return tx
      .selectFrom('findings as g')
      .where(bothStand)
      .selectAll('g')
      .where((eb) =>
        eb.or([
          eb('g.evidenceId', 'in', mine),
          eb('g.otherEvidenceId', 'in', mine),
          ...(column === 'serviceId'
            ? [eb('g.confirmationId', 'in', tx.selectFrom('confirmations').select('id').where('serviceId', '=', id))]
            : []),
        ]),
      )
      .orderBy('g.raisedAt', 'desc')
      .orderBy('g.id', 'desc')
  })
const aboutService = findingRows('serviceId')
const aboutActivity = findingRows('activityId')

/** Findings about any paper of one service or activity. */
export async function findingsOf(tx: Tx, of: Line): Promise<FindingView[]> {
  const found = await ('serviceId' in of
    ? aboutService(tx, { id: of.serviceId })
    : aboutActivity(tx, { id: of.activityId }))
  return withItems(tx, found)
}

type FindingRow = {
  id: string
  kind: (typeof findingKinds)[number]
  raisedAt: Date
  evidenceId: string | null
  otherEvidenceId: string | null
  confirmationId: string | null
}

/** Row security decides which of the two sides the reader is shown. */
async function withItems(tx: Tx, found: readonly FindingRow[]): Promise<FindingView[]> {
  const ids = found.flatMap(({ evidenceId, otherEvidenceId }) =>
    [evidenceId, otherEvidenceId].filter((one) => one !== null),
  )
  const items = await itemsOf(tx, [...new Set(ids)])
  const answers = await answersOf(tx, [...new Set(found.flatMap(({ confirmationId }) => confirmationId ?? []))])
  return found.map(({ id, kind, raisedAt, evidenceId, otherEvidenceId, confirmationId }) => ({
    findingId: id,
    kind,
    raisedAt: raisedAt.toISOString(),
    item: (evidenceId !== null && items.get(evidenceId)) || null,
    hasOther: otherEvidenceId !== null,
    other: (otherEvidenceId !== null && items.get(otherEvidenceId)) || null,
    answer: (confirmationId !== null && answers.get(confirmationId)) || null,
  }))
}

async function itemsOf(tx: Tx, ids: readonly string[]): Promise<Map<string, NonNullable<FindingItem>>> {
  if (ids.length === 0) return new Map()
  const rows = await evidenceRows(tx)
    .leftJoin('services as s', 's.id', 'e.serviceId')
    .leftJoin('pilotEnterprises as n', 'n.id', 's.enterpriseId')
    .leftJoin('activities as v', 'v.id', 'e.activityId')
    .leftJoin('visits as w', 'w.id', 'e.visitId')
    .innerJoin('pilots as p', (join) =>
      join.on(sql<boolean>`p.id = case when s.id is null then v.pilot_id else s.pilot_id end`),
    )
    .innerJoin('units as u', 'u.id', 'p.parkId')
    .select([
      sql<string>`coalesce(s.no, v.title)`.as('title'),
      'n.name as enterpriseName',
      'u.name as parkName',
      sql<string | null>`coalesce(w.visited_on, v.held_on)`.as('day'),
    ])
    .where('e.id', 'in', [...ids])
    .execute()
  return new Map(
    rows.map((row) => [
      row.evidenceId,
      {
        evidence: viewOf(row),
        subject: row.serviceId ? 'service' : 'activity',
        subjectId: row.serviceId ?? (row.activityId as string),
        title: row.title,
        enterpriseName: row.enterpriseName,
        parkName: row.parkName,
        day: row.day,
      },
    ]),
  )
}
