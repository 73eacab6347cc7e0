import type { Tx } from '../../../platform/database/connect.ts'
import { invalid } from '../../../platform/errors.ts'
import type { Clause } from '../../../policy/guide/clauses.ts'
import { refusals, refuse } from '../../../policy/guide/refuse.ts'
import { copyFiles, type FileRow, fileById, moveFile, moveFiles } from './store.ts'

export { paperUse } from './money-papers.ts'
export type { FileRow } from './store.ts'
export { fileById, isDamaged, unboundUploads } from './store.ts'
export { shownFile } from './views.ts'

const noSuchFile = refusals['common.no-such-file']
const usedFile = refusals['common.file-used']

/**
 * Binds an uploaded file to a record: whoever sees the record (`scope`) sees the file from now on.
 * @throws HttpError 422 naming `field` when there is no such file, or it proves something else already.
 */
export async function bindFile(tx: Tx, fileId: string, scope: string, field: string): Promise<FileRow> {
  const file = await requireUnbound(tx, fileId, field)
  if (!(await moveFile(tx, fileId, scope))) throw invalid([{ field, ...usedFile }])
  return file
}

/**
 * Binds many uploads to records, as `bindFile`; one that proves several is kept once for each of them.
 * @returns the id that each record refers to, in their order. @throws HttpError 422 when one was bound in the same moment.
 */
export async function bindFiles(
  tx: Tx,
  records: readonly { readonly fileId: string; readonly scope: string }[],
  { newId, field }: { readonly newId: () => string; readonly field: string },
): Promise<string[]> {
  const bound = new Set<string>()
  const kept = records.map(({ fileId: of, scope }) => {
    const id = bound.has(of) ? newId() : of
    bound.add(of)
    return { id, of, scope }
  })
  const originals = kept.filter(({ id, of }) => id === of)
  if ((await moveFiles(tx, originals)) !== originals.length) throw invalid([{ field, ...usedFile }])
  const copies = kept.filter(({ id, of }) => id !== of)
  if (copies.length > 0) await copyFiles(tx, copies)
  return kept.map(({ id }) => id)
}

/** What keeps `bindFile` from a file, as an answer to be told with all else that is wrong. */
export async function checkUnbound(tx: Tx, fileId: string, clause: Clause | null, field: string) {
  const file = await fileById(tx, fileId)
  if (!file) return refuse('common.no-such-file', clause, {}, field)
  return file.bound ? refuse('common.file-used', clause, {}, field) : null
}

/** An upload that proves nothing yet, for what is bound to it later. @throws HttpError 422 as `bindFile` */
export async function requireUnbound(tx: Tx, fileId: string, field: string): Promise<FileRow> {
  const file = await fileById(tx, fileId)
  if (!file) throw invalid([{ field, ...noSuchFile }])
  if (file.bound) throw invalid([{ field, ...usedFile }])
  return file
}

/**
 * Keeps an uploaded file with a record that may be saved again and again; a file kept already stays where it is.
 * @throws HttpError 422 naming `field` when there is no such file.
 */
export async function keepFile(tx: Tx, fileId: string, scope: string, field: string): Promise<void> {
  const file = await fileById(tx, fileId)
  if (!file) throw invalid([{ field, ...noSuchFile }])
  if (!file.bound) await moveFile(tx, fileId, scope)
}
