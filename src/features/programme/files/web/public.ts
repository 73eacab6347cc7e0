export { FileField } from './FileField.tsx'
export { FileLink, PhotoThumb } from './Files.tsx'
export { LicenceFields } from './LicenceFields.tsx'
export type { UploadedFile } from './upload.ts'
