import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { approveFiling, record, submit } from '../../database/demo/course.ts'
import { approve, demoCounty, draftPlan, type Park, submitPlan } from '../../database/demo/programme.ts'
import * as acts from '../../src/features/filings/course/act-contract.ts'
import * as calendar from '../../src/features/oversight/calendar/contract.ts'
import { checkEdition } from '../../src/policy/editions/check-edition.ts'
import * as edited from '../support/edited-editions.ts'
import {
  abilitiesOf,
  askedAbout,
  baselinesOf,
  boxesOn,
  dueOf,
  economy,
  economyLeader,
  finance,
  firstTranche,
  listedOf,
  opinionBy,
  parkUnder,
  peopleOf,
  planFilingOf,
  provinceEconomy,
  provinceFinance,
  seenBy,
  standsWith,
} from '../support/edited-worlds.ts'
import { recommend } from '../support/funded.ts'
import { startWorld, type World } from '../support/world.ts'

const planName = '服务计划与资金使用方案'

let world: World
let countyId: string
beforeAll(async () => {
  world = await startWorld({ at: '2026-04-01T09:00:00+08:00' })
  countyId = (await demoCounty(world)).countyId
})
afterAll(() => world.stop())

it.each(Object.entries(edited))('%s is sound', (_, edition) => expect(checkEdition(edition)).toEqual([]))

describe('the plan goes to the county and then to the province', () => {
  let park: Park
  let filingId: string
  beforeAll(async () => {
    world.setClock('2026-04-10T09:00:00+08:00')
    park = await parkUnder(world, edited.countyThenProvince, countyId, 1)
    filingId = await planFilingOf(world, park)
    expect(await askedAbout(world, park, planName)).toEqual({ [peopleOf(park).manager]: 'filing.write G3.1' })
    await draftPlan(world, park)
    await submitPlan(world, park)
  })

  it('asks the county first: the act, the screen, the lists and the inboxes', async () => {
    const view = await seenBy(world, economy, filingId)
    const seats = ['county-economy', 'province-economy']
    expect(view).toMatchObject({
      seats,
      order: 'in-turn',
      waitingFor: seats,
      ownSeat: 'county-economy',
      recorders: null,
    })
    expect(view.waiting.map(({ zh }) => zh)).toEqual(['县级经信部门'])
    expect((await listedOf(world, park, 'plan')).waiting.map(({ zh }) => zh)).toEqual(['县级经信部门'])
    expect((await abilitiesOf(world, economy, filingId))['give-opinion']).toBe(true)
    for (const name of [finance, provinceEconomy, provinceFinance])
      expect((await abilitiesOf(world, name, filingId))['give-opinion']).toBe('G3.1')
    expect(await askedAbout(world, park, planName)).toEqual({ [economy]: 'filing.review-county-economy G3.1' })
    expect(await dueOf(world, park, 'plan')).toMatchObject({
      dueOn: '2026-04-25',
      filedOn: '2026-04-10',
      locksOn: null,
      standing: { state: 'on-time' },
    })
    expect(await opinionBy(world, provinceEconomy, filingId)).toBe('review.not-your-turn G3.1')
    expect(await opinionBy(world, finance, filingId)).toBe('review.not-a-reviewer G3.1')
    expect(await opinionBy(world, economy, filingId)).toBe('submitted')
  })

  it('then the province, and nobody of the county', async () => {
    const view = await seenBy(world, provinceEconomy, filingId)
    expect(view).toMatchObject({ waitingFor: ['province-economy'], ownSeat: 'province-economy', isDone: false })
    expect(view.waiting.map(({ zh }) => zh)).toEqual(['省经信厅'])
    expect((await listedOf(world, park, 'plan')).waiting.map(({ zh }) => zh)).toEqual(['省经信厅'])
    expect((await abilitiesOf(world, provinceEconomy, filingId))['give-opinion']).toBe(true)
    expect((await abilitiesOf(world, finance, filingId))['give-opinion']).toBe('G3.1')
    expect(await askedAbout(world, park, planName)).toEqual({
      [provinceEconomy]: 'filing.review-province-economy G3.1',
    })
    expect(await opinionBy(world, finance, filingId)).toBe('review.not-a-reviewer G3.1')
    const boxes = await boxesOn(world, filingId)
    expect(boxes.map((one) => one.split('\n')[0])).toEqual([
      `报送单位：${park.name}`,
      '嘉善县经信局意见',
      '省经信厅意见',
    ])
    expect(boxes[1]).toContain('同意。')
    expect(boxes[2]).not.toContain('同意。')
    expect(await baselinesOf(world, park)).toEqual([])
    expect(await opinionBy(world, provinceEconomy, filingId)).toBe('approved')
  })

  it('is over then', async () => {
    expect(await seenBy(world, economy, filingId)).toMatchObject({ state: 'approved', isDone: true, waiting: [] })
    expect(await askedAbout(world, park, planName)).toEqual({})
    expect(await baselinesOf(world, park)).toHaveLength(1)
    expect(await standsWith(world, park, 'G3.1')).toMatchObject({ state: 'met' })
    expect((await boxesOn(world, filingId))[2]).toMatch(/省经信厅意见\n同意。/)
  })
})

