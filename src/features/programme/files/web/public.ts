export { type FieldFile, FileField } from './FileField.tsx'
export { FileLink, PhotoThumb } from './Files.tsx'
export { LicenceFields, needsLicence } from './LicenceFields.tsx'
export type { UploadedFile } from './upload.ts'
