import { afterAll, beforeAll, expect, it } from 'vitest'
import { approvedPilot, type County, type Park } from '../../database/demo/programme.ts'
import { openFiling } from '../../src/features/filings/course/contract.ts'
import * as funds from '../../src/features/money/funds/contract.ts'
import * as tranches from '../../src/features/money/funds/tranche-contract.ts'
import { grantException } from '../../src/features/oversight/calendar/contract.ts'
import { recordConsultation } from '../../src/features/oversight/consultations/contract.ts'
import * as accounts from '../../src/features/programme/accounts/contract.ts'
import * as pilots from '../../src/features/programme/pilots/contract.ts'
import * as units from '../../src/features/programme/units/contract.ts'
import type { Route } from '../../src/shared/route.ts'
import { recommend, release } from '../support/funded.ts'
import { administratorName, testPassword } from '../support/template.ts'
import { startWorld, type World } from '../support/world.ts'

let world: World
let county: County & { park: Park }
let provinceId = ''
beforeAll(async () => {
  world = await startWorld()
  county = await approvedPilot(world)
  await recommend(world, county.first, 1)
  const [found] = await world.sql<{ id: string }>(`select id from units where kind = 'province'`)
  provinceId = found?.id ?? ''
})
afterAll(() => world.stop())

const [economy, finance, leader] = ['嘉善县经信局·经办', '嘉善县财政局·经办', '嘉善县经信局·负责人'] as const
const province = '省经信厅·处室'

const firstTranche = () => ({ pilotId: county.first.pilotId, no: 1 })

const releasing = (body: object) => ({ params: firstTranche(), body: { ...body, paidOn: '2026-04-02' } })

const exception = (until: string, reason: string, kind = 'target-table') => ({
  body: { batchId: county.batchId, unitId: county.first.parkId, kind, period: '2026Q2', until, reason },
})

const admission = (body: object) => ({ body: { batchId: county.batchId, ...body } })

type Case = {
  readonly name: string
  readonly by: string
  readonly route: Route
  readonly at?: string
  readonly request: () => object
  /** Every field that is told of, and nothing else. */
  readonly fields: readonly string[]
}