describe('the plan locks ten days after its day', () => {
  let park: Park
  let filingId: string
  let manager: string
  beforeAll(async () => {
    world.setClock('2026-04-20T09:00:00+08:00')
    park = await parkUnder(world, edited.lockedAfterTen, countyId, 2)
    filingId = await planFilingOf(world, park)
    manager = peopleOf(park).manager
    await draftPlan(world, park)
  })

  it('is open for ten days, and the calendar says until when', async () => {
    world.setClock('2026-05-05T09:00:00+08:00')
    expect(await dueOf(world, park, 'plan')).toMatchObject({ locksOn: '2026-05-05', standing: { state: 'overdue' } })
    expect(await abilitiesOf(world, manager, filingId)).toMatchObject({ edit: true, submit: true })
    expect(await askedAbout(world, park, planName)).toEqual({ [manager]: 'filing.write G3.1' })
  })

  it('is locked on the eleventh: nothing is written or filed, and everybody is told so', async () => {
    world.setClock('2026-05-06T09:00:00+08:00')
    await expect(draftPlan(world, park)).rejects.toThrow(/deadline\.locked.*G3\.1/)
    await expect(submitPlan(world, park)).rejects.toThrow(/deadline\.locked.*G3\.1/)
    expect(await abilitiesOf(world, manager, filingId)).toMatchObject({ edit: 'G3.1', submit: 'G3.1' })
    expect((await seenBy(world, manager, filingId)).standing.state).toBe('locked')
    expect((await listedOf(world, park, 'plan')).standing.state).toBe('locked')
    expect(await dueOf(world, park, 'plan')).toMatchObject({ standing: { state: 'locked' }, grant: { allowed: true } })
    expect(await askedAbout(world, park, planName)).toEqual({ [manager]: 'filing.unlock G3.1' })
    expect(await standsWith(world, park, 'G3.1')).toMatchObject({ state: 'missed' })
  })

  it('is opened by an exception, filed late, and reviewed as ever', async () => {
    const exception = { batchId: park.batchId, unitId: park.parkId, kind: 'plan', period: '' }
    await (await world.as(economyLeader)).done(calendar.grantException, {
      body: { ...exception, until: '2026-05-08', reason: '负责人变动' },
    })
    expect(await dueOf(world, park, 'plan')).toMatchObject({ openUntil: '2026-05-08', standing: { state: 'exempted' } })
    expect(await abilitiesOf(world, manager, filingId)).toMatchObject({ edit: true, submit: true })
    expect(await askedAbout(world, park, planName)).toEqual({ [manager]: 'filing.write G3.1' })
    await submitPlan(world, park)
    expect((await dueOf(world, park, 'plan')).standing.state).toBe('late')
    // Filed once, it is mended without a further exception.
    world.setClock('2026-05-12T09:00:00+08:00')
    const marks = [{ section: 'targets', reason: '目标偏低' }]
    await (await world.as(finance)).done(acts.giveOpinion, {
      params: { filingId },
      body: { verdict: 'return', versionNo: 1, marks },
    })
    expect(await askedAbout(world, park, planName)).toEqual({ [manager]: 'filing.amend G3.1' })
    await submitPlan(world, park)
    for (const name of [economy, finance]) await approve(world, park, name, 2)
    expect(await standsWith(world, park, 'G3.1')).toMatchObject({ state: 'met' })
  })
})

