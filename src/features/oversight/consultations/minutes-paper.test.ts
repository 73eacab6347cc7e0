import { afterAll, beforeAll, expect, it } from 'vitest'
import { type County, demoCounty } from '../../../../database/demo/programme.ts'
import { readWord } from '../../../../tests/support/word.ts'
import { startWorld, type World } from '../../../../tests/support/world.ts'
import * as papers from '../../filings/papers/contract.ts'
import * as contract from './contract.ts'

let world: World
let county: County
let consultationId = ''
beforeAll(async () => {
  world = await startWorld()
  county = await demoCounty(world)
  world.setClock('2026-05-20')
  const client = await world.as(economy)
  const body = {
    batchId: county.batchId,
    heldOn: '2026-05-18',
    way: 'meeting' as const,
    place: '县经信局会议室',
    topic: '一季度试点推进会商',
    matters: '诊断进度偏慢，部分机构报价高于市场价。',
    participants: [
      { unitId: county.countyId, person: '经信局经办' },
      { unitId: county.first.parkId, person: '园区负责人' },
    ],
    decisions: [{ what: '补齐企业诊断报告', unitId: county.first.parkId, post: 'park-manager', dueOn: '2026-06-10' }],
  }
  consultationId = (await client.done(contract.recordConsultation, { body })).consultationId
})
afterAll(() => world.stop())

const economy = '嘉善县经信局·经办'
const paper = async (who: string, language: 'zh' | 'en' = 'zh') => {
  const client = await world.as(who)
  return client.call(contract.minutesWord, { params: { consultationId }, search: { language } })
}
const codeIn = (feet: string) => /[0-9A-F]{4}(?:-[0-9A-F]{4}){3}/.exec(feet)?.[0] ?? ''
const verified = async (code: string) =>
  (await world.stranger().done(papers.verifyPaper, { params: { code } })).papers[0]

it('is issued with the minutes: what was discussed, who took part, what was decided (G5.1)', async () => {
  const { raw } = await paper(economy)
  const { paragraphs, tables, feet } = await readWord(raw)
  expect(paragraphs.join('\n')).toContain('嘉善县会商纪要')
  expect(paragraphs).toContain('诊断进度偏慢，部分机构报价高于市场价。')
  const rows = tables.flat().map((row) => row.join('|'))
  expect(rows).toContain('2|嘉善归谷智造园|园区负责人')
  expect(rows).toContain('1|补齐企业诊断报告|嘉善归谷智造园|园区负责人|2026-06-10')
  const shown = await verified(codeIn(feet))
  expect(shown).toMatchObject({ kind: 'minutes', unitName: '嘉善县', no: 1, newest: true })
  expect(shown?.told.zh.facts).toContainEqual(['议题', '一季度试点推进会商'])
  // Who holds the paper compares names; running text and whole names are not told.
  expect(JSON.stringify(shown)).not.toContain('经信局经办')
  expect(JSON.stringify(shown)).not.toContain('诊断进度偏慢')
})

it('is one paper for all who took part, and nobody else’s', async () => {
  const [own, manager, province] = await Promise.all(
    [economy, `${county.first.name}·负责人`, '省经信厅·处室'].map(
      async (who) => (await readWord((await paper(who)).raw)).feet,
    ),
  )
  expect(codeIn(own ?? '')).not.toBe('')
  expect([manager, province]).toEqual([own, own])
  expect((await paper(`${county.second.name}·负责人`)).status).toBe(404)
  expect((await paper('海宁市经信局·经办')).status).toBe(404)
})

it('is issued anew with an amendment, and left alone by what becomes of a decision', async () => {
  const before = codeIn((await readWord((await paper(economy)).raw)).feet)
  const { decisions } = await (await world.as(economy)).done(contract.showConsultation, { params: { consultationId } })
  const params = { decisionId: decisions[0]?.decisionId ?? '' }
  const manager = await world.as(`${county.first.name}·负责人`)
  await manager.done(contract.completeDecision, { params, body: { note: '材料已补齐' } })
  expect(codeIn((await readWord((await paper(economy)).raw)).feet)).toBe(before)
  await (await world.as(economy)).done(contract.amendConsultation, {
    params: { consultationId },
    body: { amendment: '到会人数更正为五人。' },
  })
  const { paragraphs, feet } = await readWord((await paper(economy, 'en')).raw)
  expect(paragraphs.join('\n')).toContain('到会人数更正为五人。')
  expect(codeIn(feet)).not.toBe(before)
  expect(await verified(before)).toMatchObject({ newest: false, last: { no: 2 } })
})