const cases: readonly Case[] = [
  {
    name: 'a release without its voucher, paid tomorrow',
    by: finance,
    route: funds.releaseTranche,
    request: () => releasing({ voucherNo: '', voucherFileId: null }),
    fields: ['paidOn', 'voucherFileId', 'voucherNo'],
  },
  {
    name: 'a release with a file that is not there, paid tomorrow',
    by: finance,
    route: funds.releaseTranche,
    request: () => releasing({ voucherNo: 'PZ-1', voucherFileId: county.batchId }),
    fields: ['paidOn', 'voucherFileId'],
  },
  {
    name: 'a notice without text and contact',
    by: economy,
    route: tranches.publishNotice,
    request: () => ({ params: firstTranche(), body: { body: '', contact: '' } }),
    fields: ['body', 'contact'],
  },
  {
    name: 'a new park under a province, with a wrong code and more than the most',
    by: province,
    route: pilots.admitPilot,
    request: () =>
      admission({
        awardFen: 5_000_000_000_00,
        newPark: { parentId: provinceId, name: '新园区', uscc: '91330421MA2000019A' },
      }),
    fields: ['awardFen', 'newPark.parentId', 'newPark.uscc'],
  },
  {
    name: 'an admission without a park, of thirty-three cents',
    by: province,
    route: pilots.admitPilot,
    request: () => admission({ awardFen: 33 }),
    fields: ['awardFen', 'parkId'],
  },
  {
    name: 'a new park of a name and a code that its county has, with an odd award',
    by: province,
    route: pilots.admitPilot,
    request: () =>
      admission({
        awardFen: 33,
        newPark: { parentId: county.countyId, name: county.first.name, uscc: county.second.uscc },
      }),
    fields: ['awardFen', 'newPark.name', 'newPark.uscc'],
  },
  {
    name: 'a park of a name and a code that its county has',
    by: administratorName,
    route: units.registerUnit,
    request: () => ({
      body: { kind: 'park', parentId: county.countyId, name: county.first.name, uscc: county.second.uscc },
    }),
    fields: ['name', 'uscc'],
  },
  {
    name: 'an account of a wrong post and a name that is taken',
    by: administratorName,
    route: accounts.createAccount,
    request: () => ({ body: { unitId: county.countyId, name: economy, post: 'park-manager' } }),
    fields: ['name', 'post'],
  },
  {
    name: 'a batch of no edition, under a name that is taken',
    by: province,
    route: pilots.createBatch,
    request: () => ({ body: { edition: 'none', firstYear: 2027, name: '2026年批次' } }),
    fields: ['edition', 'name'],
  },
  {
    name: 'a unit under a province, with a wrong code',
    by: administratorName,
    route: units.registerUnit,
    request: () => ({ body: { kind: 'park', parentId: provinceId, name: '新园区', uscc: '91330421MA2000019A' } }),
    fields: ['parentId', 'uscc'],
  },
  {
    name: 'minutes without a day or a topic, of one person, with a decision of nobody, nothing and no day',
    by: economy,
    route: recordConsultation,
    request: () => ({
      body: {
        batchId: county.batchId,
        heldOn: '',
        way: 'meeting',
        place: '',
        topic: ' ',
        matters: '诊断进度偏慢',
        participants: [{ unitId: county.countyId, person: '经办' }],
        decisions: [{ what: '', unitId: null, post: '', dueOn: '2026-02-30' }],
      },
    }),
    fields: ['decisions.0.dueOn', 'decisions.0.unitId', 'decisions.0.what', 'heldOn', 'participants', 'topic'],
  },
  {
    name: 'a new password that is weak, with a present one that is wrong',
    by: economy,
    route: accounts.changePassword,
    request: () => ({ body: { current: `${testPassword}x`, next: 'aaaaaaaa' } }),
    fields: ['current', 'next'],
  },
  {
    name: 'minutes of tomorrow, by one person, with decisions that are nobody’s or due before',
    by: economy,
    route: recordConsultation,
    request: () => ({
      body: {
        batchId: county.batchId,
        heldOn: '2026-04-02',
        way: 'meeting',
        place: '会议室',
        topic: '推进会商',
        matters: '诊断进度偏慢',
        participants: [{ unitId: county.countyId, person: '经办' }],
        decisions: [
          { what: '补齐报告', unitId: null, post: '', dueOn: '2026-04-01' },
          { what: '核对专账', unitId: county.countyId, post: 'park-manager', dueOn: '2026-05-01' },
        ],
      },
    }),
    fields: ['decisions.0.dueOn', 'decisions.0.unitId', 'decisions.1.post', 'heldOn', 'participants'],
  },
  {
    name: 'a major matter without kind and moment',
    by: '嘉善归谷智造园·负责人',
    route: openFiling,
    request: () => ({
      body: { batchId: county.batchId, unitId: county.first.parkId, kind: 'major-matter', period: '', opening: {} },
    }),
    fields: ['opening.kind', 'opening.occurredAt'],
  },
  {
    name: 'a batch of no name, in a year that none has',
    by: province,
    route: pilots.createBatch,
    request: () => ({ body: { edition: 'zj-2023', firstYear: 1999, name: '' } }),
    fields: ['firstYear', 'name'],
  },
  {
    name: 'an exception without reason, until yesterday',
    by: leader,
    at: '2026-09-09T09:00:00+08:00',
    route: grantException,
    request: () => exception('2026-09-08', ' '),
    fields: ['reason', 'until'],
  },
  {
    name: 'an exception until no day, without a reason',
    by: leader,
    route: grantException,
    request: () => exception('', ' '),
    fields: ['reason', 'until'],
  },
  {
    name: 'an exception of no kind, until no day, with no reason to speak of',
    by: leader,
    route: grantException,
    request: () => exception('2026-02-30', 'x', 'x'),
    fields: ['kind', 'reason', 'until'],
  },
]

it.each(cases)('all that is wrong is told at once: $name', async ({ by, route, at, request, fields }) => {
  if (at) world.setClock(at)
  const client = await world.as(by)
  const { status, body } = await client.call(route, request())
  const { error } = body as { error: { fields: { field: string; zh: string; en: string }[] } }
  expect(status).toBe(422)
  expect(error.fields.map(({ field }) => field).sort()).toEqual(fields)
  for (const { zh, en } of error.fields) expect([zh, en].every(Boolean)).toBe(true)
})

it('a number of the platform without number, name and day that can be', async () => {
  world.setClock('2026-09-10T09:00:00+08:00')
  await release(world, county.first, 1)
  const body = { number: '', name: '', filedOn: '2026-09-11' }
  const answer = await (await world.as(economy)).call(tranches.fileDisbursement, { params: firstTranche(), body })
  expect(answer.body.error?.fields.map(({ field }) => field)).toEqual(['number', 'name', 'filedOn'])
})
