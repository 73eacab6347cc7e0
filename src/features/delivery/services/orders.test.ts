import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { approvedPilot, type County, type Park } from '../../../../database/demo/programme.ts'
import { diagnosed, enterprisesOf, officerOf, paper, serviceAt } from '../../../../tests/support/services.ts'
import { startWorld, type World } from '../../../../tests/support/world.ts'
import { noReference } from '../../../shared/inputs.ts'
import * as services from './contract.ts'
import * as contract from './order-contract.ts'

let world: World
let park: Park
let county: County
beforeAll(async () => {
  world = await startWorld()
  county = await approvedPilot(world)
  park = county.first
})
afterAll(() => world.stop())

const officer = () => world.as(officerOf(park))
const committed = async () => {
  const sum = `select sum(balance_fen)::int as fen from ledger_accounts where key like 'line-committed:%'`
  return (await world.sql<{ fen: number }>(sum))[0]?.fen ?? 0
}

describe('a need (G1.3)', () => {
  it('is refused before the enterprise has been diagnosed', async () => {
    const undiagnosed = (await enterprisesOf(world, park)).at(-1)?.enterpriseId ?? ''
    const body = { pilotId: park.pilotId, enterpriseId: undiagnosed, kind: 'talent' as const, need: '招聘工程师' }
    const answer = await (await officer()).call(contract.openNeed, { body })
    expect(answer.status).toBe(422)
    expect(answer.body.error).toMatchObject({ code: 'services.not-diagnosed', clause: 'G1.3' })
  })

  it('gets the next number of the year and the state 待选定', async () => {
    const enterpriseId = await diagnosed(world, park)
    const body = { pilotId: park.pilotId, enterpriseId, kind: 'talent' as const, need: '招聘工程师' }
    const first = await (await officer()).done(contract.openNeed, { body })
    const twice = await (await officer()).call(contract.openNeed, { body: { ...body, need: ' 招聘 工程师' } })
    expect(twice.body.error).toMatchObject({ code: 'common.recorded-before', clause: 'G1.3' })
    expect(twice.body.error.zh).toContain(first.no)
    const second = await (await officer()).done(contract.openNeed, { body: { ...body, need: '招聘技术员' } })
    expect(first).toMatchObject({ state: 'needed', countedOn: null })
    expect(first.no).toMatch(/^FW2026-\d{6}$/)
    expect(Number(second.no.slice(-6))).toBe(Number(first.no.slice(-6)) + 1)
  })

  it('is refused for a universal kind, without words, and by a post that may not order', async () => {
    const enterpriseId = await diagnosed(world, park)
    const body = { pilotId: park.pilotId, enterpriseId, kind: 'talent' as const, need: '招聘技术员' }
    const universal = await (await officer()).call(contract.openNeed, { body: { ...body, kind: 'training' } })
    expect(universal.body.error.code).toBe('services.not-tailored')
    const wordless = await (await officer()).call(contract.openNeed, { body: { ...body, need: '  ' } })
    expect(wordless.body.error.code).toBe('services.need-missing')
    for (const name of [`${park.name}·资金专员`, '嘉善县经信局·经办', '省经信厅·处室']) {
      expect((await (await world.as(name)).call(contract.openNeed, { body })).status).toBe(403)
    }
    const foreign = await world.as(officerOf(county.foreign))
    expect((await foreign.call(contract.openNeed, { body })).status).toBe(404)
  })
})

