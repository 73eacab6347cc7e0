import { z } from 'zod'
import { keyInput, nameInput, nameSearch, secretInput } from '../../../shared/inputs.ts'
import { pageInputs, route, sortInput } from '../../../shared/route.ts'

export const createAccount = route({
  method: 'POST',
  path: '/api/accounts',
  permission: 'account.manage',
  summary: { zh: '开设账号', en: 'Create an account' },
  body: z.strictObject({
    unitId: z.uuid(),
    name: nameInput(60, 2),
    post: keyInput(60),
    /** At least 8 characters from three of four classes. */
    password: secretInput(8),
  }),
  reply: z.object({ accountId: z.uuid() }),
})

const newPassword = secretInput(8)

export const changePassword = route({
  method: 'PUT',
  path: '/api/session/password',
  permission: 'signed-in',
  whileDue: true,
  summary: { zh: '修改本人密码', en: 'Change your own password' },
  /** `next`: at least 8 characters from three of four classes, no common one, none of the last five. Every other session of the account ends. */
  body: z.strictObject({ current: secretInput(1), next: newPassword }),
  reply: z.object({}),
})

const listedAccount = z.object({
  accountId: z.uuid(),
  name: z.string(),
  post: z.string(),
  unitName: z.string(),
  createdAt: z.string(),
  lockedUntil: z.string().nullable(),
  closedAt: z.string().nullable(),
})
export type ListedAccount = z.infer<typeof listedAccount>

export const listAccounts = route({
  method: 'GET',
  path: '/api/accounts',
  permission: 'account.manage',
  summary: { zh: '账号', en: 'Accounts' },
  search: z.strictObject({
    /** Part of the account's or of its unit's name. */
    q: nameSearch().optional(),
    sort: sortInput('name', 'unitName', 'post', 'state', 'createdAt'),
    ...pageInputs(),
  }),
  reply: z.object({ accounts: z.array(listedAccount), total: z.number() }),
})

const onAccount = z.strictObject({ accountId: z.uuid() })

export const resetPassword = route({
  method: 'PUT',
  path: '/api/accounts/:accountId/password',
  permission: 'account.manage',
  summary: { zh: '重置密码', en: 'Reset a password' },
  params: onAccount,
  body: z.strictObject({ password: newPassword }),
  reply: z.object({}),
})

export const closeAccount = route({
  method: 'PUT',
  path: '/api/accounts/:accountId/closed',
  permission: 'account.manage',
  summary: { zh: '停用或启用账号', en: 'Close or re-open an account' },
  params: onAccount,
  body: z.strictObject({ closed: z.boolean() }),
  reply: z.object({}),
})
