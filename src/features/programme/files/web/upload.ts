import { isLocal, newLocalId } from '../../../../ui/local-file.ts'
import { fileOf, putFile } from '../../../../ui/outbox-store.ts'
import { type FileSending, postFile, sendTo } from '../../../../ui/send-file.ts'
import * as contract from '../contract.ts'

/** What the server found in an uploaded file. `capturedAt` and `place` come from the photo's EXIF. */
export type UploadedFile = contract.UploadedView

/** Sends one file to POST /api/files as a raw body. Throws `ApiError`. */
export function uploadFile(file: File, options: FileSending = {}): Promise<UploadedFile> {
  return sendTo(contract.uploadFile, {}, { name: file.name, content: file }, options)
}

/** Keeps a file on this device until there is a line; throws where the device keeps nothing. */
export async function keepFile(file: File, accountId: string): Promise<UploadedFile> {
  const id = newLocalId()
  // The bytes themselves: a photo that its app takes away again would be lost.
  const content = new Blob([await file.arrayBuffer()])
  await putFile({ id, accountId, name: file.name, content, to: contract.uploadFile.path, key: id, fileId: null })
  const unknown = { hash: '', mediaType: file.type, capturedAt: null, place: null, damaged: false }
  return { fileId: id, name: file.name, size: file.size, renamedFrom: null, usedBefore: false, ...unknown }
}

/** The same file as the server knows it. Throws `ApiError`; null where it is not on this device any more. */
export async function sendKept(fileId: string, accountId: string): Promise<UploadedFile | null> {
  const kept = isLocal(fileId) ? await fileOf(fileId, accountId) : undefined
  if (!kept || kept.fileId) return null
  const { to, content, name, key } = kept
  const sent = (await postFile(to, content, { name, key, account: accountId })) as UploadedFile
  // An act that was sent off meanwhile finds it by its id on this device.
  await putFile({ ...kept, content: new Blob(), fileId: sent.fileId })
  return sent
}

/** Files that are sent side by side; the others wait. */
const atOnce = 4

export async function aFewAtOnce<File>(files: readonly File[], send: (file: File) => Promise<void>): Promise<void> {
  const waiting = [...files]
  const sendNext = async () => {
    for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) await send(file)
  }
  await Promise.all(Array.from({ length: atOnce }, sendNext))
}
