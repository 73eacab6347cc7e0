import type { Text } from '../../shared/words.ts'

/** What may be drawn: one service, one payment. */
export type FrameUnit = {
  readonly id: string
  /** In fen; what drawing by amount goes by. */
  readonly amountFen: number
  /** What it has in common with others, such as its park and kind of service; strata are drawn from apart. */
  readonly stratum: string
  /** How much likelier than a unit of weight 1 it is drawn by risk: a whole number from 1. */
  readonly weight: number
}

/** How a sample is drawn (G5.2); the methods are those of EU Reg. 2023/67, inferred for the guide. */
export const samplingMethods = {
  'simple-random': { zh: '简单随机抽样', en: 'Simple random' },
  'monetary-unit': { zh: '货币单元抽样（按金额）', en: 'By amount (monetary unit)' },
  stratified: { zh: '分层抽样（按园区和服务类别）', en: 'Stratified by park and kind' },
  'risk-weighted': { zh: '风险加权抽样', en: 'Weighted by risk' },
} as const satisfies Record<string, Text>

export type SamplingMethod = keyof typeof samplingMethods

/** `seed`: any text, published with the sample. */
export type Draw = { readonly method: SamplingMethod; readonly size: number; readonly seed: string }

/** `certain`: as large as the step from one hit to the next, and so in every sample of this size. */
export type Drawn = { readonly id: string; readonly certain: boolean }

/** SHA-256 of a text in UTF-8, 64 hexadecimal digits. */
export type Hash = (text: string) => string

/** One service of a frame as it is frozen and exported: its number, and what it is drawn by. */
export type FrameRow = {
  readonly no: string
  readonly park: string
  /** Its kind by key, such as `training`. */
  readonly kind: string
  readonly enterprise: string
  readonly priceFen: number
  readonly weight: number
}

/** What was drawn from, as one hash: equal where every value of every row is equal, in whatever order the rows stand. */
export function frameHash(frame: readonly FrameRow[], hash: Hash): string {
  return hash(
    frame
      .toSorted((a, b) => (a.no < b.no ? -1 : 1))
      .map((row) => JSON.stringify([row.no, row.park, row.kind, row.enterprise, row.priceFen, row.weight]))
      .join('\n'),
  )
}

/** Draws from a frame; one that holds fewer than are asked for is taken whole. */
export function drawFrom(frame: readonly FrameRow[], draw: Draw, hash: Hash): Drawn[] {
  const units = frame.map(({ no, park, kind, priceFen, weight }) => ({
    id: no,
    amountFen: priceFen,
    stratum: `${park}\n${kind}`,
    weight,
  }))
  return drawSample(units, { ...draw, size: Math.min(draw.size, units.length) }, hash)
}

/**
 * Draws so that anybody who has the frame and the seed draws the same: units are ordered by the SHA-256 of seed and id, and no step uses
 * a number that a machine could round otherwise. `size` must not be larger than the frame; a unit without amount is never drawn by amount.
 * @returns the sample in the order of ids
 */
export function drawSample(frame: readonly FrameUnit[], { method, size, seed }: Draw, hash: Hash): Drawn[] {
  const shuffled = shuffle(frame, seed, hash)
  const drawn = {
    'simple-random': () => first(shuffled, size),
    'monetary-unit': () => inSteps(shuffled, size, startOf(seed, hash), ({ amountFen }) => amountFen),
    'risk-weighted': () => inSteps(shuffled, size, startOf(seed, hash), ({ weight }) => weight),
    stratified: () =>
      [...shares(shuffled, size)].flatMap(([stratum, share]) =>
        first(
          shuffled.filter((unit) => unit.stratum === stratum),
          share,
        ),
      ),
  }[method]()
  return inOrder(drawn)
}

function inOrder<T extends { readonly id: string }>(units: readonly T[]): T[] {
  return units.toSorted((a, b) => (a.id < b.id ? -1 : 1))
}

