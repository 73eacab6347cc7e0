import type { z } from 'zod'
import type { Actor } from '../../platform/command.ts'
import { refusalText } from '../../policy/refuse.ts'
import { isPost, type Permission, permits, whyNotPermitted } from '../../policy/roles.ts'
import { isRefusal } from '../../shared/refusal.ts'
import type { ability } from './contract.ts'

export type Ability = z.infer<typeof ability>

/** Whether this reader may act now: first the post, then the rule, with the very words the command would refuse with. */
export function abilityOf(actor: Actor, action: string, permission: Permission, answer: unknown): Ability {
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
