import type { PaymentState } from '../../../../policy/money/payment.ts'
import type { Tone } from '../../../../ui/Values.tsx'

/** How a state looks; the word beside it tells. */
export const paymentTones: Readonly<Record<PaymentState, Tone>> = {
  prepared: 'warning',
  approved: 'active',
  paid: 'good',
  cancelled: 'neutral',
  returned: 'neutral',
  'entered-wrongly': 'neutral',
}
