import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  drawFrom,
  drawSample,
  type FrameUnit,
  frameHash,
  type SamplingMethod,
  samplingMethods,
  shares,
} from './sampling.ts'

const hash = (text: string) => createHash('sha256').update(text).digest('hex')
const methods = Object.keys(samplingMethods) as SamplingMethod[]
const unit = (id: string, amountFen = 100, stratum = '甲', weight = 1): FrameUnit => ({
  id,
  amountFen,
  stratum,
  weight,
})
const ids = (frame: readonly FrameUnit[], method: SamplingMethod, size: number, seed: string) =>
  drawSample(frame, { method, size, seed }, hash).map(({ id }) => id)

const frames = fc
  .uniqueArray(
    fc.record({
      id: fc.uuid(),
      amountFen: fc.integer({ min: 1, max: 500_000_000 }),
      stratum: fc.constantFrom('甲园·培训', '甲园·诊断', '乙园·培训'),
      weight: fc.integer({ min: 1, max: 9 }),
    }),
    { selector: ({ id }) => id, minLength: 1, maxLength: 40 },
  )
  .chain((frame) => fc.record({ frame: fc.constant(frame), size: fc.integer({ min: 1, max: frame.length }) }))

describe.each(methods)('%s', (method) => {
  it('draws as many as asked, each once, the same whatever the order of the frame, others by another seed', () => {
    fc.assert(
      fc.property(frames, fc.string(), ({ frame, size }, seed) => {
        const drawn = ids(frame, method, size, seed)
        expect(drawn).toHaveLength(size)
        expect(new Set(drawn).size).toBe(size)
        expect(ids(frame.toReversed(), method, size, seed)).toEqual(drawn)
      }),
    )
    const many = Array.from({ length: 200 }, (_, n) => unit(`u${n}`))
    expect(ids(many, method, 20, '2026-11-30')).not.toEqual(ids(many, method, 20, '2026-12-01'))
  })

  it('takes each unit as often as its share says, over 10,000 draws', () => {
    const frame = Array.from({ length: 24 }, (_, n) => unit(`s${n}`, 1000 + 100 * n, n < 12 ? '甲' : '乙', 1 + (n % 3)))
    const size = 6
    const taken = new Map(frame.map(({ id }) => [id, 0]))
    for (let draw = 0; draw < 10_000; draw++)
      for (const id of ids(frame, method, size, `seed ${draw}`)) taken.set(id, (taken.get(id) ?? 0) + 1)
    const measure = { 'simple-random': () => 1, stratified: () => 1, 'monetary-unit': amount, 'risk-weighted': weight }[
      method
    ]
    const total = frame.reduce((all, one) => all + measure(one), 0)
    const chi = frame.reduce((all, one) => {
      const share = (size * measure(one)) / total
      const expected = 10_000 * share
      return all + ((taken.get(one.id) ?? 0) - expected) ** 2 / (expected * (1 - share))
    }, 0)
    // 23 degrees of freedom: 49.7 is passed once in a thousand.
    expect(chi).toBeLessThan(49.7)
  })
})

const amount = ({ amountFen }: FrameUnit) => amountFen
const weight = (one: FrameUnit) => one.weight

