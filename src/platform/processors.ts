import { availableParallelism } from 'node:os'

/** How many of a slow piece of work, done beside the event loop, run at once so that half of the processors are left to everybody else. */
export const halfOfProcessors = Math.max(1, Math.floor(availableParallelism() / 2))
