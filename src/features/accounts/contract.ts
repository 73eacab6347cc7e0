import { z } from 'zod'
import { route } from '../../shared/route.ts'

const account = z.object({
  accountId: z.uuid(),
  name: z.string(),
  post: z.string(),
  bureau: z.enum(['economy', 'finance']).nullable(),
  unitId: z.uuid(),
  unitKind: z.string(),
  unitName: z.string(),
  scope: z.string(),
  /** The permissions of this post, for menus; each page asks again. */
  permissions: z.array(z.string()),
})
export type SignedIn = z.infer<typeof account>

export const signIn = route({
  method: 'POST',
  path: '/api/session',
  permission: 'public',
  summary: { zh: '登录', en: 'Sign in' },
  body: z.strictObject({ name: z.string().trim().min(1).max(60), password: z.string().min(1).max(200) }),
  reply: z.object({ account }),
})

export const whoAmI = route({
  method: 'GET',
  path: '/api/session',
  permission: 'public',
  summary: { zh: '当前登录人', en: 'Who is signed in' },
  reply: z.object({ account: account.nullable() }),
})

export const signOut = route({
  method: 'DELETE',
  path: '/api/session',
  permission: 'signed-in',
  summary: { zh: '退出登录', en: 'Sign out' },
  reply: z.object({}),
})

export const createAccount = route({
  method: 'POST',
  path: '/api/accounts',
  permission: 'account.manage',
  summary: { zh: '开设账号', en: 'Create an account' },
  body: z.strictObject({
    unitId: z.uuid(),
    name: z.string().trim().min(2).max(60),
    post: z.string(),
    /** At least 8 characters from three of four classes. */
    password: z.string().min(8).max(200),
  }),
  reply: z.object({ accountId: z.uuid() }),
})
