import { type FileSending, sendTo } from '../../../../ui/send-file.ts'
import * as contract from '../contract.ts'

/** What the server found in an uploaded file. `capturedAt` and `place` come from the photo's EXIF. */
export type UploadedFile = contract.FileView

/** Sends one file to POST /api/files as a raw body. Throws `ApiError`. */
export function uploadFile(file: File, options: FileSending = {}): Promise<UploadedFile> {
  return sendTo(contract.uploadFile, {}, { name: file.name, content: file }, options)
}
