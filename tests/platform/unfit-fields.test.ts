import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newClient, type Refused } from '../../database/demo/client.ts'
import type { County, Park } from '../../database/demo/programme.ts'
import * as activities from '../../src/features/delivery/activities/contract.ts'
import * as diagnoses from '../../src/features/delivery/diagnoses/contract.ts'
import * as payments from '../../src/features/delivery/payments/contract.ts'
import * as orders from '../../src/features/delivery/services/order-contract.ts'
import * as pilots from '../../src/features/programme/pilots/contract.ts'
import type { Route } from '../../src/shared/route.ts'
import { invoiceBody, invoicedPark, paymentBody } from '../support/payments.ts'
import { fundOf, officerOf, paper, serviceAt, worstAnswers } from '../support/services.ts'
import { startWorld, type World } from '../support/world.ts'

let world: World
let county: County
let park: Park
let serviceId = ''
const ids = { selected: '', confirmed: '', undiagnosed: '', line: '', file: '' }
beforeAll(async () => {
  world = await startWorld()
  ;({ county, park, serviceId } = await invoicedPark(world))
  ids.selected = await serviceAt(world, park, 'selected', { kind: 'supply-chain', enterprise: 1 })
  ids.confirmed = await serviceAt(world, park, 'confirmed', { kind: 'talent', enterprise: 2 })
  const enterprises = await world.sql<{ id: string }>(
    `select id from pilot_enterprises e where pilot_id = $1 and not exists (select from diagnoses where enterprise_id = e.id)`,
    [park.pilotId],
  )
  ids.undiagnosed = enterprises[0]?.id ?? ''
  const { lines } = await (await world.as(officerOf(park))).done(orders.showChoices, {
    params: { serviceId: ids.selected },
  })
  ids.line = lines[0]?.lineId ?? ''
  ids.file = await paper(world, officerOf(park), '合同')
})
afterAll(() => world.stop())

const province = '省经信厅·处室'

/** A form filled in rightly; which of its fields hold numbers, and something else that a rule refuses, by field. */
type Case = {
  readonly route: Route
  readonly by: () => string
  readonly params?: () => object
  readonly body: () => Promise<object> | object
  readonly unfit: readonly string[]
  readonly wrong: Readonly<Record<string, unknown>>
}

const cases: Readonly<Record<string, Case>> = {
  contract: {
    route: orders.signContract,
    by: () => officerOf(park),
    params: () => ({ serviceId: ids.selected }),
    body: () => ({
      contractNo: 'HT-0001',
      signedOn: '2026-06-20',
      priceFen: 400_000,
      provincialFen: 300_000,
      parkFen: 60_000,
      enterpriseFen: 40_000,
      lineId: ids.line,
      fileId: ids.file,
    }),
    unfit: ['priceFen', 'provincialFen', 'parkFen', 'enterpriseFen'],
    wrong: { fileId: '', contractNo: '', signedOn: '2026-02-30' },
  },
  invoice: {
    route: payments.recordInvoice,
    by: () => fundOf(park),
    params: () => ({ serviceId: ids.confirmed }),
    body: () => invoiceBody(world, park, ids.confirmed),
    unfit: ['sumFen'],
    wrong: { issuedOn: '2026-07-01', buyerUscc: '91330421MA20000' },
  },
  payment: {
    route: payments.preparePayment,
    by: () => fundOf(park),
    params: () => ({ serviceId }),
    body: () => paymentBody(world, park, serviceId),
    unfit: ['provincialFen', 'parkFen'],
    wrong: { payeeName: '另一家机构', purpose: '' },
  },
  diagnosis: {
    route: diagnoses.recordDiagnosis,
    by: () => officerOf(park),
    params: () => ({ enterpriseId: ids.undiagnosed }),
    body: () => ({
      answers: worstAnswers,
      facts: { foundedOn: '2016-05-01', revenueWan: 3000, researchWan: 180, titles: [] },
    }),
    unfit: ['facts.revenueWan', 'facts.researchWan'],
    wrong: { diagnosedOn: '2026-07-01', 'facts.foundedOn': '2026-02-30' },
  },
  activity: {
    route: activities.recordActivity,
    by: () => officerOf(park),
    params: () => ({ pilotId: park.pilotId }),
    body: () => ({
      kind: 'policy-briefing',
      title: '政策宣讲',
      heldOn: '2026-06-18',
      place: '报告厅',
      attendees: [{ uscc: park.uscc, name: '某甲公司', people: 3 }],
    }),
    unfit: ['attendees.0.people'],
    wrong: { heldOn: '2026-07-01', title: '' },
  },
  batch: {
    route: pilots.createBatch,
    by: () => province,
    body: () => ({ edition: 'zj-2023', firstYear: 2027, name: '另一批次' }),
    unfit: ['firstYear'],
    wrong: { edition: 'none' },
  },
  pilot: {
    route: pilots.admitPilot,
    by: () => province,
    body: () => ({
      batchId: county.batchId,
      awardFen: 500_000_000,
      newPark: { parentId: county.countyId, name: '新的园区' },
    }),
    unfit: ['awardFen'],
    wrong: { 'newPark.uscc': '91330421MA2000019A' },
  },
}

