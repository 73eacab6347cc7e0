import { z } from 'zod'
import { accountActList } from '../../../policy/people/account-requests.ts'
import { proseInput } from '../../../shared/inputs.ts'
import { route } from '../../../shared/route.ts'

const onAccount = z.strictObject({ accountId: z.uuid() })

/** What waits for the security administrator about an account. */
export const waitingRequest = z.object({
  act: z.enum(accountActList),
  preparedBy: z.string(),
  preparedAt: z.string(),
})

/** Of an account that two administrators open: that a closed one is opened again, or its password reset. */
export const askForAccount = route({
  method: 'POST',
  path: '/api/accounts/:accountId/requests',
  permission: 'account.manage',
  summary: { zh: '提交账号审批', en: 'Ask for what two administrators do to an account' },
  params: onAccount,
  body: z.strictObject({ act: z.enum(['reopen', 'reset']) }),
  reply: z.object({}),
})

/** About what waits. `reason`: needed where it is sent back. */
export const decideAccount = route({
  method: 'POST',
  path: '/api/accounts/:accountId/decisions',
  permission: 'account.close',
  summary: { zh: '审批账号', en: 'Approve or send back what was prepared for an account' },
  params: onAccount,
  body: z.strictObject({ approved: z.boolean(), reason: proseInput(500) }),
  reply: z.object({}),
})