function shuffle(frame: readonly FrameUnit[], seed: string, hash: Hash): FrameUnit[] {
  return frame
    .map((unit) => ({ unit, rank: hash(`${seed}\n${unit.id}`) }))
    .sort((a, b) => (a.rank < b.rank ? -1 : 1))
    .map(({ unit }) => unit)
}

function first(units: readonly FrameUnit[], count: number): Drawn[] {
  return units.slice(0, count).map(({ id }) => ({ id, certain: false }))
}

/** How many are drawn from each stratum: in proportion to its units, by the largest remainder, and one from each while they last. */
export function shares(frame: readonly Pick<FrameUnit, 'stratum'>[], size: number): Map<string, number> {
  const units = new Map<string, number>()
  for (const { stratum } of frame) units.set(stratum, (units.get(stratum) ?? 0) + 1)
  const strata = [...units].sort(([a], [b]) => (a < b ? -1 : 1))
  const found = new Map(strata.map(([stratum, n]) => [stratum, Math.floor((n * size) / frame.length)]))
  const least = strata.length <= size ? 1 : 0
  for (const [stratum, share] of found) found.set(stratum, Math.max(share, least))
  const remainder = ([stratum, n]: readonly [string, number]) => n * size - (found.get(stratum) ?? 0) * frame.length
  for (let left = size - sum(found); left !== 0; left = size - sum(found)) {
    const step = Math.sign(left)
    const open = strata.filter(([stratum, n]) => {
      const next = (found.get(stratum) ?? 0) + step
      return next <= n && next >= least
    })
    const [chosen] = open.toSorted((a, b) => step * (remainder(b) - remainder(a)) || (a[0] < b[0] ? -1 : 1))
    if (!chosen) break
    found.set(chosen[0], (found.get(chosen[0]) ?? 0) + step)
  }
  return found
}

const sum = (counts: ReadonlyMap<string, number>) => [...counts.values()].reduce((total, n) => total + n, 0)

/** How finely the first hit is placed within the first step. */
const fineness = 16n ** 13n

/** Where in the first step the first hit lies, in parts of `fineness`. */
function startOf(seed: string, hash: Hash): bigint {
  return BigInt(`0x${hash(`${seed}\nstart`).slice(0, 13)}`)
}

/**
 * Hits the line on which all units lie one after another, each as long as its measure, at equal steps. What is as long as a step is
 * taken first, and the steps go over the rest.
 */
function inSteps(
  units: readonly FrameUnit[],
  size: number,
  start: bigint,
  measure: (unit: FrameUnit) => number,
): Drawn[] {
  const certain = certainOf(units, size, measure)
  const rest = units.filter((unit) => !certain.has(unit.id) && measure(unit) > 0)
  const hits = BigInt(Math.min(size - certain.size, rest.length))
  const total = rest.reduce((length, unit) => length + BigInt(measure(unit)), 0n)
  const drawn: Drawn[] = [...certain].map((id) => ({ id, certain: true }))
  let end = 0n
  let hit = 0n
  for (const unit of rest) {
    end += BigInt(measure(unit))
    // The hit lies at (start / fineness + hit) steps of total / hits.
    if (hit < hits && (start + hit * fineness) * total < end * fineness * hits) {
      drawn.push({ id: unit.id, certain: false })
      hit += 1n
    }
  }
  return drawn
}

function certainOf(units: readonly FrameUnit[], size: number, measure: (unit: FrameUnit) => number): Set<string> {
  const certain = new Set<string>()
  let total = units.reduce((length, unit) => length + BigInt(measure(unit)), 0n)
  // The longest first: once one is shorter than the step that is left, so are all after it.
  for (const unit of units.toSorted((a, b) => measure(b) - measure(a) || (a.id < b.id ? -1 : 1))) {
    const hits = size - certain.size
    if (hits <= 0 || measure(unit) === 0 || BigInt(measure(unit)) * BigInt(hits) < total) break
    certain.add(unit.id)
    total -= BigInt(measure(unit))
  }
  return certain
}
