import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { approvedPilot, type County, openBatch, openPark, type Park } from '../../../../database/demo/programme.ts'
import { restsOf } from '../../../../tests/support/calendar.ts'
import * as edited from '../../../../tests/support/edited-editions.ts'
import { recommend } from '../../../../tests/support/funded.ts'
import { noticePilot, publish } from '../../../../tests/support/tranches.ts'
import { startWorld, type World } from '../../../../tests/support/world.ts'
import { registerEdition } from '../../../policy/editions/edition.ts'
import * as notices from '../../money/notices/contract.ts'
import * as calendar from '../calendar/contract.ts'
import * as contract from './contract.ts'

const economy = '嘉善县经信局·经办'
let world: World
let county: County & { park: Park }
let park: Park
let rolling: Park
let noticeId: string
beforeAll(async () => {
  world = await startWorld()
  county = await approvedPilot(world)
  park = await noticePilot(world, county)
  registerEdition(edited.rollingForward)
  world.setClock('2026-12-29')
  const batchId = await openBatch(world, edited.rollingForward.id, '顺延批次')
  // Admitted on 29 December: its plan is due thirty days later, on Thursday 28 January.
  rolling = await openPark(world, batchId, county.countyId, '嘉善顺延园', 41)
  await recommend(world, park, 1)
  noticeId = await publish(world, park, 1)
})
afterAll(() => world.stop())

const published = { source: '国办发明电〔2026〕9号', publishedOn: '2026-12-29' }
/** Made up: nothing of 2027 is announced. */
const days2027 = [
  ...restsOf('元旦', '2027-01-01', '2027-01-02', '2027-01-03', '2027-01-04'),
  ...restsOf('春节', '2027-01-28', '2027-01-29'),
  { day: '2027-01-09', kind: 'worked' as const, name: '元旦' },
]
const lastDayOf = async () => {
  const answer = await world.stranger().call(notices.showPublicNotice, { params: { noticeId } })
  return [answer.body.untilOn, answer.body.provisional]
}
const planOf = async ({ parkId, batchId }: Park, by = economy) => {
  const { duties } = await (await world.as(by)).done(calendar.listCalendar, {
    search: { unitId: parkId, batchId, kind: 'plan' },
  })
  return duties[0]
}
const lists = async () => (await (await world.administrator()).done(contract.listRestDays)).lists
const announce = async (year: number, days: typeof days2027, more: object = {}) =>
  (await world.administrator()).call(contract.announceRestDays, { body: { year, ...published, days, ...more } })
const preview = async (year: number, days: typeof days2027, more: object = {}) =>
  (await world.administrator()).call(contract.previewRestDays, { body: { year, ...published, days, ...more } })

it('a display over the turn of a year that is not announced does not count New Year (H10)', async () => {
  expect(await lastDayOf()).toEqual(['2027-01-06', true])
  expect(await planOf(rolling)).toMatchObject({ dueOn: '2027-01-28', provisional: true })
})

it('begins with the lists of the package, and says so', async () => {
  const all = await lists()
  expect(all.map(({ year, version, counts }) => [year, version, counts])).toEqual(
    [2026, 2025, 2024, 2023, 2022, 2021, 2020].map((year) => [year, 1, true]),
  )
  expect(all[0]).toMatchObject({
    publishedOn: null,
    enteredByName: null,
    source: expect.stringMatching(/^chinese-days /),
  })
})

