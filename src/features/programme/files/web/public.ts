export { FileField } from './FileField.tsx'
export { FileLink, PhotoThumb } from './Files.tsx'
export type { UploadedFile } from './upload.ts'
