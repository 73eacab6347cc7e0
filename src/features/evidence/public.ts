import type { Tx } from '../../platform/database/connect.ts'
import { invalid } from '../../platform/errors.ts'
import { type FileRow, fileById, moveFile } from './store.ts'

export type { FileRow } from './store.ts'
export { fileById } from './store.ts'

/**
 * Binds an uploaded file to a record: whoever sees the record (`scope`) sees the file from now on.
 * @throws HttpError 422 naming `field` when there is no such file, or it proves something else already.
 */
export async function bindFile(tx: Tx, fileId: string, scope: string, field: string): Promise<FileRow> {
  const file = await fileById(tx, fileId)
  if (!file) throw invalid([{ field, zh: '没有找到该文件,请重新上传', en: 'No such file; please upload it again' }])
  if (file.bound) {
    throw invalid([{ field, zh: '该文件已用于其他记录,请另行上传', en: 'This file belongs to another record; upload it anew' }])
  }
  await moveFile(tx, fileId, scope)
  return file
}
