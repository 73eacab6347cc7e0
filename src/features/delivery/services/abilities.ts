import type { Actor } from '../../../platform/command.ts'
import { abilityOf } from '../../../policy/people/ability.ts'
import { type Asking, mayInvite, sendLink } from '../../../policy/services/confirmation-link.ts'
import { mayCorrectDay } from '../../../policy/services/day-correction.ts'
import { mayTakeEvidence } from '../../../policy/services/evidence.ts'
import { step, transitionOf } from '../../../policy/services/service.ts'
import { mayClose } from '../../../policy/services/service-steps.ts'
import { isManaging } from '../diagnoses/public.ts'
import type { ServiceView } from './contract.ts'
import type { StoredService } from './store.ts'

const steps = ['select', 'contract', 'visit', 'deliver', 'confirm', 'dispute', 'resume', 'cancel'] as const

/** What this reader may do with a service now, and if not, why. */
export function abilitiesOn(actor: Actor, { service }: StoredService, asking: Asking): ServiceView['actions'] {
  return [
    ...steps.map((action) => abilityOf(actor, action, transitionOf(action).permission, step(service, action))),
    abilityOf(actor, 'close', transitionOf('close').permission, mayClose(service)),
    abilityOf(actor, 'invite', 'service.deliver', mayInvite(service)),
    abilityOf(actor, 'slip', 'confirmation.slip', sendLink(service, { ...asking, carried: true })),
    abilityOf(
      actor,
      'correct-day',
      'service.order',
      mayCorrectDay(service, { by: actor.accountId, manager: isManaging(actor) }),
    ),
    abilityOf(actor, 'add-evidence', 'service.visit', mayTakeEvidence(service)),
  ]
}
