import { z } from 'zod'
import { abilities, route } from '../../../shared/route.ts'

const onPark = z.strictObject({ parkId: z.uuid() })

/** Whether a park serves without a pilot, and whether it may begin. */
export const showStanding = route({
  method: 'GET',
  path: '/api/parks/:parkId/standing-service',
  permission: 'pilot.view',
  summary: { zh: '常态化服务', en: 'Standing service' },
  params: onPark,
  reply: z.object({
    /** Where its services are kept; null where it has not begun. */
    pilotId: z.uuid().nullable(),
    actions: abilities('open'),
  }),
})

/** A park goes on serving after its pilot, by the enterprises, agencies and products of its plan (G6.1). */
export const openStanding = route({
  method: 'POST',
  path: '/api/parks/:parkId/standing-service',
  permission: 'standing.open',
  summary: { zh: '开展常态化服务', en: 'Go on serving without a pilot' },
  params: onPark,
  reply: z.object({ pilotId: z.uuid() }),
})
