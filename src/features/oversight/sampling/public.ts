export { waitingPlans } from './store.ts'
