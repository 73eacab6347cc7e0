import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { approvedPilot, type Park } from '../../database/demo/programme.ts'
import { endpoints } from '../../src/app.ts'
import * as funds from '../../src/features/money/funds/contract.ts'
import * as tranches from '../../src/features/money/funds/tranche-contract.ts'
import * as inbox from '../../src/features/oversight/inbox/contract.ts'
import { editionOf } from '../../src/policy/editions/edition.ts'
import { clausesOf } from '../../src/policy/editions/edition-clauses.ts'
import { citation } from '../architecture/citations.ts'
import { recommend, release, uploadVoucher } from '../support/funded.ts'
import { managerOf, officerOf, serviceAt } from '../support/services.ts'
import { noticePilot, publish } from '../support/tranches.ts'
import { startWorld, type World } from '../support/world.ts'

const economy = '嘉善县经信局·经办'
const finance = '嘉善县财政局·经办'
const inForce = clausesOf(editionOf('zj-2025'))
let world: World
let park: Park
let fund: string
let noticeId: string
beforeAll(async () => {
  world = await startWorld()
  const county = await approvedPilot(world)
  park = await noticePilot(world, county)
  fund = `${park.name}·资金专员`
})
afterAll(() => world.stop())

/** Clauses named anywhere in a reply, that the edition of the park does not know. */
function strangersIn(reply: unknown): string[] {
  const cited = JSON.stringify(reply).match(new RegExp(citation, 'g')) ?? []
  return [...new Set(cited)].filter((clause) => !inForce.some((known) => known === clause))
}

/** Every page about this very park, for each post that may open it. */
async function pagesOf(): Promise<Map<string, string[]>> {
  const [filings, services, enterprises] = [
    await world.sql<{ id: string }>('select id from filings where unit_id = $1', [park.parkId]),
    await world.sql<{ id: string }>('select id from services where pilot_id = $1', [park.pilotId]),
    await world.sql<{ id: string }>('select id from pilot_enterprises where pilot_id = $1', [park.pilotId]),
  ]
  const ids: Readonly<Record<string, readonly string[]>> = {
    pilotId: [park.pilotId],
    filingId: filings.map(({ id }) => id),
    serviceId: services.map(({ id }) => id),
    enterpriseId: enterprises.slice(0, 2).map(({ id }) => id),
    noticeId: noticeId ? [noticeId] : [],
    no: ['1', '2'],
  }
  const pages = endpoints
    .filter(({ kind, route }) => kind === 'query' && route.path.includes(':'))
    .flatMap(({ route }) => {
      const names = [...route.path.matchAll(/:(\w+)/g)].map((match) => match[1] ?? '')
      return names.reduce(
        (paths, name) => paths.flatMap((path) => (ids[name] ?? []).map((id) => path.replace(`:${name}`, id))),
        [route.path],
      )
    })
  const wrong = new Map<string, string[]>()
  let opened = 0
  for (const who of [managerOf(park), officerOf(park), fund, economy, finance, '省经信厅·处室']) {
    const client = await world.as(who)
    for (const page of [...pages, `/api/guide?pilotId=${park.pilotId}`]) {
      const { status, body } = await client.get(page)
      if (status === 200) opened++
      const strangers = strangersIn(body)
      if (strangers.length > 0) wrong.set(`${page} for ${who}`, strangers)
    }
    const tasks = (await client.done(inbox.showInbox)).mine.tasks.filter((task) => task.parkName === park.name)
    if (strangersIn(tasks).length > 0) wrong.set(`inbox of ${who}`, strangersIn(tasks))
  }
  expect(opened).toBeGreaterThan(60)
  return wrong
}

const none = new Map<string, string[]>()
const at = (no: number) => ({ pilotId: park.pilotId, no })

describe('a park of the edition of 2025 is told of clauses of that edition alone', () => {
  it('on every page after its plan is approved, while nothing is paid', { timeout: 120_000 }, async () => {
    await serviceAt(world, park, 'disputed')
    expect(await pagesOf()).toEqual(none)
  })

  it('while its first tranche is announced, paid and received, and in every refusal on the way', {
    timeout: 120_000,
  }, async () => {
    const refused: unknown[] = []
    const no = (answer: { status: number; body: unknown }) => {
      expect(answer.status).toBe(422)
      refused.push(answer.body)
    }
    const bureau = await world.as(economy)
    const filing = { number: 'ZJ-1', name: '拨付备案', filedOn: '2026-04-01', reason: '' }
    no(await bureau.call(tranches.fileDisbursement, { params: at(1), body: filing }))
    await recommend(world, park, 1)
    expect(await pagesOf()).toEqual(none)
    noticeId = await publish(world, park, 1)
    no(await bureau.call(funds.withdrawRecommendation, { params: at(1), body: { reason: '金额有误' } }))
    world.setClock('2026-04-10')
    const [payer, receiver] = [await world.as(finance), await world.as(fund)]
    const voucherFileId = await uploadVoucher(world, finance)
    for (const paidOn of ['2026-03-01', '2026-12-01'])
      no(await payer.call(funds.releaseTranche, { params: at(1), body: { voucherNo: 'A', voucherFileId, paidOn } }))
    await release(world, park, 1)
    for (const receivedOn of ['2026-03-01', '2026-12-01'])
      no(await receiver.call(funds.confirmReceipt, { params: at(1), body: { receivedOn } }))
    await receiver.done(funds.confirmReceipt, { params: at(1), body: { receivedOn: '2026-04-10' } })
    expect(await pagesOf()).toEqual(none)
    const { entries } = await payer.done(funds.listEntries, { params: { pilotId: park.pilotId } })
    for (const { entryId } of entries)
      for (const who of [payer, await world.as(managerOf(park))]) {
        const answer = await who.call(funds.reverseEntry, { params: { entryId }, body: { reason: '' } })
        if (answer.status === 422) refused.push(answer.body)
      }
    expect(refused.length).toBeGreaterThan(8)
    expect(refused.flatMap(strangersIn)).toEqual([])
  })
})
