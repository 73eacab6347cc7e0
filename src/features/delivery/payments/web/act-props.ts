import type { PaymentsView, PaymentView } from '../contract.ts'

/** What every dialog of this page is given. `payment`: the one the act is about; a new one has none yet. */
export type ActProps = {
  readonly serviceId: string
  readonly view: PaymentsView
  readonly payment: PaymentView | null
  readonly onClose: () => void
  readonly onDone: () => void
}

export type PaymentActProps = ActProps & { readonly payment: PaymentView }
