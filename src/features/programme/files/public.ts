import type { Tx } from '../../../platform/database/connect.ts'
import { invalid } from '../../../platform/errors.ts'
import { type FileRow, fileById, moveFile } from './store.ts'

export { paperUse } from './money-papers.ts'
export type { FileRow } from './store.ts'
export { fileById } from './store.ts'
export { shownFile } from './views.ts'

const noSuchFile = { zh: '没有找到该文件，请重新上传', en: 'No such file; please upload it again' }
const usedFile = { zh: '该文件已用于其他记录，请另行上传', en: 'This file belongs to another record; upload it anew' }

/**
 * Binds an uploaded file to a record: whoever sees the record (`scope`) sees the file from now on.
 * @throws HttpError 422 naming `field` when there is no such file, or it proves something else already.
 */
export async function bindFile(tx: Tx, fileId: string, scope: string, field: string): Promise<FileRow> {
  const file = await requireUnbound(tx, fileId, field)
  if (!(await moveFile(tx, fileId, scope))) throw invalid([{ field, ...usedFile }])
  return file
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
