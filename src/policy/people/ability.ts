import type { Ability } from '../../shared/ability.ts'
import { isRefusal } from '../../shared/refusal.ts'
import { refusalText } from '../guide/refuse.ts'
import { isPost, type Permission, permits, whyNotPermitted } from './roles.ts'

/** Whether this reader may act now: first the post, then the rule, with the very words the command would refuse with. */
export function abilityOf<Name extends string>(
  actor: { readonly post: string },
  action: Name,
  permission: Permission,
  answer: unknown,
): Ability & { action: Name } {
  const post = actor.post
  const refusal =
    isPost(post) && !permits(post, permission) ? whyNotPermitted(post, permission) : isRefusal(answer) ? answer : null
  return {
    action,
    allowed: refusal === null,
    because: refusal && refusalText(refusal),
    clause: refusal?.clause ?? null,
  }
}
