import { afterAll, beforeAll, expect, it } from 'vitest'
import { approvedPilot, type Park } from '../../../../database/demo/programme.ts'
import { recommend, release } from '../../../../tests/support/funded.ts'
import { oldPapers } from '../../../../tests/support/old-papers.ts'
import { publish } from '../../../../tests/support/tranches.ts'
import { startWorld, type World } from '../../../../tests/support/world.ts'
import * as contract from './contract.ts'

let world: World
let of: Park
beforeAll(async () => {
  world = await startWorld()
  of = (await approvedPilot(world)).park
})
afterAll(() => world.stop())

it('has no countdown in the edition of 2023, but an objection holds there as well (G4.2)', async () => {
  const object = (noticeId: string, content = '金额与方案不符') =>
    world.stranger().call(contract.fileObjection, { params: { noticeId }, body: { content } })
  await recommend(world, of, 1)
  const id = await publish(world, of, 1)
  expect((await world.stranger().call(contract.showPublicNotice, { params: { noticeId: id } })).body).toMatchObject({
    untilOn: null,
    clause: 'G4.2',
    takesObjections: true,
  })
  await object(id)
  await expect(release(world, of, 1)).rejects.toThrow('funds.objection-open')
  for (const no of [2, 3]) expect((await object(id, `第 ${no} 条意见`)).body).toEqual({ no, joined: false })
  const client = await world.as('嘉善县财政局·经办')
  for (const no of [1, 2, 3]) {
    await client.done(contract.answerObjection, { params: { noticeId: id, no }, body: { text: '经核实不成立' } })
  }
  await release(world, of, 1)
  expect((await object(id)).body.error.code).toBe('notices.period-over')
  expect(await oldPapers(world)).toEqual([])
})
