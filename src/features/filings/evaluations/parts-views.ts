import type { z } from 'zod'
import type { Tx } from '../../../platform/database/connect.ts'
import { type FileRow, fileById, shownFile } from '../../programme/files/public.ts'
import type { Given } from './columns.ts'
import type { evaluationShape } from './contract.ts'
import type { EvaluationRow } from './store.ts'

type View = z.input<typeof evaluationShape>

/** Files by their id. */
export async function filesOf(tx: Tx, ids: readonly string[]): Promise<Map<string, FileRow>> {
  const files = new Map<string, FileRow>()
  for (const id of new Set(ids)) {
    const file = await fileById(tx, id)
    if (file) files.set(id, file)
  }
  return files
}

/** What the park objected to, in its order, with the answers. */
export async function objectionsOf(tx: Tx, { id, form }: EvaluationRow): Promise<View['objections']> {
  const rows = await tx
    .selectFrom('evaluationObjections as o')
    .innerJoin('accounts as f', 'f.id', 'o.filedBy')
    .leftJoin('accounts as a', 'a.id', 'o.answeredBy')
    .select(['o.id', 'o.no', 'o.item', 'o.reason', 'o.fileId', 'o.filedAt', 'o.verdict', 'o.answer', 'o.answeredAt'])
    .select(['f.name as filedBy', 'a.name as answeredBy'])
    .where('o.evaluationId', '=', id)
    .orderBy('o.no')
    .execute()
  const files = await filesOf(
    tx,
    rows.flatMap(({ fileId }) => fileId ?? []),
  )
  const items = form.parts.flatMap((part) => part.items)
  return rows.map(({ id: objectionId, fileId, item, filedAt, answeredAt, ...row }) => {
    const rule = items.find((one) => one.id === item)
    const file = fileId ? files.get(fileId) : undefined
    return {
      ...row,
      objectionId,
      item,
      itemName: { zh: rule?.zh ?? item, en: rule?.en ?? item },
      file: file ? shownFile(file) : null,
      filedAt: filedAt.toISOString(),
      answeredAt: answeredAt?.toISOString() ?? null,
    }
  })
}

/** Who has a seat, and how far they are. */
export async function seatsOf(tx: Tx, evaluationId: string, given: Given): Promise<View['seats']> {
  const rows = await tx
    .selectFrom('evaluationSeats as s')
    .innerJoin('accounts as a', 'a.id', 's.accountId')
    .leftJoin('accounts as t', 't.id', 's.takenBackBy')
    .select(['s.accountId', 'a.name', 's.employer', 's.openFrom as from', 's.openTo as to'])
    .select(['s.declared', 's.declaredReason', 's.takenBackAt', 's.takenBackReason', 't.name as takenBackBy'])
    .where('s.evaluationId', '=', evaluationId)
    .orderBy('s.namedAt')
    .execute()
  return rows.map(({ takenBackAt: at, takenBackReason: reason, takenBackBy: by, ...row }) => ({
    ...row,
    scored: given.experts.get(row.accountId)?.size ?? 0,
    takenBack: at && { reason, at: at.toISOString(), by: by ?? '' },
  }))
}

/** Reports of rectification, the newest first. */
export async function rectificationsOf(tx: Tx, evaluationId: string): Promise<View['rectifications']> {
  const rows = await tx
    .selectFrom('rectifications as r')
    .innerJoin('accounts as s', 's.id', 'r.submittedBy')
    .leftJoin('accounts as d', 'd.id', 'r.decidedBy')
    .select(['r.id', 'r.report', 'r.fileId', 'r.submittedAt', 'r.state', 'r.decisionReason'])
    .select(['s.name as submittedBy', 'd.name as decidedBy'])
    .where('r.evaluationId', '=', evaluationId)
    .orderBy('r.no', 'desc')
    .execute()
  const files = await filesOf(
    tx,
    rows.map(({ fileId }) => fileId),
  )
  return rows.flatMap(({ id: rectificationId, fileId, submittedAt, ...row }) => {
    const file = files.get(fileId)
    if (!file) return []
    return [{ ...row, rectificationId, file: shownFile(file), submittedAt: submittedAt.toISOString() }]
  })
}
