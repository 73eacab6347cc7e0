import type { Refusal } from '../../shared/refusal.ts'
import { listed, type Text } from '../../shared/words.ts'
import { both, refuse } from '../guide/refuse.ts'
import {
  economy,
  finance,
  type Permission,
  park,
  permissions,
  provinceEconomy,
  provinceFinance,
} from './permissions.ts'
import { type Post, posts, seatNames } from './posts.ts'

export { type Permission, permissions } from './permissions.ts'

export {
  type Bureau,
  bureauNames,
  bureauOf,
  bureauOfSeat,
  isPost,
  type Post,
  postList,
  posts,
  type Seat,
  seatNames,
  seatOf,
  seats,
  type UnitKind,
} from './posts.ts'

export const permissionList = Object.keys(permissions) as Permission[]

export function isPermission(text: string): text is Permission {
  return Object.hasOwn(permissions, text)
}

export function permits(post: Post, permission: Permission): boolean {
  const allowed: readonly Post[] = permissions[permission].posts
  return allowed.includes(post)
}

/** A scope (`33/3304/330421/<park>/`) holds itself and everything below; it ends in `/`, so that `…/p1/` never holds `…/p10/`. */
export function inScope(holder: string, resource: string): boolean {
  return holder.endsWith('/') && resource.startsWith(holder)
}

/** Whether a person may do something to a thing: by post, then by subtree. */
export function decide(
  actor: { readonly post: Post; readonly scope: string },
  permission: Permission,
  resource: { readonly scope: string },
): Refusal | null {
  const no = whyNotPermitted(actor.post, permission)
  return no ?? (inScope(actor.scope, resource.scope) ? null : refuse('common.outside-scope', null))
}

/** The posts of one office, and what all of them together are called. */
const offices: readonly (Text & { readonly posts: readonly Post[]; readonly always?: true })[] = [
  { zh: '园区各岗位', en: 'every post of the park', posts: park },
  { ...seatNames['county-economy'], posts: economy },
  { ...seatNames['county-finance'], posts: finance },
  // A department's own post bears its name already.
  { ...seatNames['province-economy'], posts: provinceEconomy, always: true },
  { ...seatNames['province-finance'], posts: provinceFinance, always: true },
]
const mostNamed = 3

/** Posts in words: one after the other, or where they are many by offices, so that a reader knows whom to turn to. */
export function namesOf(of: readonly Post[]): Text {
  const whole = offices
    .filter(({ always }) => always ?? of.length > mostNamed)
    .filter((office) => office.posts.every((post) => of.includes(post)))
  return listed([...new Set(of.map((post) => whole.find((office) => office.posts.includes(post)) ?? posts[post]))])
}

/** Who may do it, in words. */
export function whoMay(permission: Permission): Text {
  return namesOf(permissions[permission].posts)
}

/** Why a post may not do something and who may, for a disabled button too; null when it may. */
export function whyNotPermitted(post: Post, permission: Permission): Refusal | null {
  if (permits(post, permission)) return null
  return refuse('common.not-permitted', null, {
    ...both('post', posts[post]),
    ...both('permission', permissions[permission]),
    ...both('who', whoMay(permission)),
  })
}
