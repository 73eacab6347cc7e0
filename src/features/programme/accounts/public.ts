export { waitingRequests } from './request-store.ts'
