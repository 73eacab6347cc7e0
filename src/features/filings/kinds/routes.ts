import { anyAct } from '../../programme/signing/public.ts'
import { courseRoutes, recording } from '../course/public.ts'
import { paperRoutes } from '../papers/public.ts'
import { tableRoutes } from '../tables/public.ts'
import { kinds, papers } from './registry.ts'

/** Acts that another person may have to sign. */
export const filingActs = [anyAct(recording(kinds))]

export const filingRoutes = [...courseRoutes(kinds), ...tableRoutes(kinds), ...paperRoutes(papers)]
