import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Answer, Refused } from '../../../../database/demo/client.ts'
import type { Park } from '../../../../database/demo/programme.ts'
import {
  approveAll,
  approveAs,
  askFor,
  changed,
  contractedPark,
  planOf,
  reported,
  speakers,
  submit,
  withMoney,
  withTarget,
} from '../../../../tests/support/matters.ts'
import { diagnosed, managerOf, serviceAt } from '../../../../tests/support/services.ts'
import { startWorld, type World } from '../../../../tests/support/world.ts'
import * as orders from '../../delivery/services/order-contract.ts'
import * as acts from '../course/act-contract.ts'
import * as course from '../course/contract.ts'

let world: World
let park: Park
beforeAll(async () => {
  world = await startWorld()
  ;({ park } = await contractedPark(world))
})
afterAll(() => world.stop())

const said = ({ status, body }: Answer<Refused>) => [status, body.error.code, body.error.clause]

describe('one after the other, and at once', () => {
  it('takes one change at a time; the next one is stale and has to be drawn anew', async () => {
    const { content } = await planOf(world, park)
    const one = await reported(world, park, 'target-change')
    await askFor(world, park, one, withTarget(content, 'P1', 24))
    const two = await reported(world, park, 'target-change')
    await askFor(world, park, two, withTarget(content, 'P3', 33))
    await submit(world, park, one)
    const client = await world.as(managerOf(park))
    const both = await client.call(acts.submitFiling, { params: { filingId: two } })
    expect(said(both)).toEqual([422, 'matter.another-change-open', 'G5.5'])
    await approveAll(world, one)
    const { gaps } = await client.done(course.checkFiling, { params: { filingId: two } })
    expect(gaps.map((gap) => gap.code)).toEqual(['matter.change-stale'])
    expect(said(await client.call(acts.submitFiling, { params: { filingId: two } }))[1]).toBe('review.gaps-remain')
    await askFor(world, park, two, withTarget((await planOf(world, park)).content, 'P3', 33))
    await submit(world, park, two)
    expect((await approveAll(world, two)).madeNo).toBe(3)
    const now = (await planOf(world, park)).content.targets.rows
    expect([
      now.find((row) => row.indicator === 'P1')?.target,
      now.find((row) => row.indicator === 'P3')?.target,
    ]).toEqual([24, 33])
  })

  it('asks again at each approval: what was bound meanwhile cannot be given away any more', async () => {
    const { content } = await planOf(world, park)
    const at = content['fund-lines'].rows.findIndex((row) => row.serviceKind === 'talent')
    const all = content['fund-lines'].rows[at]?.provincialFen ?? 0
    const rows = withMoney(content, at, 0, all)['fund-lines'].rows
    const emptied = rows.map((row, i) => (i === at ? { ...row, quantity: 1, unitPriceFen: 5_000_000 } : row))
    const filingId = await reported(world, park, 'target-change')
    await askFor(world, park, filingId, { 'fund-lines': { rows: emptied } })
    await submit(world, park, filingId)
    for (const name of speakers.slice(0, 3)) await approveAs(world, name, filingId)
    await serviceAt(world, park, 'contracted', { kind: 'talent', enterprise: 1 })
    const answer = await approveAs(world, speakers[3], filingId)
    expect(said(answer)).toEqual([422, 'matter.no-longer-possible', 'G5.5'])
    expect(answer.body.error.zh).toContain('已签约和支出')
    expect((await planOf(world, park)).versions).toHaveLength(3)
    const back = { verdict: 'return' as const, versionNo: 1, marks: [{ section: 'change', reason: '该用途已签约' }] }
    const finance = await world.as(speakers[3])
    expect((await finance.done(acts.giveOpinion, { params: { filingId }, body: back })).state).toBe('returned')
  })

  it('two last approvals at once make one version', async () => {
    const { content, versions } = await planOf(world, park)
    const filingId = await reported(world, park, 'target-change')
    await askFor(world, park, filingId, withTarget(content, 'P1', 26))
    await submit(world, park, filingId)
    for (const name of speakers.slice(0, 3)) await approveAs(world, name, filingId)
    const answers = await Promise.all(
      [speakers[3], speakers[3], speakers[3]].map((name) => approveAs(world, name, filingId)),
    )
    expect(answers.map((one) => one.status).sort()).toEqual([200, 422, 422])
    expect((await planOf(world, park)).versions).toHaveLength(versions.length + 1)
  })

  it('an enterprise that leaves and a service that is ordered for it at once: one of the two', async () => {
    const { content } = await planOf(world, park)
    const enterpriseId = await diagnosed(world, park, 4)
    const [leaving] = await world.sql<{ uscc: string }>(`select uscc from pilot_enterprises where id = $1`, [
      enterpriseId,
    ])
    const rows = content.enterprises.rows.filter((row) => row.uscc !== leaving?.uscc)
    const filingId = await reported(world, park, 'enterprise-change')
    await askFor(world, park, filingId, { enterprises: { rows } })
    await submit(world, park, filingId)
    for (const name of speakers.slice(0, 3)) await approveAs(world, name, filingId)
    const officer = await world.as(`${park.name}·服务专员`)
    const need = { pilotId: park.pilotId, enterpriseId, kind: 'talent' as const, need: '招聘技术员' }
    const [approval, order] = await Promise.all([
      approveAs(world, speakers[3], filingId),
      officer.call(orders.openNeed, { body: need }),
    ])
    expect([
      [200, 404],
      [422, 200],
    ]).toContainEqual([approval.status, order.status])
    if (approval.status === 422) {
      const back = { verdict: 'return' as const, versionNo: 1, marks: [{ section: 'change', reason: '已有服务' }] }
      const finance = await world.as(speakers[3])
      await finance.done(acts.giveOpinion, { params: { filingId }, body: back })
    }
  })

  it('an enterprise that left is offered no more; one that comes back is the one it was', async () => {
    const { content } = await planOf(world, park)
    const served = await world.sql<{ uscc: string }>(
      `select e.uscc from services s join pilot_enterprises e on e.id = s.enterprise_id`,
    )
    const leaving = content.enterprises.rows.find((row) => !served.some(({ uscc }) => uscc === row.uscc))
    const [known] = await world.sql<{ id: string }>(
      `select id from pilot_enterprises where uscc = $1 and pilot_id = $2`,
      [leaving?.uscc, park.pilotId],
    )
    const enterpriseId = known?.id ?? ''
    const rows = content.enterprises.rows.filter((row) => row !== leaving)
    await changed(world, park, 'enterprise-change', { enterprises: { rows } })
    const officer = await world.as(`${park.name}·服务专员`)
    const need = { pilotId: park.pilotId, enterpriseId, kind: 'talent' as const, need: '招聘技术员' }
    expect((await officer.call(orders.openNeed, { body: need })).status).toBe(404)
    const back = [...rows, { ...leaving, id: 'new-row' } as (typeof rows)[number]]
    await changed(world, park, 'enterprise-change', { enterprises: { rows: back } })
    const [again] = await world.sql<{ id: string; rowKey: string }>(
      `select id, row_key as "rowKey" from pilot_enterprises where uscc = $1 and pilot_id = $2`,
      [leaving?.uscc, park.pilotId],
    )
    expect(again).toEqual({ id: enterpriseId, rowKey: 'new-row' })
  })
})
