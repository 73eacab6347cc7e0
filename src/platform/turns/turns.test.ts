import { expect, it, vi } from 'vitest'
import { TooManyWait, turns, turnsByCaller } from './turns.ts'

/** Work that ends when the test says so. */
function held() {
  const open: (() => void)[] = []
  return { open, work: () => new Promise<void>((resolve) => open.push(resolve)) }
}

it('lets one of each network run, as many as there is room for', async () => {
  const { open, work } = held()
  const inTurn = turnsByCaller(2)
  const flood = Array.from({ length: 20 }, () => inTurn('192.0.2.1', work))
  expect(open).toHaveLength(1)
  const other = inTurn('192.0.2.2', work)
  await vi.waitFor(() => expect(open).toHaveLength(2))
  open[1]?.()
  await other
  // Nineteen still wait; only one of them may take the free place.
  expect(open).toHaveLength(2)
  const next = inTurn('192.0.2.3', work)
  await vi.waitFor(() => expect(open).toHaveLength(3))
  open[2]?.()
  await next
  for (let n = 0; n < 20; n++) {
    await vi.waitFor(() => expect(open.length).toBeGreaterThan(n < 1 ? 0 : n + 2))
    open[n === 0 ? 0 : n + 2]?.()
  }
  await Promise.all(flood)
})

it('refuses whoever comes behind a full queue', async () => {
  const { open, work } = held()
  const inTurn = turns(1, 2)
  const first = [inTurn(work), inTurn(work), inTurn(work)]
  await expect(inTurn(work)).rejects.toBeInstanceOf(TooManyWait)
  for (let n = 0; n < 3; n++) {
    await vi.waitFor(() => expect(open.length).toBe(n + 1))
    open[n]?.()
  }
  await Promise.all(first)
})
