import type { Standing } from './deadlines.ts'

/**
 * How a group of duties stands. `owed`: filed, or not filed and past their day; `late`: filed after it;
 * `overdue`: not filed and past it, of which `locked` need an exception.
 */
export type Lateness = {
  readonly owed: number
  readonly filed: number
  readonly onTime: number
  readonly late: number
  readonly overdue: number
  readonly locked: number
  /** Filed of what is owed, percent with one decimal; null where nothing is owed yet. */
  readonly completeness: number | null
  /** Filed in time of what is owed. */
  readonly timeliness: number | null
}

export function latenessOf(standings: readonly Pick<Standing, 'state'>[]): Lateness {
  const count = (...states: Standing['state'][]) => standings.filter(({ state }) => states.includes(state)).length
  const onTime = count('on-time')
  const late = count('late')
  const filed = onTime + late
  const overdue = count('overdue', 'locked', 'exempted')
  const owed = filed + overdue
  return {
    owed,
    filed,
    onTime,
    late,
    overdue,
    locked: count('locked'),
    completeness: percent(filed, owed),
    timeliness: percent(onTime, owed),
  }
}

/** To the nearest tenth; 100 % is said only when nothing is missing, and 0 % only when all is. */
function percent(part: number, whole: number): number | null {
  if (whole === 0) return null
  if (part === 0 || part === whole) return (part / whole) * 100
  return Math.min(999, Math.max(1, Math.round((part * 1000) / whole))) / 10
}
