export { damagedFilesOf } from './pilot-files.ts'
