/** Too many wait already. */
export class TooManyWait extends Error {}

/** Runs work at once, as long as there is room; else when its turn comes. */
export type Turns = <T>(work: () => Promise<T>) => Promise<T>

/** The same for work of many callers, told apart by their network. */
export type TurnsOf = <T>(network: string, work: () => Promise<T>) => Promise<T>

/** Lets `most` of the same work run at once; who waits holds nothing meanwhile, no connection above all. `waiting`: how many may wait. */
export function turns(most: number, waiting = Number.POSITIVE_INFINITY): Turns {
  const queue: (() => void)[] = []
  let free = most
  return async (work) => {
    if (free > 0) free--
    else if (queue.length >= waiting) throw new TooManyWait(`${waiting} wait already`)
    else await new Promise<void>((resolve) => queue.push(resolve))
    try {
      return await work()
    } finally {
      const next = queue.shift()
      if (next) next()
      else free++
    }
  }
}

/** As many as can be worked off while somebody is willing to wait. */
const mostWaiting = 100

/** Lets `most` run at once, one of each network: who sends a hundred waits for himself, and everybody else for one of them. */
export function turnsByCaller(most: number): TurnsOf {
  const all = turns(most, mostWaiting)
  const own = new Map<string, { readonly turns: Turns; inside: number }>()
  return async (network, work) => {
    const line = own.get(network) ?? { turns: turns(1, mostWaiting), inside: 0 }
    own.set(network, line)
    line.inside++
    try {
      return await line.turns(() => all(work))
    } finally {
      line.inside--
      if (line.inside === 0) own.delete(network)
    }
  }
}