describe('the plan is recorded by the province', () => {
  let park: Park
  let filingId: string
  beforeAll(async () => {
    world.setClock('2026-05-12T09:00:00+08:00')
    park = await parkUnder(world, edited.recordedByProvince, countyId, 3)
    filingId = await planFilingOf(world, park)
    await draftPlan(world, park)
    await submitPlan(world, park)
    for (const name of [economy, finance]) await approve(world, park, name)
  })

  it('is not in force before: no baseline, no tranche, the province asked', async () => {
    const view = await seenBy(world, provinceEconomy, filingId)
    expect(view).toMatchObject({ state: 'approved', isDone: false, recorders: { zh: '省经信厅' }, record: null })
    expect(view.waiting.map(({ zh }) => zh)).toEqual(['省经信厅'])
    expect((await listedOf(world, park, 'plan')).waiting.map(({ zh }) => zh)).toEqual(['省经信厅'])
    expect(await baselinesOf(world, park)).toEqual([])
    expect((await firstTranche(world, park))?.open ?? false).toBe(false)
    await expect(recommend(world, park, 1, 150_000_000)).rejects.toThrow()
    expect((await abilitiesOf(world, provinceEconomy, filingId)).record).toBe(true)
    expect((await abilitiesOf(world, provinceFinance, filingId)).record).toBe('G3.1')
    expect(await askedAbout(world, park, planName)).toEqual({ [provinceEconomy]: 'filing.record G3.1' })
    expect(await standsWith(world, park, 'G3.1')).toMatchObject({ state: 'not-yet' })
    const boxes = await boxesOn(world, filingId)
    expect(boxes.at(-1)).toMatch(/^省经信厅备案/)
    expect(boxes.at(-1)).not.toContain('备案号')
  })

  it('is refused to the other department, and done by the one that the edition names', async () => {
    const params = { filingId }
    const body = { versionNo: 1, recordNo: '浙经信备〔2026〕1号' }
    const other = await (await world.as(provinceFinance)).call(acts.recordFiling, { params, body })
    expect(other.body.error).toMatchObject({ code: 'filing.not-the-recorder', clause: 'G3.1' })
    expect(await record(await world.as(provinceEconomy), filingId, body.recordNo)).toEqual({ state: 'recorded' })
    expect(await seenBy(world, economy, filingId)).toMatchObject({
      isDone: true,
      waiting: [],
      record: { no: body.recordNo },
    })
    expect(await listedOf(world, park, 'plan')).toMatchObject({ isDone: true, recordNo: body.recordNo })
    expect(await askedAbout(world, park, planName)).toEqual({})
    expect(await baselinesOf(world, park)).toHaveLength(1)
    expect((await firstTranche(world, park))?.open).toBe(true)
    expect(await standsWith(world, park, 'G3.1')).toMatchObject({ state: 'met' })
    expect((await boxesOn(world, filingId)).at(-1)).toContain(`备案号：${body.recordNo}`)
  })
})

describe('the plan is filed by the service officer', () => {
  it('the officer is asked and files; the manager writes, and is refused with the clause', async () => {
    const park = await parkUnder(world, edited.filedByOfficer, countyId, 4)
    const { manager, officer } = peopleOf(park)
    const filingId = await planFilingOf(world, park)
    expect(await askedAbout(world, park, planName)).toEqual({ [officer]: 'filing.write G3.1' })
    expect((await listedOf(world, park, 'plan')).waiting.map(({ zh }) => zh)).toEqual(['园区服务专员'])
    await draftPlan(world, park)
    const params = { filingId }
    const refused = await (await world.as(manager)).call(acts.submitFiling, { params, body: {} })
    expect(refused.body.error).toMatchObject({ code: 'filing.not-the-preparer', clause: 'G3.1' })
    expect(await abilitiesOf(world, manager, filingId)).toMatchObject({ edit: true, submit: 'G3.1' })
    expect(await abilitiesOf(world, officer, filingId)).toMatchObject({ edit: true, submit: true })
    await submit(await world.as(officer), filingId)
    const withdrawn = await (await world.as(manager)).call(acts.withdrawFiling, {
      params,
      body: { reason: '附件放错' },
    })
    expect(withdrawn.body.error).toMatchObject({ code: 'filing.not-the-preparer', clause: 'G3.1' })
    expect(await abilitiesOf(world, manager, filingId)).toMatchObject({ withdraw: 'G3.1' })
    expect(await abilitiesOf(world, officer, filingId)).toMatchObject({ withdraw: true })
    expect(await boxesOn(world, filingId)).toContainEqual(expect.stringContaining(officer))
    await approveFiling(await world.as(economy), filingId)
    await approveFiling(await world.as(finance), filingId)
    expect(await seenBy(world, officer, filingId)).toMatchObject({ isDone: true, waiting: [] })
    expect(await standsWith(world, park, 'G3.1')).toMatchObject({ state: 'met' })
    expect(await baselinesOf(world, park)).toHaveLength(1)
  })
})
