import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { startWorld, type World } from '../../../../tests/support/world.ts'
import * as session from '../../../shared/session.ts'
import * as units from '../units/contract.ts'

/** Comparing a password is slow on purpose; here it takes until the test says so. */
const { gate } = vi.hoisted(() => ({ gate: { shut: false, open: [] as (() => void)[] } }))
vi.mock('./password-keys.ts', async (original) => {
  const real = await original<typeof import('./password-keys.ts')>()
  return {
    ...real,
    keyOf: async (password: string, costs: string | null) => {
      if (gate.shut) await new Promise<void>((resolve) => gate.open.push(resolve))
      return real.keyOf(password, costs)
    },
  }
})

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.stop())

it('keeps nobody else waiting while many try to sign in at once', async () => {
  const admin = await world.administrator()
  gate.shut = true
  const body = { name: '没有此人', password: 'x' }
  const flood = Array.from({ length: 30 }, () => world.stranger().call(session.signIn, { body }))
  await vi.waitFor(() => expect(gate.open.length).toBeGreaterThan(0))
  const { units: found } = await admin.done(units.listUnits, { search: { kind: 'province' } })
  expect(found).toHaveLength(1)
  gate.shut = false
  for (const open of gate.open) open()
  expect(new Set((await Promise.all(flood)).map((answer) => answer.status))).toEqual(new Set([401]))
})
