import type { Actor } from '../../../platform/command.ts'
import { isPost, permissionList, permits } from '../../../policy/people/roles.ts'
import type { SignedIn } from '../../../shared/session.ts'

/** The signed-in person as a screen sees them. */
export function signedInView(actor: Omit<Actor, 'closed'>): SignedIn {
  return { ...pick(actor), permissions: permissionsOf(actor.post) }
}

function pick({ accountId, name, post, bureau, unitId, unitKind, unitName, scope }: Omit<Actor, 'closed'>) {
  return { accountId, name, post, bureau, unitId, unitKind, unitName, scope }
}

function permissionsOf(post: string): string[] {
  return isPost(post) ? permissionList.filter((permission) => permits(post, permission)) : []
}
