export { contactById, standingContact } from './store.ts'
