export { recordsOf } from './facts.ts'