describe('the choice (G3.3)', () => {
  it('needs two unrelated agencies or a written reason', async () => {
    const serviceId = await serviceAt(world, park, 'needed')
    const client = await officer()
    const { products } = await client.done(contract.showChoices, { params: { serviceId } })
    const productId = products[0]?.productId ?? ''
    const body = { candidates: [productId], productId, reason: '只有一家' }
    const alone = await client.call(contract.selectProduct, { params: { serviceId }, body })
    expect(alone.body.error).toMatchObject({ code: 'services.too-few-agencies', clause: 'G3.3' })
    const done = await client.done(contract.selectProduct, {
      params: { serviceId },
      body: { ...body, fewReason: '另一家已停业' },
    })
    expect(done.state).toBe('selected')
  })

  it('takes only products of the kind and of the approved list, with a reason', async () => {
    const serviceId = await serviceAt(world, park, 'needed')
    const other = await serviceAt(world, park, 'needed', { kind: 'financing' })
    const client = await officer()
    const { products } = await client.done(contract.showChoices, { params: { serviceId } })
    const foreign = await client.done(contract.showChoices, { params: { serviceId: other } })
    const [a = '', b = ''] = products.map((one) => one.productId)
    const c = foreign.products[0]?.productId ?? ''
    const choose = (candidates: string[], productId: string, reason = '价格较低') =>
      client.call(contract.selectProduct, { params: { serviceId }, body: { candidates, productId, reason } })
    expect((await choose([a, c], a)).body.error.code).toBe('services.candidate-of-other-kind')
    expect((await choose([a, b], c)).body.error.code).toBe('services.choice-not-a-candidate')
    expect((await choose([a, b], a, ' ')).body.error.code).toBe('services.choice-without-reason')
    expect((await choose([a, serviceId], a)).status).toBe(422)
    expect((await choose([a, b], a)).status).toBe(200)
    expect((await choose([a, b], b)).body.error.code).toBe('common.not-in-state')
  })
})

