import type { Tx } from '../../../platform/database/connect.ts'
import { newestBatchFirst } from '../../../platform/database/ordered.ts'
import { type Edition, editionOf } from '../../../policy/editions/edition.ts'
import type { ObligationId } from '../../../policy/editions/edition-rules.ts'
import type { Text } from '../../../shared/words.ts'

export type Batch = {
  readonly batchId: string
  readonly name: string
  readonly firstYear: number
  readonly edition: Edition
}

/** The newest first. */
export async function allBatches(tx: Tx): Promise<Batch[]> {
  const rows = await tx
    .selectFrom('batches as b')
    .select(['b.id as batchId', 'b.name', 'b.firstYear', 'b.edition'])
    .where('b.standing', '=', false)
    .orderBy(newestBatchFirst)
    .execute()
  return rows.map((row) => ({ ...row, edition: editionOf(row.edition) }))
}

/** What the filters offer: every batch, and every kind of duty by what the batches shown call it. */
export function choices(
  batches: readonly Batch[],
  batchId: string | undefined,
): {
  batches: { batchId: string; name: string }[]
  kinds: { kind: string; title: Text }[]
} {
  const narrowed = batches.filter((batch) => batchId === undefined || batch.batchId === batchId)
  const names = new Map<string, Text[]>()
  for (const { id, zh, en } of narrowed.flatMap(({ edition }) => edition.obligations)) {
    const known = names.get(id) ?? []
    names.set(id, known.some((one) => one.zh === zh) ? known : [...known, { zh, en }])
  }
  const all = (texts: readonly Text[]): Text => ({
    zh: texts.map((one) => one.zh).join('、'),
    en: texts.map((one) => one.en).join(', '),
  })
  return {
    batches: batches.map(({ batchId: id, name }) => ({ batchId: id, name })),
    kinds: [...names].map(([kind, texts]) => ({ kind, title: all(texts) })),
  }
}

/** What a reader asked for of one kind, by the names of the read model. A kind that no edition knows finds nothing. */
export function narrowedTo<T extends { readonly kind?: string | undefined }>({
  kind,
  ...rest
}: T): Omit<T, 'kind'> & { kinds: ObligationId[] | undefined } {
  return { ...rest, kinds: kind === undefined ? undefined : [kind as ObligationId] }
}
