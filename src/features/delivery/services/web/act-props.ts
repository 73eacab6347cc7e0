import type { ServiceView } from '../contract.ts'

export type ActProps = {
  readonly service: ServiceView
  /** Opened by its button just now, and not by an address. */
  readonly isPressed: boolean
  readonly onClose: () => void
  readonly onDone: () => void
}
