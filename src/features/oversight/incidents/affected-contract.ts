import { z } from 'zod'
import { minuteInput } from '../../../shared/inputs.ts'
import { route } from '../../../shared/route.ts'

const onIncident = z.strictObject({ incidentId: z.uuid() })
const text = z.object({ zh: z.string(), en: z.string() })

/** Minutes of the clock; left out: from its occurrence, or a day before it was noticed, until its end or now. */
const range = {
  from: minuteInput().optional(),
  to: minuteInput().optional(),
  accountId: z.uuid().optional(),
}

const figures = {
  events: z.number(),
  /** Records and files that were acted upon, each counted once. */
  records: z.number(),
  files: z.number(),
  firstAt: z.string().nullable(),
  lastAt: z.string().nullable(),
}
const byKind = z.object({ kind: z.string(), ...figures })
const byAccount = z.object({
  /** Null for what nobody signed in for. */
  accountId: z.uuid().nullable(),
  accountName: z.string().nullable(),
  post: text.nullable(),
  unitName: z.string().nullable(),
  ...figures,
})
export type AffectedKind = z.infer<typeof byKind>
export type AffectedAccount = z.infer<typeof byAccount>

export const showAffected = route({
  method: 'GET',
  path: '/api/incidents/:incidentId/affected',
  permission: 'incident.view',
  summary: { zh: '受影响的操作和记录', en: 'What was acted upon between two moments, from the trail' },
  params: onIncident,
  search: z.strictObject(range),
  reply: z.object({
    from: z.string(),
    to: z.string(),
    ...figures,
    kinds: z.array(byKind),
    accounts: z.array(byAccount),
  }),
})
export type AffectedView = z.infer<typeof showAffected.reply>

export const exportAffected = route({
  method: 'GET',
  path: '/api/incidents/:incidentId/affected.csv',
  permission: 'incident.view',
  summary: { zh: '导出受影响的操作和记录（CSV）', en: 'The same as CSV' },
  params: onIncident,
  search: z.strictObject({ ...range, language: z.enum(['zh', 'en']).default('zh') }),
  download: true,
})
