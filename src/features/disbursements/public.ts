export { type FilingRow, lastFilings } from './store.ts'
