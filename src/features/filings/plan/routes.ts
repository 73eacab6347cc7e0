import { planTemplate } from './plan-template.ts'

export const planRoutes = [planTemplate]
