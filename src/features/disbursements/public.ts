export { type FilingRow, lastFilings } from './store.ts'
export { unfiledDisbursements } from './views.ts'
