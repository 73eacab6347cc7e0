import { upload } from '../../../platform/command.ts'
import * as contract from './contract.ts'
import * as files from './store.ts'
import { shownFile } from './views.ts'

export const uploadFile = upload(contract.uploadFile, async ({ upload }, { tx, actor, now, newId, record }) => {
  const { hash, size, found } = upload
  const usedBefore = await files.bytesUsed(tx, hash)
  const file: files.NewFile = {
    id: newId(),
    hash,
    size,
    mediaType: found.mediaType,
    name: found.name,
    capturedAt: found.image?.capturedAt ?? null,
    latitude: found.image?.latitude ?? null,
    longitude: found.image?.longitude ?? null,
    perceptualHash: found.image?.perceptualHash ?? null,
    uploadedBy: actor.accountId,
    uploadedAt: now,
    scope: actor.scope,
    bound: false,
  }
  await files.insertFile(tx, file)
  record('file.uploaded', { subject: file.id, scope: actor.scope, after: { name: file.name, hash, size } })
  return { ...shownFile({ ...file, damaged: false }), renamedFrom: found.renamedFrom, usedBefore }
})
