import type { Day } from '../../shared/dates.ts'
import type { Refusal } from '../../shared/refusal.ts'
import type { Period } from '../editions/edition.ts'
import { checkReason } from '../guide/reasons.ts'
import { allRefusals, both, refuse } from '../guide/refuse.ts'
import { notInState } from '../lifecycle.ts'
import { type Service, serviceStateNames } from './service.ts'
import { checkDay, earlier } from './service-days.ts'

/** Steps whose day may have been keyed in wrongly, before a contract rests on it. */
export const correctableSteps = ['need', 'selection'] as const
export type CorrectableStep = (typeof correctableSteps)[number]

const correcting = { zh: '更正日期', en: 'correct its days' }

/** Whether a day of the service can still be corrected: until the contract is signed, by who recorded it or by the manager. */
export function mayCorrectDay(
  service: Service,
  given: { readonly by: string; readonly manager: boolean; readonly step?: CorrectableStep },
): Refusal | null {
  if (service.state !== 'needed' && service.state !== 'selected')
    return notInState(serviceStateNames[service.state], correcting, 'G3.4')
  const { openedBy, selection } = service
  const recorders = { need: [openedBy], selection: selection ? [selection.by] : [] }
  const own = given.step ? recorders[given.step] : [...recorders.need, ...recorders.selection]
  return given.manager || own.includes(given.by) ? null : refuse('services.correction-by-another', 'G3.4')
}

type Correction = {
  readonly step: CorrectableStep
  readonly on: Day
  readonly reason: string
  readonly by: string
  readonly manager: boolean
  readonly diagnosedOn: Day
  readonly period: Period
  readonly today: Day
}

/** The service with the true day of a step, which stays between the steps before and after it (G3.4). */
export function correctDay(service: Service, given: Correction): Service | Refusal {
  const { step, on, reason, diagnosedOn, period, today } = given
  const { selection } = service
  if (step === 'selection' && !selection) return notInState(serviceStateNames[service.state], correcting, 'G3.4')
  const closed = mayCorrectDay(service, given)
  if (closed) return closed
  const stood = step === 'need' ? service.openedOn : (selection?.on ?? '')
  const notBefore = step === 'need' ? earlier('diagnosis', diagnosedOn) : earlier('need', service.openedOn)
  const next = step === 'need' && selection ? earlier('selection', selection.on) : null
  const no = allRefusals(
    checkDay(on, { period, today, notBefore, field: 'on' }),
    next && on > next.on
      ? refuse('services.after-step-after', 'G3.4', { day: on, after: next.on, ...both('step', next) }, 'on')
      : null,
    on === stood ? refuse('common.nothing-changed', 'G3.4', {}, 'on') : null,
    checkReason(reason, 'common.reason-missing', 'G3.4'),
  )
  if (no) return no
  if (step === 'need') return { ...service, openedOn: on }
  return { ...service, selection: selection && { ...selection, on } }
}
