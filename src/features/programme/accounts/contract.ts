import { z } from 'zod'
import { activationStates, mostLinksAtOnce } from '../../../policy/people/activation.ts'
import { keyInput, named, nameInput, nameSearch, secretInput } from '../../../shared/inputs.ts'
import { abilities, pageInputs, route, sortInput } from '../../../shared/route.ts'
import { waitingRequest } from './request-contract.ts'

export const createAccount = route({
  method: 'POST',
  path: '/api/accounts',
  permission: 'account.manage',
  summary: { zh: '开设账号', en: 'Create an account' },
  body: z.strictObject({
    unitId: z.uuid(),
    name: nameInput(60, 2),
    post: keyInput(60),
  }),
  /** `byTwo`: it waits for the security administrator. */
  reply: z.object({ accountId: z.uuid(), byTwo: z.boolean() }),
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
  /** Somebody has chosen a password for it. */
  activated: z.boolean(),
  /** What waits for the security administrator, and who prepared it. */
  request: waitingRequest.nullable(),
  /** The system administrator's, then the security administrator's. */
  actions: abilities('issue', 'ask-reset', 'ask-reopen', 'decide', 'close', 'reopen'),
})
export type ListedAccount = z.infer<typeof listedAccount>

export const listAccounts = route({
  method: 'GET',
  path: '/api/accounts',
  permission: 'account.view',
  summary: { zh: '账号', en: 'Accounts' },
  search: z.strictObject({
    /** Part of the account's or of its unit's name. */
    q: nameSearch().optional(),
    accountId: z.uuid().optional(),
    /** A slip can be made for it: open, without a password, and approved where two administrators open it. */
    waiting: z.literal('yes').optional(),
    /** Something waits for the security administrator. */
    asked: z.literal('yes').optional(),
    sort: sortInput('name', 'unitName', 'post', 'state', 'createdAt'),
    ...pageInputs(),
  }),
  reply: z.object({ accounts: z.array(listedAccount), total: z.number() }),
})

const onAccount = z.strictObject({ accountId: z.uuid() })

/** Links with which the persons of these accounts choose their passwords. Former links and passwords of theirs end. */
export const issueActivations = route({
  method: 'POST',
  path: '/api/accounts/activations',
  permission: 'account.manage',
  summary: { zh: '生成账号激活单', en: 'Make activation links' },
  body: z.strictObject({
    accountIds: named({ zh: '账号', en: 'Accounts' }, z.array(z.uuid()).min(1).max(mostLinksAtOnce)),
  }),
  secretReply: true,
  reply: z.object({
    slips: z.array(
      z.object({
        accountId: z.uuid(),
        name: z.string(),
        post: z.string(),
        unitName: z.string(),
        /** `/activate/<token>`; said this once and kept nowhere. */
        path: z.string(),
        expiresAt: z.string(),
      }),
    ),
  }),
})
export type ActivationSlip = z.infer<typeof issueActivations.reply>['slips'][number]

const onToken = z.strictObject({ token: keyInput(100, 1) })

export const showActivation = route({
  method: 'GET',
  path: '/api/activation/:token',
  permission: 'public',
  summary: { zh: '账号激活页', en: 'What an activation link opens' },
  params: onToken,
  reply: z.object({
    state: z.enum(activationStates),
    account: z.object({ name: z.string(), post: z.string(), unitName: z.string(), expiresAt: z.string() }).nullable(),
  }),
})

export const activateAccount = route({
  method: 'POST',
  path: '/api/activation/:token',
  permission: 'public',
  summary: { zh: '激活账号', en: 'Choose the password of an account' },
  params: onToken,
  /** As in changing a password. */
  body: z.strictObject({ password: newPassword }),
  reply: z.object({ name: z.string() }),
})

export const closeAccount = route({
  method: 'PUT',
  path: '/api/accounts/:accountId/closed',
  permission: 'account.close',
  summary: { zh: '停用或启用账号', en: 'Close or re-open an account' },
  params: onAccount,
  body: z.strictObject({ closed: z.boolean() }),
  reply: z.object({}),
})
