export { filingNumberTaken, insertFiling, type LastFiling, lastFilings } from './store.ts'
export { unfiledDisbursements } from './views.ts'
