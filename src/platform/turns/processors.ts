import { availableParallelism } from 'node:os'

/** How much work that keeps a processor busy may run at once beside the event loop: the other half is everybody else's. */
export const halfOfProcessors = Math.max(1, Math.floor(availableParallelism() / 2))
