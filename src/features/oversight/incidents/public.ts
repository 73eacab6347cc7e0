export { openIncidents } from './store.ts'
export { nextDueAt } from './views.ts'
