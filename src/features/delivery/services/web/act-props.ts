import type { ServiceView } from '../contract.ts'

export type ActProps = { readonly service: ServiceView; readonly onClose: () => void; readonly onDone: () => void }
