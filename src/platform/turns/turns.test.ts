import { expect, it, vi } from 'vitest'
import { NoTurn, TooManyWait, turns, turnsByCaller } from './turns.ts'

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
  const inTurn = turns(1, { waiting: 2 })
  const first = [inTurn(work), inTurn(work), inTurn(work)]
  await expect(inTurn(work)).rejects.toBeInstanceOf(TooManyWait)
  for (let n = 0; n < 3; n++) {
    await vi.waitFor(() => expect(open.length).toBe(n + 1))
    open[n]?.()
  }
  await Promise.all(first)
})

it('gives turns in order, and tells who has waited too long', async () => {
  const inTurn = turns(1, { patience: 30 })
  const first = held()
  const order: string[] = []
  const running = inTurn(first.work)
  const tired = inTurn(async () => void order.push('tired'))
  await expect(tired).rejects.toBeInstanceOf(NoTurn)
  const second = inTurn(async () => void order.push('second'))
  const third = inTurn(async () => void order.push('third'))
  first.open[0]?.()
  await Promise.all([running, second, third])
  expect(order).toEqual(['second', 'third'])
  // Nobody's turn was lost by who left.
  await inTurn(async () => void order.push('fourth'))
  expect(order.at(-1)).toBe('fourth')
})

it('waits as long as it takes where no patience is given', async () => {
  const inTurn = turns(1)
  const first = held()
  const running = inTurn(first.work)
  const waiting = inTurn(async () => 'done')
  setTimeout(() => first.open[0]?.(), 60)
  await running
  expect(await waiting).toBe('done')
})