/** The same with something else at a path. */
function changed(body: object, path: string, value: unknown): object {
  const copy = structuredClone(body) as Record<string, unknown>
  const parts = path.split('.')
  const holder = parts.slice(0, -1).reduce((at, part) => at[part] as Record<string, unknown>, copy)
  holder[parts.at(-1) ?? ''] = value
  return copy
}

/** Every field that is told of; `unread`: what the sender says it could not read. */
async function told({ route, by, params }: Case, body: object, unread?: readonly string[]): Promise<string[]> {
  const request = { ...(params ? { params: params() } : {}), body, ...(unread ? { unread } : {}) }
  const answer = await (await world.as(by())).call(route, request as never)
  expect(answer.status).toBe(422)
  const { fields } = (answer.body as unknown as Refused).error
  for (const { zh, en } of fields) expect([zh, en].every(Boolean)).toBe(true)
  return fields.map(({ field }) => field).sort()
}

describe.each(Object.entries(cases))('%s', (_, one) => {
  it('a number that cannot be read is told alone, where nothing else is wrong', async () => {
    const body = await one.body()
    for (const field of one.unfit) {
      expect(await told(one, changed(body, field, '12,5'))).toEqual([field])
      expect(await told(one, body, [field])).toEqual([field])
    }
    const all = one.unfit.reduce((at, field) => changed(at, field, '约十万'), body)
    expect(await told(one, all)).toEqual([...one.unfit].sort())
  })

  it('with it, whatever else is wrong', async () => {
    const body = Object.entries(one.wrong).reduce((at, [field, value]) => changed(at, field, value), await one.body())
    const wrong = Object.keys(one.wrong)
    for (const field of one.unfit) {
      expect(await told(one, changed(body, field, '12,5'))).toEqual([field, ...wrong].sort())
      expect(await told(one, body, [field])).toEqual([field, ...wrong].sort())
    }
  })
})

it('what its sender could not read is never done, whatever stands there and however it is called', async () => {
  const bodies = await Promise.all(Object.values(cases).map(async (one) => ({ one, body: await one.body() })))
  const before = await world.sql('select count(*)::int as n from audit_events')
  for (const { one, body } of bodies)
    for (const [sent, field] of [
      ['place', 'place'],
      ['no.such.field', 'no.such.field'],
      ['何处', 'body'],
    ] as const)
      expect(await told(one, body, [sent])).toEqual([field])
  expect(await world.sql('select count(*)::int as n from audit_events')).toEqual(before)
})

it('who may not do it is told that, whatever stands in the body, and who is nobody that', async () => {
  for (const { route, params } of Object.values(cases)) {
    const request = { ...(params ? { params: params() } : {}), body: { nonsense: true } } as never
    expect((await (await world.as('嘉善县财政局·经办')).call(route, request)).status).toBe(403)
    expect((await newClient(world.http).call(route, request)).status).toBe(401)
  }
})

it('a rule that held one field against others names them all', async () => {
  const { route, by, params, body } = cases.contract as Case
  const request = { params: params?.(), body: changed(await body(), 'parkFen', 1) } as never
  const answer = await (await world.as(by())).call(route, request)
  expect((answer.body as unknown as Refused).error.fields).toMatchObject([
    { field: 'provincialFen', rests: ['priceFen', 'parkFen', 'enterpriseFen'] },
  ])
})
