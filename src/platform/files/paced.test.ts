import { buffer } from 'node:stream/consumers'
import { setImmediate } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { paced, pacedText } from './paced.ts'

/** How often somebody else had a turn while this was done. */
async function turnsDuring(work: () => Promise<void>): Promise<number> {
  let [turns, isDone] = [0, false]
  const other = (async () => {
    while (!isDone) {
      await setImmediate()
      turns++
    }
  })()
  await work()
  isDone = true
  await other
  return turns
}

test('many things are gone through in order, with turns for others in between', async () => {
  const all = Array.from({ length: 2_000 }, (_, i) => i)
  const seen: number[] = []
  const turns = await turnsDuring(async () => {
    for await (const one of paced(all)) seen.push(one)
  })
  expect(seen).toEqual(all)
  expect(turns).toBeGreaterThanOrEqual(9)
  const heavy = await turnsDuring(async () => {
    for await (const _ of paced(all.slice(0, 50), 1));
  })
  expect(heavy).toBeGreaterThanOrEqual(49)
})

test('texts are bytes in their order, a stretch at a time', async () => {
  const texts = Array.from({ length: 1_000 }, (_, i) => `${i}，第${i}行\n`)
  const stretches: number[] = []
  let whole = ''
  for await (const bytes of pacedText(texts)) {
    stretches.push(bytes.length)
    whole += bytes.toString()
  }
  expect(whole).toBe(texts.join(''))
  expect(stretches.length).toBeGreaterThan(4)
  expect(await buffer(pacedText([]))).toHaveLength(0)
  const long = ['x'.repeat(100_000), 'y']
  const parts: number[] = []
  for await (const bytes of pacedText(long)) parts.push(bytes.length)
  expect(parts).toEqual([100_000, 1])
})
