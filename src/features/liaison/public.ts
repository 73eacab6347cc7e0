export { bringOfficers } from './bring-officers.ts'
export { currentOfficers, type RecordedOfficer } from './store.ts'
