import { sql } from 'kysely'
import type { z } from 'zod'
import type { Tx } from '../../../platform/database/connect.ts'
import type { ObligationRule } from '../../../policy/editions/edition-rules.ts'
import { isPost, type Post, posts } from '../../../policy/people/roles.ts'
import { shownFile } from '../../programme/files/public.ts'
import type { evaluationShape } from './contract.ts'
import { filesOf } from './parts-views.ts'
import type { EvaluationRow } from './store.ts'

type View = z.input<typeof evaluationShape>['siteChecks'][number]

/** The authority that holds an evaluation. */
export function levelOf({ of }: ObligationRule): 'county' | 'province' {
  return of === 'province' ? 'province' : 'county'
}

export type NewSiteCheck = {
  readonly evaluationId: string
  readonly no: number
  readonly checkedOn: string
  readonly posts: readonly Post[]
  readonly findings: readonly Pick<View['findings'][number], 'item' | 'verdict' | 'remark'>[]
  readonly fileIds: readonly string[]
  readonly recordedBy: string
  readonly recordedAt: Date
  readonly scope: string
}

export async function insertSiteCheck(tx: Tx, { findings, fileIds, ...check }: NewSiteCheck): Promise<void> {
  const { evaluationId, no: checkNo, scope } = check
  await tx
    .insertInto('evaluationSiteChecks')
    .values({ ...check, posts: [...check.posts] })
    .execute()
  const of = { evaluationId, checkNo, scope }
  await tx
    .insertInto('evaluationCheckFindings')
    .values(findings.map((one) => ({ ...one, ...of })))
    .execute()
  if (fileIds.length === 0) return
  await tx
    .insertInto('evaluationCheckFiles')
    .values(fileIds.map((fileId) => ({ fileId, ...of })))
    .execute()
}

/** How many checks there are of an evaluation. */
export async function countSiteChecks(tx: Tx, evaluationId: string): Promise<number> {
  const { n } = await tx
    .selectFrom('evaluationSiteChecks')
    .select(sql<number>`count(*)::int`.as('n'))
    .where('evaluationId', '=', evaluationId)
    .executeTakeFirstOrThrow()
  return n
}

/** Checks on site, the newest first. */
export async function siteChecksOf(tx: Tx, { id, form }: Pick<EvaluationRow, 'id' | 'form'>): Promise<View[]> {
  const checks = await tx
    .selectFrom('evaluationSiteChecks as k')
    .innerJoin('accounts as a', 'a.id', 'k.recordedBy')
    .select(['k.no', 'k.checkedOn', 'k.posts', 'k.recordedAt', 'a.name as recordedBy'])
    .where('k.evaluationId', '=', id)
    .orderBy('k.no', 'desc')
    .execute()
  if (checks.length === 0) return []
  const findings = await tx
    .selectFrom('evaluationCheckFindings')
    .select(['checkNo', 'item', 'verdict', 'remark'])
    .where('evaluationId', '=', id)
    .execute()
  const bound = await tx
    .selectFrom('evaluationCheckFiles')
    .select(['checkNo', 'fileId'])
    .where('evaluationId', '=', id)
    .orderBy('fileId')
    .execute()
  const files = await shownFiles(tx, bound)
  const items = form.parts.flatMap((part) => part.items)
  return checks.map(({ recordedAt, posts: there, ...check }) => ({
    ...check,
    posts: there.flatMap((post) => (isPost(post) ? [{ zh: posts[post].zh, en: posts[post].en }] : [])),
    findings: items.flatMap(({ id: item, zh, en }) =>
      findings.flatMap(({ checkNo, ...one }) =>
        checkNo === check.no && one.item === item ? [{ ...one, itemName: { zh, en } }] : [],
      ),
    ),
    files: files.get(check.no) ?? [],
    recordedAt: recordedAt.toISOString(),
  }))
}

async function shownFiles(tx: Tx, bound: readonly { readonly checkNo: number; readonly fileId: string }[]) {
  const known = await filesOf(
    tx,
    bound.map(({ fileId }) => fileId),
  )
  const shown = bound.flatMap(({ checkNo, fileId }) => {
    const file = known.get(fileId)
    return file ? [{ checkNo, file: shownFile(file) }] : []
  })
  return new Map(
    [...Map.groupBy(shown, ({ checkNo }) => checkNo)].map(([no, own]) => [no, own.map(({ file }) => file)]),
  )
}
