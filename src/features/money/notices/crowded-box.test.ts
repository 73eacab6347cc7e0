import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newClient } from '../../../../database/demo/client.ts'
import { approvedPilot, type Park } from '../../../../database/demo/programme.ts'
import { recommend, release } from '../../../../tests/support/funded.ts'
import { publish } from '../../../../tests/support/tranches.ts'
import { startWorld, type World } from '../../../../tests/support/world.ts'
import { mostAdditions, mostObjections, mostOfOneSender } from '../../../policy/money/notices.ts'
import * as contract from './contract.ts'

let world: World
let of: Park
let noticeId: string
beforeAll(async () => {
  world = await startWorld()
  of = (await approvedPilot(world)).park
  await recommend(world, of, 1)
  noticeId = await publish(world, of, 1)
})
afterAll(() => world.stop())

const object = async (address: string, content = '金额与方案不符') =>
  (await newClient(world.http, address).call(contract.fileObjection, { params: { noticeId }, body: { content } })).body
const objections = async () =>
  (await (await world.as('嘉善县财政局·经办')).done(contract.showNotice, { params: { noticeId } })).objections
const answer = async (no: number, additions: number) =>
  (await world.as('嘉善县财政局·经办')).call(contract.answerObjection, {
    params: { noticeId, no },
    body: { text: '经核实不成立', additions },
  })

describe('the box for objections (G4.2)', () => {
  it('is not filled by one sender: what comes beyond is added to the last of theirs, and others have theirs', async () => {
    const flooder = '198.51.100.1'
    for (let no = 1; no <= mostOfOneSender; no++) expect(await object(flooder)).toEqual({ no, joined: false })
    for (let n = 0; n < mostAdditions.ofOneSender; n++)
      expect(await object(flooder, `补充说明第 ${n} 条意见`)).toEqual({ no: 3, joined: true })
    expect((await object(flooder)).error).toMatchObject({ code: 'notices.too-many-objections', facts: { no: 3 } })
    // A household of IPv6 is one sender.
    for (const host of ['1', '2', '3']) await object(`2001:db8::${host}`)
    expect(await object('2001:db8::4')).toEqual({ no: 6, joined: true })
    expect(await object('198.51.100.2')).toEqual({ no: 7, joined: false })
    const shown = (await objections())[2]
    expect([shown?.additions, shown?.content.includes('【补充 20】补充说明第 19 条意见')]).toEqual([20, true])
  })

  it('is answered with all that was added, or not at all; then the sender may object again', async () => {
    expect((await answer(3, 19)).body.error.code).toBe('notices.addition-unread')
    expect((await answer(3, 20)).status).toBe(200)
    expect(await object('198.51.100.1')).toEqual({ no: 8, joined: false })
    expect(await object('198.51.100.1')).toEqual({ no: 8, joined: true })
  })

  it('takes objections beyond the two hundredth, together with the last, and they hold the payment', async () => {
    await world.sql(
      `insert into notice_objections (id, notice_id, no, content, received_at, scope)
       select gen_random_uuid(), o.notice_id, n, '意见', o.received_at, o.scope
         from notice_objections o, generate_series(9, ${mostObjections}) n where o.notice_id = $1 and o.no = 1`,
      [noticeId],
    )
    expect(await object('198.51.100.77')).toEqual({ no: mostObjections, joined: true })
    expect(await object('198.51.100.78')).toEqual({ no: mostObjections, joined: true })
    await expect(release(world, of, 1)).rejects.toThrow('funds.objection-open')
  })

  it('says of no objection who sent it', async () => {
    const columns = await world.sql<{ name: string }>(
      `select column_name as name from information_schema.columns where table_name = 'notice_objections' order by 1`,
    )
    expect(columns.map(({ name }) => name).join(' ')).toBe('contact content id name no notice_id received_at scope')
    const sender = await world.sql('select has_table_privilege($1, $2, $3) as may', [
      'yuanqitong_app',
      'objection_senders',
      'select',
    ])
    expect(sender).toEqual([{ may: false }])
  })
})
