export { type FilingRow, insertFiling, lastFilings } from './store.ts'
export { unfiledDisbursements } from './views.ts'
