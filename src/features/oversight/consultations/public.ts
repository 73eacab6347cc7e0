export { openDecisions } from './views.ts'
