export { actedBy } from './acted-by.ts'
