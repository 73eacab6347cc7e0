import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { approvedPilot, type Park } from '../../../../database/demo/programme.ts'
import { openReturn, showReturn } from '../../../../tests/support/returns.ts'
import { managerOf, officerOf, paper } from '../../../../tests/support/services.ts'
import { startWorld, type World } from '../../../../tests/support/world.ts'
import * as returns from '../../filings/return/contract.ts'
import * as inbox from '../../oversight/inbox/contract.ts'
import * as contract from './contract.ts'

const economy = '嘉善县经信局·经办'

let world: World
let park: Park
beforeAll(async () => {
  world = await startWorld()
  park = (await approvedPilot(world)).park
  world.setClock('2026-06-20')
})
afterAll(() => world.stop())

const said = { sort: 'mechanism' as const, title: '园区服务专员包干机制', on: '2026-06-01' }

async function submit(body: object = {}, title = '机制文件') {
  const fileId = await paper(world, officerOf(park), title)
  const params = { pilotId: park.pilotId }
  return (await world.as(officerOf(park))).call(contract.submitPractice, { params, body: { ...said, fileId, ...body } })
}

const adopt = async (practiceId: string, on = '2026-06-20', who = economy) =>
  (await world.as(who)).call(contract.adoptPractice, {
    params: { practiceId },
    body: { number: '善经信〔2026〕31号', on },
  })

const listed = async () => {
  const client = await world.as(economy)
  return (await client.done(contract.listPractices, { params: { pilotId: park.pilotId } })).practices
}

const waiting = async () =>
  (await (await world.as(economy)).done(inbox.showInbox)).mine.tasks.filter(({ task }) => task === 'practice.decide')

describe('a document of lasting practice (G3.5)', () => {
  let practiceId = ''

  it('is handed in by the park with its file, once, and waits for the county', async () => {
    const answer = await submit()
    expect(answer.status).toBe(200)
    practiceId = answer.body.practiceId
    const [{ file } = { file: { fileId: '' } }] = await listed()
    const again = await submit({ fileId: file.fileId })
    expect(again.body.error).toMatchObject({ code: 'practice.same-document', clause: 'G3.4' })
    const future = await submit({ on: '2026-06-21' })
    expect(future.body.error).toMatchObject({ code: 'common.day-in-future', clause: 'G3.4' })
    expect(await waiting()).toMatchObject([{ about: { zh: said.title } }])
  })

  it('is adopted by the county economy bureau alone, by its own paper, once', async () => {
    const finance = await adopt(practiceId, '2026-06-20', '嘉善县财政局·经办')
    expect(finance.status).toBe(403)
    // Another county does not even see it.
    expect((await adopt(practiceId, '2026-06-20', '海宁市经信局·经办')).status).toBe(404)
    const early = await adopt(practiceId, '2026-05-31')
    expect(early.body.error).toMatchObject({ code: 'practice.adopted-too-early', clause: 'G3.4' })
    expect((await adopt(practiceId)).status).toBe(200)
    const again = await adopt(practiceId)
    expect(again.body.error).toMatchObject({ code: 'practice.adopted-before', clause: 'G3.4' })
    expect(await waiting()).toEqual([])
    expect(await listed()).toMatchObject([
      { state: 'adopted', adoptionNo: '善经信〔2026〕31号', adoptedOn: '2026-06-20' },
    ])
  })

  it('is sent back with a reason, counts nowhere, and is decided no more', async () => {
    const { practiceId: second } = (await submit({ title: '共享实验室经验' }, '经验文件')).body
    const client = await world.as(economy)
    const params = { practiceId: second }
    const silent = await client.call(contract.returnPractice, { params, body: { reason: '  ' } })
    expect(silent.body.error).toMatchObject({ code: 'common.reason-missing', clause: 'G3.4' })
    await client.done(contract.returnPractice, { params, body: { reason: '没有写明做法和成效，请补充后再报' } })
    expect((await adopt(second)).body.error).toMatchObject({ code: 'practice.returned-before', clause: 'G3.4' })
  })

  it('makes the figure of the table, which opens it', async () => {
    // Of three documents one was adopted, one sent back, one waits still.
    expect((await submit({ title: '待采纳的经验' }, '待采纳文件')).status).toBe(200)
    world.setClock('2026-07-03')
    const filingId = await openReturn(world, park, '2026Q2')
    const { rows } = await showReturn(world, filingId, managerOf(park))
    expect(rows.find(({ indicator }) => indicator === 'B8')).toMatchObject({ computed: true, total: 1, proofs: 1 })
    const params = { filingId, indicator: 'B8' }
    const { records } = await (await world.as(economy)).done(returns.listRowRecords, { params })
    expect(records).toMatchObject([{ kind: 'practice', title: { zh: said.title }, day: '2026-06-20' }])
    expect(records[0]?.detail.zh).toBe('长效机制 · 善经信〔2026〕31号')
  })

  it('is kept by the database too: decided once, one document once, by another than who handed it in', async () => {
    await expect(world.sql(`update practices set title = 'x'`)).rejects.toThrow(/decided once/)
    await expect(world.sql(`delete from practices`)).rejects.toThrow(/decided once/)
    const copy = (hash: string, state = 'submitted') =>
      world.sql(`insert into practices (id, pilot_id, sort, title, written_on, file_id, file_hash, submitted_by, submitted_at, state, scope)
                 select gen_random_uuid(), pilot_id, sort, title, written_on, file_id, ${hash}, submitted_by, submitted_at, '${state}', scope
                   from practices where state = 'adopted'`)
    await expect(copy('file_hash')).rejects.toThrow(/practices_once/)
    await expect(copy(`'x'`)).rejects.toThrow(/its own file/)
    await expect(copy('file_hash', 'adopted')).rejects.toThrow(/undecided/)
  })
})
