/** Runs work at once, as long as there is room; else when its turn comes. */
export type Turns = <T>(work: () => Promise<T>) => Promise<T>

/** Lets `most` of the same work run at once; who waits holds nothing meanwhile, no connection above all. */
export function turns(most: number): Turns {
  const waiting: (() => void)[] = []
  let free = most
  return async (work) => {
    if (free > 0) free--
    else await new Promise<void>((resolve) => waiting.push(resolve))
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else free++
    }
  }
}
