import { papersOfFiling } from '../papers/public.ts'
import { papers } from './registry.ts'

export { openAtAdmission } from './open-at-admission.ts'
export const filingPaper = papersOfFiling(papers)
