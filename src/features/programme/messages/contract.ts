import { z } from 'zod'
import { keyInput } from '../../../shared/inputs.ts'
import { route } from '../../../shared/route.ts'

/** Only where telephones are simulated; elsewhere there is no such address. */
export const listSimulated = route({
  method: 'GET',
  path: '/api/simulated-messages',
  permission: 'public',
  summary: { zh: '模拟手机收到的消息', en: 'Messages to the simulated telephones' },
  search: z.strictObject({
    /** One telephone. */
    to: keyInput(20).optional(),
  }),
  reply: z.object({
    messages: z.array(
      z.object({ channel: z.enum(['sms', 'dingtalk']), to: z.string(), text: z.string(), at: z.string() }),
    ),
  }),
})
