import { afterAll, beforeAll, expect, it } from 'vitest'
import { type County, demoCounty } from '../../database/demo/programme.ts'
import * as filings from '../../src/features/filings/course/contract.ts'
import { type Story, startStory } from '../support/browser.ts'
import { halfYearlyBatch, halfYearlyPilot } from '../support/half-yearly.ts'
import { liaisonRows, recordList, saveOfficers } from '../support/liaison.ts'

const economy = '嘉善县经信局·经办'
let story: Story
let county: County
let filingId = ''
beforeAll(async () => {
  story = await startStory('liaison-taken-over', { at: '2026-04-10T10:00:00+08:00' })
  const { world } = story
  county = await demoCounty(world)
  const officer = await world.as(economy)
  const open = async (batchId: string) => {
    const body = { batchId, unitId: county.countyId, kind: 'liaison-list' as const, period: '' }
    return (await officer.done(filings.openFiling, { body })).filingId
  }
  const former = await open(county.batchId)
  await saveOfficers(world, former, liaisonRows('嘉善县', [county.first.name, county.second.name]))
  await recordList(world, former, 1)
  const batchId = await halfYearlyBatch(world)
  await halfYearlyPilot(world, batchId, county.first)
  filingId = await open(batchId)
})
afterAll(() => story?.close())

it('takes over whoever of the last list still serves, after a look at them, with the days of their service (G5.1)', async () => {
  const seat = await story.person(economy, { path: `/filings/${filingId}` })
  await seat.press(/沿用/)
  await seat.dialog.sees('嘉善县经信局联络员A', '2026-04-01', '未沿用', /所在园区不在本批次/)
  const written = async () => {
    const client = await story.world.as(economy)
    const { sections } = await client.done(filings.showFiling, { params: { filingId } })
    const content = sections[0]?.content as { rows: { name: string; from: string; until: string | null }[] } | undefined
    return content?.rows ?? []
  }
  expect(await written()).toEqual([])
  await seat.step('the persons who would be taken over')
  await seat.dialog.submit('填入 4 人')
  await seat.sees(/已保存/)
  await expect
    .poll(async () => (await written()).map(({ name, from, until }) => [name, from, until ?? '']))
    .toEqual(
      ['经信局联络员A', '经信局联络员B', '财政局联络员A', '财政局联络员B'].map((name) => [
        `嘉善县${name}`,
        '2026-04-01',
        '',
      ]),
    )
})
