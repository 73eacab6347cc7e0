import type { ServiceState } from '../../../../policy/services/service.ts'
import type { Tone } from '../../../../ui/Values.tsx'

/** How a state looks; the word beside it tells. */
export const stateTones: Readonly<Record<ServiceState, Tone>> = {
  needed: 'neutral',
  selected: 'neutral',
  contracted: 'active',
  'under-way': 'active',
  delivered: 'warning',
  confirmed: 'good',
  disputed: 'bad',
  invoiced: 'active',
  paid: 'good',
  closed: 'neutral',
  cancelled: 'neutral',
}
