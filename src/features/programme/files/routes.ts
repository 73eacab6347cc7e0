import { type Asking, type Download, download, query } from '../../../platform/command.ts'
import { notFound } from '../../../platform/errors.ts'
import { isShownInline } from '../../../platform/files/kinds.ts'
import { mediaTypes } from '../../../platform/files/preview.ts'
import * as contract from './contract.ts'
import { damagedFiles, type FileRow, fileById, storageByUnit } from './store.ts'
import { uploadFile } from './upload-file.ts'
import { shownFile } from './views.ts'

async function required(tx: Asking['tx'], fileId: string): Promise<FileRow> {
  const file = await fileById(tx, fileId)
  if (!file) throw notFound({ zh: '文件', en: 'file' })
  return file
}

function isPicture({ mediaType }: FileRow): boolean {
  return mediaType.startsWith('image/')
}

function original({ name, hash, mediaType }: FileRow, files: Asking['files']): Download {
  return { fileName: name, mediaType, content: () => files.read(hash), inline: isShownInline(mediaType) }
}

export const evidenceRoutes = [
  uploadFile,
  query(contract.listDamagedFiles, async (_, { tx }) => {
    const found = await damagedFiles(tx, 200)
    return {
      total: found[0]?.total ?? 0,
      files: found.flatMap(({ state, damagedSince, uploadedAt, total, ...file }) =>
        state === 'intact' || damagedSince === null
          ? []
          : [{ ...file, state, uploadedAt: uploadedAt.toISOString(), damagedSince: damagedSince.toISOString() }],
      ),
    }
  }),
  query(contract.listStorage, async (_, { tx, roomOfUnit: room }) => {
    const found = await storageByUnit(tx, 200)
    return {
      room,
      total: found[0]?.total ?? 0,
      units: found.map(({ unitId, name, bytes }) => ({ unitId, name, bytes })),
    }
  }),
  query(contract.showFile, async ({ params }, { tx }) => shownFile(await required(tx, params.fileId))),
  download(contract.downloadFile, async ({ params }, { tx, files }) =>
    original(await required(tx, params.fileId), files),
  ),
  download(contract.viewFile, async ({ params }, { tx, files, previews }) => {
    const file = await required(tx, params.fileId)
    if (!isPicture(file)) return original(file, files)
    return async (): Promise<Download> => {
      if (!(await previews.hasCopy(file.hash))) return original(file, files)
      const content = () => previews.copyOf(file.hash)
      return { fileName: `${file.name}.jpg`, mediaType: mediaTypes.copy, content, inline: true }
    }
  }),
  download(contract.previewFile, async ({ params }, { tx, previews }): Promise<Download> => {
    const file = await required(tx, params.fileId)
    if (!isPicture(file)) throw notFound({ zh: '预览', en: 'preview' })
    const content = () => previews.of(file.hash)
    return { fileName: `${file.name}.webp`, mediaType: mediaTypes.preview, content, inline: true }
  }),
]
