import { courseRoutes } from '../course/public.ts'
import { paperRoutes } from '../papers/public.ts'
import { tableRoutes } from '../tables/public.ts'
import { kinds, papers } from './registry.ts'

export const filingRoutes = [...courseRoutes(kinds), ...tableRoutes(kinds), ...paperRoutes(papers)]