describe('by amount', () => {
  it('agrees with an example that was computed by hand', () => {
    // Total 1,000 and 4 hits: a step of 250. `e` is longer than a step and certain; 650 are left for 3 hits, a step of 216⅔.
    const frame = [unit('a', 100), unit('b', 150), unit('c', 200), unit('d', 200), unit('e', 350)]
    const start = 8n * 16n ** 12n
    const fixed = (text: string) => (text === 'x\nstart' ? `8${'0'.repeat(63)}` : text.slice(-1).padStart(64, '0'))
    expect(BigInt(`0x${fixed('x\nstart').slice(0, 13)}`)).toBe(start)
    // The first hit lies in the middle of the first step, at 108⅓, in b (100 to 250); then 325 in c (250 to 450); then 541⅔ in d (450 to 650).
    expect(drawSample(frame, { method: 'monetary-unit', size: 4, seed: 'x' }, fixed)).toEqual([
      { id: 'b', certain: false },
      { id: 'c', certain: false },
      { id: 'd', certain: false },
      { id: 'e', certain: true },
    ])
  })

  it('is certain of what is as long as the step, however short the step becomes without it', () => {
    const frame = [unit('a', 900), unit('b', 60), unit('c', 20), unit('d', 20)]
    const certain = drawSample(frame, { method: 'monetary-unit', size: 2, seed: 's' }, hash).filter(
      (one) => one.certain,
    )
    expect(certain).toEqual([{ id: 'a', certain: true }])
    expect(
      drawSample(frame, { method: 'monetary-unit', size: 3, seed: 's' }, hash).filter((one) => one.certain),
    ).toEqual([
      { id: 'a', certain: true },
      { id: 'b', certain: true },
    ])
  })

  it('never draws what cost nothing', () => {
    const frame = [unit('a', 0), unit('b', 10), unit('c', 0), unit('d', 10)]
    for (let seed = 0; seed < 50; seed++) expect(ids(frame, 'monetary-unit', 3, String(seed))).toEqual(['b', 'd'])
  })

  it('takes amounts that no machine adds exactly as numbers', () => {
    const frame = Array.from({ length: 2000 }, (_, n) => unit(`u${n}`, 9_007_199_254_740_000 + n))
    expect(ids(frame, 'monetary-unit', 500, 's')).toHaveLength(500)
  })
})

describe('strata', () => {
  it('share the sample in proportion, with one from each while there are enough', () => {
    const frame = (...sizes: number[]) =>
      sizes.flatMap((n, at) => Array.from({ length: n }, () => ({ stratum: `s${at}` })))
    expect([...shares(frame(60, 30, 10), 10)]).toEqual([
      ['s0', 6],
      ['s1', 3],
      ['s2', 1],
    ])
    expect([...shares(frame(97, 2, 1), 10).values()]).toEqual([8, 1, 1])
    expect([...shares(frame(3, 3, 3), 2).values()].reduce((a, b) => a + b)).toBe(2)
  })

  it('share all of it, and none more than it has', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 8 }), fc.nat(), (sizes, nth) => {
        const frame = sizes.flatMap((n, at) => Array.from({ length: n }, () => ({ stratum: `s${at}` })))
        const size = 1 + (nth % frame.length)
        const found = [...shares(frame, size).values()]
        expect(found.reduce((a, b) => a + b)).toBe(size)
        expect(found.every((share, at) => share <= (sizes[at] ?? 0))).toBe(true)
        if (size >= sizes.length) expect(Math.min(...found)).toBeGreaterThanOrEqual(1)
      }),
    )
  })
})

describe('a frame', () => {
  const row = { no: 'FW2026-000001', park: '甲园', kind: 'training', enterprise: '甲厂', priceFen: 100, weight: 1 }
  const other = { ...row, no: 'FW2026-000002', park: '乙园' }

  it('has the hash of every value in it, in any order', () => {
    const before = frameHash([row, other], hash)
    expect(before).toMatch(/^[0-9a-f]{64}$/)
    expect(frameHash([other, row], hash)).toBe(before)
    const changes = [
      { no: 'FW' },
      { park: '丙园' },
      { kind: 'talent' },
      { enterprise: '乙厂' },
      { priceFen: 101 },
      { weight: 2 },
    ]
    for (const change of changes) expect(frameHash([{ ...row, ...change }, other], hash)).not.toBe(before)
  })

  it('is drawn from by park and kind, and taken whole where it holds fewer than are asked for', () => {
    expect(drawFrom([row, other], { method: 'stratified', size: 2, seed: 's' }, hash).map(({ id }) => id)).toEqual([
      row.no,
      other.no,
    ])
    expect(drawFrom([row, other], { method: 'simple-random', size: 9, seed: 's' }, hash)).toHaveLength(2)
  })
})