describe('the contract (G3.3, G3.6)', () => {
  const terms = async (serviceId: string) => {
    const { lines, products } = await (await officer()).done(contract.showChoices, { params: { serviceId } })
    const priceFen = products[0]?.agreedPriceFen ?? 0
    return {
      contractNo: `HT-${serviceId.slice(-6)}`,
      signedOn: '2026-04-01',
      priceFen,
      provincialFen: priceFen,
      parkFen: 0,
      enterpriseFen: 0,
      lineId: lines[0]?.lineId ?? null,
      fileId: await paper(world, officerOf(park), '合同'),
    }
  }

  it('commits the provincial share on its fund line, and releases it when the service is called off', async () => {
    const serviceId = await serviceAt(world, park, 'selected')
    const before = await committed()
    const body = await terms(serviceId)
    const done = await (await officer()).done(contract.signContract, { params: { serviceId }, body })
    expect(done.state).toBe('contracted')
    expect(await committed()).toBe(before + body.provincialFen)
    const wordless = await (await officer()).call(contract.cancelService, {
      params: { serviceId },
      body: { reason: '' },
    })
    expect(wordless.body.error.code).toBe('common.reason-missing')
    await (await officer()).done(contract.cancelService, { params: { serviceId }, body: { reason: '企业搬迁' } })
    expect(await committed()).toBe(before)
    const twice = await (await officer()).call(contract.cancelService, {
      params: { serviceId },
      body: { reason: '再次取消' },
    })
    expect(twice.body.error.code).toBe('common.not-in-state')
  })

  it('is refused above the agreed price, outside the period, before the choice, in the future, with wrong shares or sums', async () => {
    const serviceId = await serviceAt(world, park, 'selected')
    const good = await terms(serviceId)
    const refused = async (patch: Partial<typeof good>) => {
      const answer = await (await officer()).call(contract.signContract, {
        params: { serviceId },
        body: { ...good, ...patch },
      })
      expect(answer.status).toBe(422)
      return answer.body.error
    }
    const dearer = { priceFen: good.priceFen + 1, provincialFen: good.priceFen + 1 }
    expect(await refused(dearer)).toMatchObject({ code: 'services.above-agreed-price', clause: 'G3.3' })
    expect((await refused({ signedOn: '2025-12-31' })).code).toBe('services.outside-period')
    expect((await refused({ signedOn: '2026-03-31' })).code).toBe('services.before-step-before')
    expect((await refused({ signedOn: '2026-04-02' })).code).toBe('common.day-in-future')
    expect((await refused({ signedOn: '2026-02-30' })).code).toBe('common.bad-day')
    expect((await refused({ enterpriseFen: 5 })).code).toBe('services.shares-do-not-add-up')
    expect((await refused({ parkFen: -100, enterpriseFen: 100 })).code).toBe('services.bad-amount')
    expect((await refused({ priceFen: 1e30 })).fields.map((one) => one.field)).toEqual(['priceFen'])
    expect((await refused({ priceFen: 0.5 })).fields.map((one) => one.field)).toEqual(['priceFen'])
    expect((await refused({ lineId: null })).code).toBe('services.no-fund-line')
    expect((await refused({ contractNo: ' ' })).code).toBe('services.contract-number-missing')
    expect((await refused({ contractNo: '！！！' })).fields).toMatchObject([
      { field: 'contractNo', zh: noReference.zh },
    ])
    expect((await refused({ fileId: serviceId })).fields[0]?.field).toBe('fileId')
  })

  it('takes no number twice, and no file that proves something already', async () => {
    const serviceId = await serviceAt(world, park, 'selected')
    const taken = await serviceAt(world, park, 'contracted')
    const { signed } = await (await officer()).done(services.showService, { params: { serviceId: taken } })
    const body = { ...(await terms(serviceId)), contractNo: signed?.contractNo ?? '' }
    const twice = await (await officer()).call(contract.signContract, { params: { serviceId }, body })
    expect(twice.body.error.code).toBe('services.contract-number-taken')
    // sent again, as from a stale tab: its own number is not held against it
    const own = { ...(await terms(taken)), contractNo: signed?.contractNo ?? '' }
    const again = await (await officer()).call(contract.signContract, { params: { serviceId: taken }, body: own })
    expect(again.body.error).toMatchObject({ code: 'common.not-in-state', fields: [] })
    const used = await terms(serviceId)
    const foreignFile = { ...used, fileId: signed?.file.fileId ?? '' }
    const bound = await (await officer()).call(contract.signContract, { params: { serviceId }, body: foreignFile })
    expect(bound.body.error.fields[0]?.field).toBe('fileId')
  })

  it('is closed to a foreign park and to other posts', async () => {
    const serviceId = await serviceAt(world, park, 'selected')
    const body = await terms(serviceId)
    const foreign = await world.as(officerOf(county.foreign))
    expect((await foreign.call(contract.signContract, { params: { serviceId }, body })).status).toBe(404)
    expect((await foreign.call(contract.showChoices, { params: { serviceId } })).status).toBe(404)
    expect(
      (await foreign.call(contract.cancelService, { params: { serviceId }, body: { reason: '与我无关' } })).status,
    ).toBe(404)
    const fund = await world.as(`${park.name}·资金专员`)
    expect((await fund.call(contract.signContract, { params: { serviceId }, body })).status).toBe(403)
  })

  it('is signed once by two clicks at the same moment', async () => {
    const serviceId = await serviceAt(world, park, 'selected')
    const before = await committed()
    const body = await terms(serviceId)
    const other = { ...body, contractNo: `${body.contractNo}-B`, fileId: await paper(world, officerOf(park), '合同') }
    const client = await officer()
    const answers = await Promise.all(
      [body, other].map((one) => client.call(contract.signContract, { params: { serviceId }, body: one })),
    )
    expect(answers.map((one) => one.status).sort()).toEqual([200, 422])
    expect(await committed()).toBe(before + body.provincialFen)
  })
})

it('closes only what is confirmed and paid (G3.4)', async () => {
  const serviceId = await serviceAt(world, park, 'confirmed')
  const owed = await (await officer()).call(contract.closeService, { params: { serviceId }, body: {} })
  expect(owed.body.error).toMatchObject({ code: 'services.unpaid', clause: 'G3.6' })
  const open = await serviceAt(world, park, 'needed')
  const early = await (await officer()).call(contract.closeService, { params: { serviceId: open }, body: {} })
  expect(early.body.error.code).toBe('common.not-in-state')
})

it('the database, too, takes no signs for a word or a number', async () => {
  for (const [text, letter, number] of [
    ['！？。', false, false],
    ['、、', false, false],
    ['--', false, false],
    ['12', false, true],
    ['甲', true, true],
    ['a1', true, true],
  ])
    expect(await world.sql('select holds_letter($1) as letter, holds_letter_or_digit($1) as number', [text])).toEqual([
      { letter, number },
    ])
})
