/** Whoever got no turn and has done nothing: after too long a wait. */
export class NoTurn extends Error {
  constructor(message = 'waited too long for a turn') {
    super(message)
    this.name = 'NoTurn'
  }
}

/** Too many wait already. */
export class TooManyWait extends NoTurn {}

/** Runs work at once, as long as there is room; else when its turn comes. */
export type Turns = <T>(work: () => Promise<T>) => Promise<T>

/** The same for work of many callers, told apart by their network. */
export type TurnsOf = <T>(network: string, work: () => Promise<T>) => Promise<T>

/** `waiting`: how many may wait; `patience`: milliseconds after which a wait ends with NoTurn. Without them, any number, for ever. */
type Queue = { readonly waiting?: number; readonly patience?: number }

/** Lets `most` of the same work run at once; who waits holds nothing meanwhile, no connection above all. */
export function turns(most: number, { waiting = Number.POSITIVE_INFINITY, patience }: Queue = {}): Turns {
  const queue = new Set<() => void>()
  let free = most
  const turn = () =>
    new Promise<void>((resolve, reject) => {
      const give = () => {
        clearTimeout(timer)
        resolve()
      }
      const leave = () => {
        queue.delete(give)
        reject(new NoTurn())
      }
      const timer = patience === undefined ? undefined : setTimeout(leave, patience)
      queue.add(give)
    })
  return async (work) => {
    if (free > 0) free--
    else if (queue.size >= waiting) throw new TooManyWait(`${waiting} wait already`)
    else await turn()
    try {
      return await work()
    } finally {
      const [next] = queue
      if (next) {
        queue.delete(next)
        next()
      } else free++
    }
  }
}

/** As many as can be worked off while somebody is willing to wait. */
const mostWaiting = 100

/** Lets `most` run at once, one of each network: who sends a hundred waits for himself, and everybody else for one of them. */
export function turnsByCaller(most: number, patience?: number): TurnsOf {
  const queue = { waiting: mostWaiting, ...(patience === undefined ? {} : { patience }) }
  const all = turns(most, queue)
  const own = new Map<string, { readonly turns: Turns; inside: number }>()
  return async (network, work) => {
    const line = own.get(network) ?? { turns: turns(1, queue), inside: 0 }
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
