import { isRefusal, type Refusal } from '../../shared/refusal.ts'
import type { Ability } from '../../shared/route.ts'
import type { Text } from '../../shared/words.ts'
import { refusalText } from '../guide/refuse.ts'
import { goesOnAfterClosing } from './after-closing.ts'
import { isPermission, isPost, type Permission, permits, whyNotPermitted } from './roles.ts'

/** Whether this reader may act now: first the post, then whether the pilot is closed, then the rule, with the very words the command would refuse with. */
export function abilityOf<Name extends string>(
  actor: { readonly post: string; readonly closed?: Refusal | null },
  action: Name,
  permission: Permission,
  answer: unknown,
): Ability & { action: Name } {
  const { post, closed } = actor
  const no = isPost(post) && !permits(post, permission) ? whyNotPermitted(post, permission) : null
  const over = goesOnAfterClosing(permission) ? null : closed
  const refusal = no ?? over ?? (isRefusal(answer) ? answer : null)
  return {
    action,
    allowed: refusal === null,
    because: refusal && refusalText(refusal),
    clause: refusal?.clause ?? null,
  }
}

/** Why a route with this permission is not open to this post, in words; null when it is. What neither knows is nobody's. */
export function whyNotPermittedText(post: string, permission: string): Text | null {
  if (!isPost(post) || !isPermission(permission)) return nobodys
  const refusal = whyNotPermitted(post, permission)
  return refusal && refusalText(refusal)
}

const nobodys: Text = { zh: '您的岗位没有此项权限', en: 'Your post does not have this permission' }
