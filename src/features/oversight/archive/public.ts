export { provenBy } from './contents.ts'
export { damagedFilesOf, usesOfFiles } from './pilot-files.ts'