describe('entering a list', () => {
  it('is the administrator’s; others look', async () => {
    for (const name of [economy, '省经信厅·处室', `${park.name}·负责人`]) {
      const client = await world.as(name)
      const body = { year: 2027, days: days2027, ...published }
      expect((await client.call(contract.announceRestDays, { body })).status).toBe(403)
      expect((await client.call(contract.previewRestDays, { body })).status).toBe(403)
      expect((await client.done(contract.listRestDays)).announce.allowed).toBe(false)
    }
    expect((await world.stranger().call(contract.listRestDays)).status).toBe(401)
  })

  it('is refused at every field that contradicts it, and nothing is written', async () => {
    const wrong = [
      ...days2027,
      { day: '2027-01-05', kind: 'worked' as const, name: '' },
      ...restsOf('', '2026-12-31', '2027-01-01'),
    ]
    for (const answer of [await announce(2027, wrong), await preview(2027, wrong)]) {
      expect(answer.status).toBe(422)
      const { fields } = (answer.body as { error: { fields: { field: string }[] } }).error
      expect(fields.map(({ field }) => field)).toEqual(['days.7.day', 'days.8.day', 'days.9.day'])
    }
    const empty = await announce(2027, days2027, { source: ' ' })
    expect(empty.body.error.fields.map(({ field }) => field)).toEqual(['source'])
    expect((await announce(2027, days2027, { publishedOn: '2026-13-01' })).status).toBe(422)
    for (const later of [announce, preview]) {
      const { body } = await later(2027, wrong, { publishedOn: '2026-12-30', source: 'x' })
      expect(
        (body as unknown as { error: { fields: { field: string }[] } }).error.fields.map(({ field }) => field),
      ).toEqual(['publishedOn', 'source', 'days.7.day', 'days.8.day', 'days.9.day'])
    }
    expect(await lists()).toHaveLength(7)
  })

  it('shows before what would move, from when to when, and for whom', async () => {
    const admin = await world.administrator()
    const body = { year: 2027, days: days2027, ...published }
    const { moves, replaces, doubts } = await admin.done(contract.previewRestDays, { body })
    expect(replaces).toBeNull()
    // The list of this test ends with the Spring Festival.
    expect(doubts.map(({ zh }) => zh)).toEqual(['名单中没有法定节假日 2027-10-01', '全年只有 6 天放假，是否完整？'])
    expect(moves).toContainEqual(
      expect.objectContaining({ what: 'display', from: '2027-01-06', to: '2027-01-07', units: [park.name] }),
    )
    expect(moves).toContainEqual(
      expect.objectContaining({ what: 'due', from: '2027-01-28', to: '2027-02-01', units: [rolling.name] }),
    )
    expect(await lastDayOf()).toEqual(['2027-01-06', true])
  })

  it('moves what is open, on every page that shows it, and leaves its trace', async () => {
    const before = await planOf(rolling)
    const done = await announce(2027, days2027)
    expect([done.status, done.body.version]).toEqual([200, 1])
    expect(await lastDayOf()).toEqual(['2027-01-07', false])
    expect(before?.dueOn).toBe('2027-01-28')
    expect(await planOf(rolling)).toMatchObject({ dueOn: '2027-02-01', provisional: false })
    const events = await world.sql<{ kind: string; before: object; after: object }>(
      `select kind, before, after from audit_events where kind in ('rest-days.announced', 'notice.last-day-moved', 'filing.due-day-moved') order by kind`,
    )
    expect(events).toMatchObject([
      { kind: 'filing.due-day-moved', before: { dueOn: '2027-01-28' }, after: { dueOn: '2027-02-01' } },
      { kind: 'notice.last-day-moved', before: { untilOn: '2027-01-06' }, after: { untilOn: '2027-01-07' } },
      { kind: 'rest-days.announced', before: null, after: { year: 2027, version: 1 } },
    ])
  })

  it('tells those whom it concerns in their calendar, and nobody else', async () => {
    const movedFor = async (name: string) => {
      const { moved } = await (await world.as(name)).done(calendar.showMonth)
      return moved.flatMap(({ source, moves }) => moves.map(({ what, from, to }) => [source, what, from, to].join(' ')))
    }
    const due = `${published.source} due 2027-01-28 2027-02-01`
    // The table of its quarter is due on Monday the 11th; the Saturday before is worked now.
    const reminder = `${published.source} reminder 2027-01-08 2027-01-09`
    const display = `${published.source} display 2027-01-06 2027-01-07`
    expect(await movedFor(`${rolling.name}·负责人`)).toEqual([reminder, due])
    expect(await movedFor(economy)).toEqual(expect.arrayContaining([display, due]))
    const foreign = await movedFor('海宁市经信局·经办')
    expect([foreign.includes(due), foreign.includes(display)]).toEqual([false, false])
    world.setClock('2027-02-05')
    expect(await movedFor(economy)).toEqual([])
    world.setClock('2026-12-29')
  })

  it('changed in the middle of the year is a new version; a display is not cut short by it', async () => {
    const same = await announce(2027, days2027)
    expect(same.body.error.fields).toMatchObject([{ field: 'days' }])
    const shorter = days2027.filter(({ day }) => day !== '2027-01-04' && day !== '2027-01-29')
    const done = await announce(2027, shorter, { source: '国办发明电〔2027〕1号' })
    expect([done.status, done.body.version]).toEqual([200, 2])
    expect(await lastDayOf()).toEqual(['2027-01-07', false])
    expect((await planOf(rolling))?.dueOn).toBe('2027-01-29')
    expect((await lists()).filter(({ year }) => year === 2027).map(({ version, counts }) => [version, counts])).toEqual(
      [
        [2, true],
        [1, false],
      ],
    )
  })
})

it('reads a workbook, or names every cell that is wrong', async () => {
  const admin = await world.administrator()
  const read = (text: string) =>
    admin.send('POST', '/api/rest-days/file', Buffer.from(text), {
      'content-type': 'application/octet-stream',
      'x-file-name': encodeURIComponent('放假安排.csv'),
    })
  const good = await read('日期,休/班,节日\n2028/1/1,休,元旦\n2028年1月8日,班,\n')
  expect(good.body).toEqual({
    days: [
      { day: '2028-01-01', kind: 'rest', name: '元旦' },
      { day: '2028-01-08', kind: 'worked', name: '' },
    ],
    warnings: [],
  })
  const usual = await read('日期,类型,节日\n2028/1/1,放假,元旦\n2028年1月8日,上班,\n')
  expect(usual.body).toMatchObject({ days: [{ kind: 'rest' }, { kind: 'worked' }] })
  const noted = await read('日期,休/班,节日,备注\n2028/1/1,休,元旦,待定\n')
  expect(noted.body).toMatchObject({ days: [{ day: '2028-01-01' }] })
  const bad = await read('日期,休/班,节日\n2028-02-30,休,\n2028-01-08,上课,\n')
  expect(bad.status).toBe(422)
  expect(
    (bad.body as { error: { fields: { field: string }[] } }).error.fields.map(({ field }) => field.split('!')[1]),
  ).toEqual(['A2', 'B3'])
})

describe('the database refuses by itself', () => {
  it.each([
    ['a change', `update rest_days set kind = 'rest' where kind = 'worked'`, /append-only/],
    ['a list taken away', 'delete from rest_day_lists', /append-only/],
    [
      'a weekday that is worked',
      `insert into rest_days select id, year, '2026-03-03', 'worked', '' from rest_day_lists where year = 2026`,
      /rest_days_worked_on_weekends/,
    ],
    [
      'a day of another year',
      `insert into rest_days select id, year, '2025-03-01', 'rest', '' from rest_day_lists where year = 2026`,
      /rest_days_in_year/,
    ],
    ['a display cut short', `update notices set until_on = until_on - 1 where until_on is not null`, /never cut short/],
  ])('%s', async (_, statement, said) => {
    await expect(world.sql(statement)).rejects.toThrow(said)
  })
})
