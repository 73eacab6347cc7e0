import { type Asking, type Download, download, query } from '../../../platform/command.ts'
import { notFound } from '../../../platform/errors.ts'
import { previewMediaType } from '../../../platform/files/preview.ts'
import * as contract from './contract.ts'
import { type FileRow, fileById } from './store.ts'
import { uploadFile } from './upload-file.ts'
import { shownFile } from './views.ts'

async function required(tx: Asking['tx'], fileId: string): Promise<FileRow> {
  const file = await fileById(tx, fileId)
  if (!file) throw notFound({ zh: '文件', en: 'file' })
  return file
}

export const evidenceRoutes = [
  uploadFile,
  query(contract.showFile, async ({ params }, { tx }) => shownFile(await required(tx, params.fileId))),
  download(contract.downloadFile, async ({ params }, { tx, files }): Promise<Download> => {
    const { name, hash, mediaType } = await required(tx, params.fileId)
    const inline = mediaType.startsWith('image/') || mediaType === 'application/pdf'
    return { fileName: name, mediaType, content: files.open(hash), inline }
  }),
  download(contract.previewFile, async ({ params }, { tx, previews }): Promise<Download> => {
    const { name, hash, mediaType } = await required(tx, params.fileId)
    if (!mediaType.startsWith('image/')) throw notFound({ zh: '预览', en: 'preview' })
    return { fileName: `${name}.webp`, mediaType: previewMediaType, content: await previews.of(hash), inline: true }
  }),
]
