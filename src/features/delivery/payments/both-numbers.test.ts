import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { County, Park } from '../../../../database/demo/programme.ts'
import { fundedPilot } from '../../../../tests/support/funded.ts'
import { invoiceBody, newNumber, shown } from '../../../../tests/support/payments.ts'
import { fundOf, serviceAt } from '../../../../tests/support/services.ts'
import { startWorld, type World } from '../../../../tests/support/world.ts'
import * as contract from './contract.ts'

let world: World
let county: County & { park: Park }
let park: Park
let paperService: string
let nextService: string
const digital = newNumber()
beforeAll(async () => {
  world = await startWorld()
  county = await fundedPilot(world)
  park = county.park
  world.setClock('2026-06-10')
  paperService = await serviceAt(world, park, 'confirmed', { enterprise: 2, kind: 'standardisation' })
  nextService = await serviceAt(world, park, 'confirmed', { enterprise: 3, kind: 'standardisation' })
  world.setClock('2026-06-20')
})
afterAll(() => world.stop())

type Change = Partial<Awaited<ReturnType<typeof invoiceBody>>> & { digitalNumber?: string }

async function enter(change: Change, on: string) {
  const body = { ...(await invoiceBody(world, park, on)), ...change }
  return (await world.as(fundOf(park))).call(contract.recordInvoice, { params: { serviceId: on }, body })
}

const entered = async (on: string) => (await shown(world, park, on)).invoices

describe('the paper of a fully digital invoice, with both its numbers (G3.4)', () => {
  it.each<[string, { code: string; number: string; digitalNumber?: string }]>([
    ['its 20 digits', { code: '', number: '{digital}' }],
    ['its 20 digits with other separators', { code: '', number: ' {digital}\u200b ' }],
    ['its code and number', { code: '033 002-100412', number: '８７６５４３２１' }],
    ['both, with another number on paper', { code: '033002100412', number: '87654322', digitalNumber: '{digital}' }],
    ['both, with other 20 digits', { code: '033002100412', number: '87654321', digitalNumber: '{other}' }],
  ])('is taken once, met again by %s', async (_, again) => {
    const both = { code: '033002100412', number: '87654321', digitalNumber: digital, sumFen: 1_000 }
    if ((await entered(paperService)).length === 0) expect((await enter(both, paperService)).status).toBe(200)
    expect(await entered(paperService)).toMatchObject([{ number: '03300210041287654321', digitalNumber: digital }])
    const filled = (text: string) => text.replace('{digital}', digital).replace('{other}', newNumber())
    const change = { ...again, number: filled(again.number), digitalNumber: filled(again.digitalNumber ?? '') }
    const answer = await enter(change, nextService)
    expect(answer.body.error).toMatchObject({ code: 'payments.invoice-used-before', clause: 'G3.4' })
    expect(answer.body.error.zh).toContain((await shown(world, park, paperService)).no)
    expect(await entered(nextService)).toEqual([])
  })

  it('is taken by exactly one of a hundred who enter it at once by one number or the other', async () => {
    const one = await serviceAt(world, park, 'confirmed', { enterprise: 4, kind: 'standardisation' })
    const two = await serviceAt(world, park, 'confirmed', { enterprise: 2, kind: 'talent' })
    const [bodyOne, bodyTwo] = [await invoiceBody(world, park, one), await invoiceBody(world, park, two)]
    const wanted = newNumber()
    const paperOnly = { code: '033002100499', number: '11112222' }
    const forms = [
      { code: '', number: wanted },
      { ...paperOnly, digitalNumber: wanted },
    ]
    const client = await world.as(fundOf(park))
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, i) => {
        const [on, body] = i % 2 === 0 ? [one, bodyOne] : [two, bodyTwo]
        const sent = { ...body, ...forms[Math.floor(i / 2) % 2], sumFen: 1_000 }
        return client.call(contract.recordInvoice, { params: { serviceId: on }, body: sent })
      }),
    )
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1)
    const refused = answers.filter((answer) => answer.status !== 200).map((answer) => answer.body.error.code)
    expect(new Set(refused)).toEqual(new Set(['payments.invoice-used-before']))
    const rows = await world.sql<{ n: number }>('select count(*)::int as n from invoices where digital_number = $1', [
      wanted,
    ])
    expect(rows[0]?.n).toBe(1)
  }, 60_000)
})
