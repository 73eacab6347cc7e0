/** How many of something are taken of each key within one hour; counted in memory, of each process. */
export type Allowance = (key: string, now: Date) => boolean

export function hourly(most: number): Allowance {
  let hour = 0
  const taken = new Map<string, number>()
  return (key, now) => {
    const present = Math.floor(now.getTime() / 3_600_000)
    if (present !== hour) taken.clear()
    hour = present
    const before = taken.get(key) ?? 0
    taken.set(key, before + 1)
    return before < most
  }
}
