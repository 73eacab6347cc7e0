import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  approve,
  approvedPilot,
  type County,
  draftPlan,
  type Park,
  submitPlan,
} from '../../../../database/demo/programme.ts'
import { abilityIn } from '../../../../tests/support/abilities.ts'
import { fundedPilot } from '../../../../tests/support/funded.ts'
import { invoiceBody, newNumber, shown } from '../../../../tests/support/payments.ts'
import { enterprisesOf, fundOf, managerOf, paper, serviceAt } from '../../../../tests/support/services.ts'
import { startWorld, type World } from '../../../../tests/support/world.ts'
import * as contract from './contract.ts'

let world: World
let county: County & { park: Park }
let park: Park
let serviceId: string
beforeAll(async () => {
  world = await startWorld()
  county = await fundedPilot(world)
  park = county.park
  world.setClock('2026-06-10')
  serviceId = await serviceAt(world, park, 'confirmed')
  world.setClock('2026-06-20')
})
afterAll(() => world.stop())

type Change = Partial<Awaited<ReturnType<typeof invoiceBody>>>

async function enter(change: Change, on = serviceId, by = fundOf(park), of = park) {
  const body = { ...(await invoiceBody(world, of, on)), ...change }
  return (await world.as(by)).call(contract.recordInvoice, { params: { serviceId: on }, body })
}

const entered = async (on = serviceId) => (await shown(world, park, on)).invoices

