export { bringOfficers } from './bring-officers.ts'
export { parkPhone, type RecordedOfficer } from './store.ts'
