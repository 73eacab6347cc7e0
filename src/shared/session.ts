import { z } from 'zod'
import { secretInput, soughtName } from './inputs.ts'
import { route } from './route.ts'

const account = z.object({
  accountId: z.uuid(),
  name: z.string(),
  post: z.string(),
  bureau: z.enum(['economy', 'finance']).nullable(),
  unitId: z.uuid(),
  unitKind: z.string(),
  unitName: z.string(),
  scope: z.string(),
  /** What this session has to do before anything else; null where nothing is due. */
  due: z.enum(['password']).nullable(),
  /** The permissions of this post, for menus; each page asks again. */
  permissions: z.array(z.string()),
})
export type SignedIn = z.infer<typeof account>

const path = '/api/session'
/** For the sign-in page, which loads no shapes. */
export type SessionPath = typeof path

export const signIn = route({
  method: 'POST',
  path,
  permission: 'public',
  summary: { zh: '登录', en: 'Sign in' },
  body: z.strictObject({ name: soughtName(60, 1), password: secretInput(1) }),
  reply: z.object({ account }),
})

export const whoAmI = route({
  method: 'GET',
  path,
  permission: 'public',
  summary: { zh: '当前登录人', en: 'Who is signed in' },
  reply: z.object({ account: account.nullable() }),
})

export const signOut = route({
  method: 'DELETE',
  path,
  permission: 'signed-in',
  whileDue: true,
  summary: { zh: '退出登录', en: 'Sign out' },
  reply: z.object({}),
})
