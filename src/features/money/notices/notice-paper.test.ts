import { afterAll, beforeAll, expect, it } from 'vitest'
import { approvedPilot, type Park } from '../../../../database/demo/programme.ts'
import { recommend } from '../../../../tests/support/funded.ts'
import { noticePilot, publish } from '../../../../tests/support/tranches.ts'
import { readWord } from '../../../../tests/support/word.ts'
import { startWorld, type World } from '../../../../tests/support/world.ts'
import { verifyPaper } from '../../filings/papers/contract.ts'
import * as contract from './contract.ts'

const economy = '嘉善县经信局·经办'
let world: World
let park: Park
beforeAll(async () => {
  world = await startWorld()
  park = await noticePilot(world, await approvedPilot(world))
  await recommend(world, park, 1)
})
afterAll(() => world.stop())

const told = async (code: string) => (await world.stranger().done(verifyPaper, { params: { code } })).papers[0]

it('is issued when it is published, and stands no longer once it is taken down (G4.2, H10)', async () => {
  const noticeId = await publish(world, park, 1, economy)
  const client = await world.as(economy)
  const word = async () => readWord((await client.call(contract.noticeWord, { params: { noticeId } })).raw)
  const paper = await word()
  expect(paper.paragraphs[1]).toBe('嘉善中新产业园第一期资金拨付公示')
  const code = /验证码 ([0-9A-F-]{19})/.exec(paper.feet)?.[1] ?? 'no code'
  const found = await told(code)
  expect(found).toMatchObject({ kind: 'notice', unitName: park.name, newest: true })
  const facts = paper.tables[0]?.flat() ?? []
  expect(found?.told.zh.facts.flat()).toEqual(facts.filter(Boolean))
  expect(facts.find((one) => one.startsWith('2026年4月1日至'))).toBeDefined()
  await client.done(contract.withdrawNotice, { params: { noticeId }, body: { reason: '金额有误' } })
  expect(await told(code)).toMatchObject({ newest: false, last: null, endedAt: '2026-04-01T01:00:00.000Z' })
  const after = await word()
  expect(after.heads).toContain('公示已撤下')
  expect(after.feet).toContain('未出具，无验证码')
})
