import { z } from 'zod'
import { route } from '../../../shared/route.ts'

export const downloadArchive = route({
  method: 'GET',
  path: '/api/pilots/:pilotId/archive',
  permission: 'archive.view',
  summary: { zh: '试点归档包', en: 'Archive of a closed pilot' },
  params: z.strictObject({ pilotId: z.uuid() }),
  download: true,
})
