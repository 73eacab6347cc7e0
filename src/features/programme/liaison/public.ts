export { bringOfficers } from './bring-officers.ts'
export type { RecordedOfficer } from './store.ts'