describe('an invoice (G3.4)', () => {
  it.each<[string, Change, string, string]>([
    ['of another seller', { sellerUscc: '91330421MA27XXXX00' }, 'payments.seller-is-not-the-agency', 'sellerUscc'],
    ['of a seller named otherwise', { sellerName: '张三' }, 'payments.seller-name-differs', 'sellerName'],
    ['to a stranger', { buyerUscc: '91330421MA1000000X' }, 'payments.buyer-is-a-stranger', 'buyerUscc'],
    ['to the park under another name', { buyerName: '另一家有限公司' }, 'payments.buyer-name-differs', 'buyerName'],
    ['to nobody', { buyerUscc: '' }, 'payments.buyer-is-a-stranger', 'buyerUscc'],
    ['older than the contract', { issuedOn: '2026-06-09' }, 'payments.invoice-before-contract', 'issuedOn'],
    ['of tomorrow', { issuedOn: '2026-06-21' }, 'common.day-in-future', 'issuedOn'],
    ['over the contract', { sumFen: 2_000_001 }, 'payments.invoices-above-contract', 'sumFen'],
    ['of nothing', { sumFen: 0 }, 'common.amount-not-positive', 'sumFen'],
    ['with a number of 19 digits', { number: '2633700000000000001' }, 'payments.bad-invoice-number', 'number'],
    ['with a number in letters', { number: '２６３３７abcdefghijklmno' }, 'payments.bad-invoice-number', 'number'],
    ['with no number', { number: '' }, 'payments.bad-invoice-number', 'number'],
    ['with an old code and a new number', { code: '033002100411' }, 'payments.digital-has-no-code', 'code'],
  ])('is refused %s', async (_, change, code, field) => {
    const answer = await enter(change)
    expect(answer.status).toBe(422)
    expect(answer.body.error).toMatchObject({ code, clause: 'G3.4', fields: [{ field }] })
    expect(await entered()).toEqual([])
  })

  it.each<[string, object, string]>([
    ['a negative sum', { sumFen: -1 }, 'sumFen'],
    ['half a fen', { sumFen: 100.5 }, 'sumFen'],
    ['a sum beyond everything', { sumFen: 9_007_199_254_740_992 }, 'sumFen'],
    ['a sum in words', { sumFen: '100' }, 'sumFen'],
    ['no day at all', { issuedOn: '2026-02-30' }, 'issuedOn'],
    ['a number of 200 digits', { number: '1'.repeat(200) }, 'number'],
    ['a file that is not there', { fileId: '0198a000-0000-7000-8000-000000000000' }, 'fileId'],
    ['a file that is no id', { fileId: '../../etc/passwd' }, 'fileId'],
    ['a seller without a name', { sellerName: ' ' }, 'sellerName'],
    ['something nobody asked for', { approved: true }, 'body'],
  ])('names the field of %s', async (_, change, field) => {
    const answer = await enter(change as Change)
    expect(answer.status).toBe(422)
    expect(answer.body.error.fields.map((one) => one.field)).toContain(field)
    expect(await entered()).toEqual([])
  })

  it('is for the park, on its own services', async () => {
    expect((await enter({}, serviceId, '嘉善县经信局·经办')).status).toBe(403)
    expect((await enter({}, serviceId, '嘉善县财政局·负责人')).status).toBe(403)
    expect((await enter({}, serviceId, '省财政厅·处室')).status).toBe(403)
    expect((await enter({}, serviceId, fundOf(county.second))).status).toBe(404)
    expect((await enter({}, serviceId, fundOf(county.foreign))).status).toBe(404)
    const stranger = await world.stranger().call(contract.recordInvoice, {
      params: { serviceId },
      body: await invoiceBody(world, park, serviceId),
    })
    expect(stranger.status).toBe(401)
    expect(await entered()).toEqual([])
  })

  it('comes after the enterprise has confirmed', async () => {
    const delivered = await serviceAt(world, park, 'delivered', { enterprise: 1 })
    const early = await enter({}, delivered)
    expect(early.body.error).toMatchObject({ code: 'common.not-in-state', clause: 'G3.4' })
    const view = await shown(world, park, delivered)
    expect(abilityIn(view.actions, 'record-invoice')).toMatchObject({
      allowed: false,
      clause: 'G3.4',
    })
  })

  it('is not proven by a paper that proves something else already', async () => {
    const fileId = await paper(world, fundOf(park), '发票')
    const other = await serviceAt(world, park, 'confirmed', { enterprise: 1, kind: 'talent' })
    expect((await enter({ fileId }, other)).status).toBe(200)
    const again = await enter({ fileId })
    expect(again.body.error.fields).toMatchObject([{ field: 'fileId' }])
    expect(await entered()).toEqual([])
  })

  it('is recorded with its paper, its buyer and its writer, and moves the service on', async () => {
    const before = await shown(world, park, serviceId)
    expect(before).toMatchObject({ state: 'confirmed', invoices: [], limits: null, owedFen: 0 })
    expect(before.buyers[0]).toEqual({ uscc: park.uscc, name: park.name })
    const enterprise = (await enterprisesOf(world, park)).find(({ uscc }) => uscc === before.buyers[1]?.uscc)
    expect(enterprise?.name).toBe(before.enterpriseName)
    const answer = await enter({ number: ' ２６３３7000009900000001' })
    expect(answer.body).toMatchObject({ state: 'invoiced' })
    const after = await shown(world, park, serviceId, managerOf(park))
    expect(after).toMatchObject({ state: 'invoiced', owedFen: 1_900_000, paidFen: 0 })
    expect(after.invoices).toMatchObject([
      {
        number: '26337000009900000001',
        buyerName: park.name,
        issuedOn: '2026-06-20',
        sumFen: 1_900_000,
        openFen: 1_900_000,
        recordedByName: fundOf(park),
        file: { name: '电子发票.pdf' },
      },
    ])
    expect(after.limits).toEqual({
      invoiceFen: 1_900_000,
      provincialFen: 1_800_000,
      parkFen: 100_000,
      lineFen: 3_600_000,
      cashFen: 150_000_000,
    })
    const file = await (await world.as('嘉善县财政局·经办')).get(`/api/files/${after.invoices[0]?.file.fileId}`)
    expect(file.status).toBe(200)
    const foreign = await (await world.as(fundOf(county.foreign))).get(`/api/files/${after.invoices[0]?.file.fileId}`)
    expect(foreign.status).toBe(404)
  })

  it('may be of the old kind, with a code', async () => {
    const old = await serviceAt(world, park, 'confirmed', { enterprise: 2, kind: 'talent' })
    expect((await enter({ code: '033002100411', number: '12345678' }, old)).status).toBe(200)
    expect((await entered(old))[0]?.number).toBe('03300210041112345678')
    const again = await enter({ code: '033002100411', number: '12345678', sumFen: 1 }, old)
    expect(again.body.error.code).toBe('payments.invoice-used-before')
  })

  it('comes in parts that together stay within the contract', async () => {
    const parts = await serviceAt(world, park, 'confirmed', { enterprise: 3, kind: 'talent' })
    expect((await enter({ sumFen: 1_500_000 }, parts)).status).toBe(200)
    expect((await enter({ sumFen: 500_001 }, parts)).body.error.code).toBe('payments.invoices-above-contract')
    expect((await enter({ sumFen: 500_000 }, parts)).status).toBe(200)
    expect(await entered(parts)).toHaveLength(2)
    expect((await shown(world, park, parts)).owedFen).toBe(1_900_000)
  })
})

