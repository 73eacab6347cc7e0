import type { Actor } from '../../../platform/command.ts'
import { isDue } from '../../../policy/people/due.ts'
import { isPost, permissionList, permits } from '../../../policy/people/roles.ts'
import type { SignedIn } from '../../../shared/session.ts'

/** The signed-in person as a screen sees them; nothing is theirs to do while something else is due. */
export function signedInView(actor: Omit<Actor, 'closed'>): SignedIn {
  const due = actor.due !== null && isDue(actor.due) ? actor.due : null
  return { ...pick(actor), due, permissions: due ? [] : permissionsOf(actor.post) }
}

function pick({ accountId, name, post, bureau, unitId, unitKind, unitName, scope }: Omit<Actor, 'closed'>) {
  return { accountId, name, post, bureau, unitId, unitKind, unitName, scope }
}

function permissionsOf(post: string): string[] {
  return isPost(post) ? permissionList.filter((permission) => permits(post, permission)) : []
}
