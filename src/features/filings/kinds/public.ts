export { openAtAdmission } from './open-at-admission.ts'
