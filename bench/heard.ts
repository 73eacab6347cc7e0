import type pg from 'pg'
import type { Statement } from './load.ts'

type Query = (this: unknown, ...args: unknown[]) => unknown

/**
 * Writes down what connections of this driver send to their database; those that are open already are not heard. `take` answers
 * what was sent since it was last called; `stop` leaves the driver as it was.
 */
export function hear(driver: Pick<typeof pg, 'Client'>): { take(): Statement[]; stop(): void } {
  const seen: Statement[] = []
  const { prototype } = driver.Client as unknown as { prototype: { query: Query } }
  const { query } = prototype
  prototype.query = function (...args) {
    const [first, second] = args
    const { text, values } =
      typeof first === 'string'
        ? { text: first, values: second as unknown[] | undefined }
        : (first as Partial<Statement>)
    if (text !== undefined) seen.push({ text, values: values ?? [] })
    return query.apply(this, args)
  }
  return {
    take: () => seen.splice(0),
    stop: () => {
      prototype.query = query
    },
  }
}
