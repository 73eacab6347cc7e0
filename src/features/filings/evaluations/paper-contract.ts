import { z } from 'zod'
import { route } from '../../../shared/route.ts'
import { evaluationId } from './contract.ts'

export const evaluationWord = route({
  method: 'GET',
  path: '/api/evaluations/:evaluationId/paper.docx',
  permission: 'evaluation.view',
  summary: { zh: '下载绩效评价（Word）', en: 'An evaluation as Word' },
  params: evaluationId,
  search: z.strictObject({ language: z.enum(['zh', 'en']).default('zh') }),
  download: true,
})
