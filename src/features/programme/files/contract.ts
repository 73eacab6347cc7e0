import { z } from 'zod'
import { route } from '../../../shared/route.ts'

export const maxFileBytes = 50 * 1_048_576

export const fileShape = z.object({
  fileId: z.uuid(),
  name: z.string(),
  /** Bytes. */
  size: z.number(),
  hash: z.string(),
  mediaType: z.string(),
  /** From the photo itself; null where it says nothing. */
  capturedAt: z.string().nullable(),
  place: z.object({ latitude: z.number(), longitude: z.number() }).nullable(),
  /** Its bytes were found changed or missing: it cannot be opened. */
  damaged: z.boolean(),
})
export type FileView = z.infer<typeof fileShape>

/** A file as it was taken in. */
export const uploadedShape = fileShape.extend({
  /** Its name as sent, where the content is of another kind than its extension said; null where it kept its name. */
  renamedFrom: z.string().nullable(),
  /** Whether the same bytes prove something already, anywhere in the province. */
  usedBefore: z.boolean(),
})

export type UploadedView = z.infer<typeof uploadedShape>

export const uploadFile = route({
  method: 'POST',
  path: '/api/files',
  permission: 'file.upload',
  summary: { zh: '上传文件', en: 'Upload a file' },
  upload: { maxBytes: maxFileBytes, kept: true },
  reply: uploadedShape,
})

/** `files`: the first 200 of `total`. */
export const listDamagedFiles = route({
  method: 'GET',
  path: '/api/files/damaged',
  permission: 'file.check',
  summary: { zh: '损坏的文件', en: 'Damaged files' },
  reply: z.object({
    total: z.number(),
    files: z.array(
      z.object({
        fileId: z.uuid(),
        name: z.string(),
        hash: z.string(),
        /** Bytes. */
        size: z.number(),
        uploadedBy: z.string(),
        uploadedAt: z.string(),
        state: z.enum(['changed', 'missing']),
        damagedSince: z.string(),
      }),
    ),
  }),
})

/** How much room the files of each unit take; the 200 units that take most, of `total`. */
export const listStorage = route({
  method: 'GET',
  path: '/api/files/storage',
  permission: 'file.check',
  summary: { zh: '各单位文件占用空间', en: 'Room that each unit’s files take' },
  reply: z.object({
    /** Bytes that one unit's files may take. */
    room: z.number(),
    total: z.number(),
    units: z.array(
      z.object({
        unitId: z.uuid(),
        name: z.string(),
        /** Bytes. */
        bytes: z.number(),
      }),
    ),
  }),
})

export const showFile = route({
  method: 'GET',
  path: '/api/files/:fileId',
  permission: 'file.view',
  bySeat: true,
  summary: { zh: '文件说明', en: 'About a file' },
  params: z.strictObject({ fileId: z.uuid() }),
  reply: fileShape,
})

export const downloadFile = route({
  method: 'GET',
  path: '/api/files/:fileId/content',
  permission: 'file.view',
  bySeat: true,
  summary: { zh: '文件内容', en: 'The file itself' },
  params: z.strictObject({ fileId: z.uuid() }),
  download: true,
})

export const viewFile = route({
  method: 'GET',
  path: '/api/files/:fileId/view',
  permission: 'file.view',
  bySeat: true,
  summary: {
    zh: '在浏览器中查看：浏览器无法显示的照片给出副本，其余为原件',
    en: 'To look at: a copy of a photo that no browser shows, else the file itself',
  },
  params: z.strictObject({ fileId: z.uuid() }),
  download: true,
})

export const previewFile = route({
  method: 'GET',
  path: '/api/files/:fileId/preview',
  permission: 'file.view',
  bySeat: true,
  summary: { zh: '照片预览', en: 'A small picture of a photo' },
  params: z.strictObject({ fileId: z.uuid() }),
  download: true,
  picture: true,
})

/** A file's id in a form; empty while none was chosen, which the rule of the act refuses together with all else. */
export const fileOrNone = z.union([z.uuid(), z.literal('')])