describe('one invoice number in the whole province (G3.4)', () => {
  const number = '26337000008800000001'

  it('is refused again in the park, and names the service', async () => {
    const first = await serviceAt(world, park, 'confirmed', { enterprise: 3, kind: 'financing' })
    expect((await enter({ number }, first)).status).toBe(200)
    const second = await serviceAt(world, park, 'confirmed', { enterprise: 4, kind: 'financing' })
    const again = await enter({ number }, second)
    expect(again.body.error).toMatchObject({
      code: 'payments.invoice-used-before',
      clause: 'G3.4',
      fields: [{ field: 'number' }],
    })
    expect(again.body.error.zh).toContain((await shown(world, park, first)).no)
    expect(await entered(second)).toEqual([])
  })

  it.each(['another park of the county', 'a park of another county'])(
    'is refused in %s, without a word on where',
    async (which) => {
      const other = which.startsWith('another') ? county.second : county.foreign
      if (other === county.second) await approvedPilot(world, other)
      else {
        await draftPlan(world, other)
        await submitPlan(world, other)
        for (const officer of ['海宁市经信局·经办', '海宁市财政局·经办']) await approve(world, other, officer)
      }
      const there = await serviceAt(world, other, 'confirmed')
      const answer = await enter({ number }, there, fundOf(other), other)
      expect(answer.status).toBe(422)
      expect(answer.body.error).toMatchObject({
        code: 'payments.invoice-used-before',
        zh: '这张发票已经登记过：本省其他记录。',
        en: 'This invoice has been entered before: another record in the province.',
      })
      const told = JSON.stringify(answer.body)
      for (const secret of [park.name, '归谷', 'FW2026', park.pilotId]) expect(told).not.toContain(secret)
      expect((await shown(world, other, there)).invoices).toEqual([])
      expect((await enter({}, there, fundOf(other), other)).status).toBe(200)
    },
  )

  it('is taken by exactly one of a hundred who enter it at once', async () => {
    const one = await serviceAt(world, park, 'confirmed', { enterprise: 0, kind: 'standardisation' })
    const two = await serviceAt(world, park, 'confirmed', { enterprise: 1, kind: 'standardisation' })
    const there = await serviceAt(world, county.second, 'confirmed', { enterprise: 1, kind: 'standardisation' })
    const wanted = newNumber()
    const bodies = []
    for (let i = 0; i < 100; i++) {
      const [of, on] = i % 3 === 0 ? [park, one] : i % 3 === 1 ? [park, two] : [county.second, there]
      bodies.push({ of, on, body: { ...(await invoiceBody(world, of, on)), number: wanted, sumFen: 1_000 } })
    }
    const clients = {
      [park.name]: await world.as(fundOf(park)),
      [county.second.name]: await world.as(fundOf(county.second)),
    }
    const answers = await Promise.all(
      bodies.map(({ of, on, body }) =>
        clients[of.name]?.call(contract.recordInvoice, { params: { serviceId: on }, body }),
      ),
    )
    expect(answers.filter((answer) => answer?.status === 200)).toHaveLength(1)
    const refused = answers.filter((answer) => answer?.status === 422)
    expect(refused).toHaveLength(99)
    expect(new Set(refused.map((answer) => answer?.body.error.code))).toEqual(new Set(['payments.invoice-used-before']))
    const rows = await world.sql<{ n: number }>('select count(*)::int as n from invoices where number = $1', [wanted])
    expect(rows[0]?.n).toBe(1)
  }, 60_000)

  it('stays as it was entered, even for the owner of the database', async () => {
    await expect(world.sql('update invoices set total_fen = 1')).rejects.toThrow()
    await expect(world.sql('delete from invoices')).rejects.toThrow()
  })

  it('leaves a trace with its figures', async () => {
    const rows = await world.sql<{ after: object }>(
      `select after from audit_events where subject = $1 and kind = 'service.invoiced'`,
      [serviceId],
    )
    expect(rows).toMatchObject([{ after: { state: 'invoiced', invoice: { sumFen: 1_900_000, buyerUscc: park.uscc } } }])
  })
})
