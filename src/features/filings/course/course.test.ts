import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openOf, planOf, submit, writeSections } from '../../../../database/demo/course.ts'
import {
  agree,
  type Evaluator,
  finalOne,
  midTerm,
  reportTexts,
  toldEvaluation,
} from '../../../../database/demo/evaluations.ts'
import { arrangements, plannedTranches } from '../../../../database/demo/filings.ts'
import { approvedPilot, type County, demoCounty, draftPlan } from '../../../../database/demo/programme.ts'
import { liaisonRows } from '../../../../tests/support/liaison.ts'
import { reported } from '../../../../tests/support/matters.ts'
import { opinionsIn, said } from '../../../../tests/support/opinions.ts'
import { explainReturn, openReturn } from '../../../../tests/support/returns.ts'
import { startWorld, type World } from '../../../../tests/support/world.ts'
import { editionOf, obligationOf } from '../../../policy/editions/edition.ts'
import { type FilingKind, filingKinds } from '../../../policy/filings/filing-kinds.ts'
import type { Post, Seat } from '../../../policy/people/roles.ts'
import * as units from '../../programme/units/contract.ts'
import * as acts from './act-contract.ts'
import * as contract from './contract.ts'

const edition = editionOf('zj-2023')
const economy = '嘉善县经信局·经办'
const province = '省经信厅·处室'
const people: Readonly<Partial<Record<Seat | Post, string>>> = {
  'county-economy': '嘉善县经信局·负责人',
  'county-finance': '嘉善县财政局·负责人',
  'province-economy': '省经信厅·处室',
  'province-finance': '省财政厅·处室',
}

let world: World
let county: County
let { opine } = {} as ReturnType<typeof opinionsIn>
beforeAll(async () => {
  world = await startWorld()
  ;({ opine } = opinionsIn(world))
  county = await demoCounty(world)
  await approvedPilot(world, county.first)
  await draftPlan(world, county.second)
  world.setClock('2026-07-08')
})
afterAll(() => world.stop())

const ofCounty = async (kind: FilingKind, contents: Readonly<Record<string, unknown>>, period = '') => {
  const client = await world.as(economy)
  const filingId = await openOf(client, { batchId: county.batchId, parkId: county.countyId }, kind, { period })
  await writeSections(client, filingId, contents)
  return filingId
}

/** Both parks of the county, each agreeing to its result. */
const evaluated = async (evaluator: Evaluator, cutOff: string) => {
  for (const park of [county.first, county.second])
    await agree(world, park, await toldEvaluation(world, park, evaluator, cutOff))
}

/** A filing of each kind, written to the end and not submitted. */
const written: Readonly<Record<FilingKind, () => Promise<string>>> = {
  plan: async () => planOf(await world.as(economy), county.second.pilotId),
  'target-table': async () => {
    const filingId = await openReturn(world, county.first, '2026Q2')
    await explainReturn(world, county.first, filingId)
    return filingId
  },
  'major-matter': () => reported(world, county.first, 'other'),
  'liaison-list': () =>
    ofCounty('liaison-list', {
      officers: { rows: liaisonRows('嘉善县', [county.first.name, county.second.name]) },
    }),
  'disbursement-plan': async () => {
    const filingId = await ofCounty('disbursement-plan', { arrangements: arrangements() })
    const client = await world.as(economy)
    const { sections } = await client.done(contract.showFiling, { params: { filingId } })
    const begun = sections.find((one) => one.section === 'tranches')?.content
    const fill = plannedTranches([150_000_000, 250_000_000, 100_000_000], ['2026-08-01', '2026-12-01', '2027-06-01'])
    await writeSections(client, filingId, { tranches: fill(begun) })
    return filingId
  },
  'half-year-summary': () => {
    const chapters = ['basics', 'practice', 'results', 'problems', 'next']
    const contents = chapters.map((chapter) => [chapter, { fields: { text: '一段文字' } }])
    return ofCounty('half-year-summary', Object.fromEntries(contents), '2026H1')
  },
  'mid-term-evaluation': async () => {
    world.setClock('2027-03-01')
    await evaluated(midTerm, '2026-12-31')
    return ofCounty('mid-term-evaluation', reportTexts)
  },
  'final-evaluation': async () => {
    world.setClock('2028-03-01')
    await evaluated(finalOne, '2027-12-31')
    const client = await world.as(province)
    const { unitId } = (await client.done(units.listUnits, { search: { kind: 'province' } })).units[0] ?? { unitId: '' }
    const filingId = await openOf(client, { batchId: county.batchId, parkId: unitId }, 'final-evaluation')
    await writeSections(client, filingId, reportTexts)
    return filingId
  },
}

/** Who files a kind, a colleague who writes in it and does not file it, and others who see it and have no hand in it. */
const filersOf = (kind: FilingKind) => {
  const { of } = obligationOf(edition, kind)
  if (of === 'province') return { filer: province, colleague: '省经信厅·负责人', others: ['省财政厅·负责人'] }
  const others = ['嘉善县财政局·经办', province]
  if (of === 'county') return { filer: economy, colleague: '嘉善县经信局·负责人', others }
  const { name } = kind === 'plan' ? county.second : county.first
  return { filer: `${name}·负责人`, colleague: `${name}·服务专员`, others }
}

/** Somebody at a seat who is not the one that `people` names. */
const secondAt: Readonly<Partial<Record<Seat, string>>> = {
  'county-economy': economy,
  'county-finance': '嘉善县财政局·经办',
  'province-finance': '省财政厅·负责人',
}

describe.each(Object.keys(filingKinds) as FilingKind[])('a %s', (kind) => {
  const rule = obligationOf(edition, kind)
  const { withdrawable, returnable, reopens, sections } = filingKinds[kind]
  const [first, ...others] = rule.opinions.map((seat) => people[seat] ?? '')
  const judge = first ?? ''
  let filingId = ''
  let no = 1
  const params = () => ({ params: { filingId } })
  const show = async (by: string) => (await world.as(by)).done(contract.showFiling, params())
  const submits = async (by: string) =>
    (await world.as(by)).call(acts.submitFiling, { ...params(), body: { reason: '已逐项核对，内容无误' } })
  const withdraws = async (by: string, reason = '附件放错') =>
    (await world.as(by)).call(acts.withdrawFiling, { ...params(), body: { reason } })
  const records = async (by: string, versionNo = no) =>
    (await world.as(by)).call(acts.recordFiling, { ...params(), body: { versionNo, recordNo: '备-1' } })
  const saves = async (by: string, section = sections[0] ?? '') => {
    const found = (await show(by)).sections.find((one) => one.section === section)
    const body = { revision: found?.revision ?? 0, content: found?.content }
    return (await world.as(by)).call(contract.saveFilingSection, { params: { filingId, section }, body })
  }

  it('is filed by the posts that its edition names, complete, and once', async () => {
    filingId = await written[kind]()
    const { filer, colleague, others: readers } = filersOf(kind)
    expect((await show(filer)).gaps.filter((gap) => gap.severity === 'error')).toEqual([])
    expect(said(await opine(judge, filingId))).toBe('common.not-in-state')
    for (const by of [colleague, ...readers])
      expect([by, said(await submits(by))]).toEqual([by, 'filing.not-the-preparer'])
    expect((await submits('海宁市经信局·经办')).status).toBe(404)
    const answers = await Promise.all([submits(filer), submits(filer)])
    expect(answers.map((one) => one.status).sort()).toEqual([200, 422])
    expect(said(await saves(filer))).not.toBe(200)
    const event = await world.sql(
      `select kind from audit_events where subject = $1 and kind in ('filing.opened', 'filing.submitted') order by at, id`,
      [filingId],
    )
    expect(event).toEqual([{ kind: 'filing.opened' }, { kind: 'filing.submitted' }])
  })

  it('is taken back by who files it, where its figures are not frozen for good', async () => {
    const { filer, colleague } = filersOf(kind)
    expect(said(await withdraws(colleague))).toBe('filing.not-the-preparer')
    if (withdrawable) expect(said(await withdraws(filer, ' '))).toBe('filing.withdrawn-without-reason')
    expect(said(await withdraws(filer))).toBe(withdrawable ? 200 : 'filing.never-withdrawn')
    if (!withdrawable) return
    expect((await show(judge)).withdrawals).toMatchObject([{ byName: filer, reason: '附件放错', versionNo: 1 }])
    await expect(world.sql(`update filing_withdrawals set reason = 'x'`)).rejects.toThrow('append-only')
    expect((await show(filer)).sections.every((one) => one.open)).toBe(true)
    expect(said(await withdraws(filer))).toBe('common.not-in-state')
    no = (await submit(await world.as(filer), filingId)).no
    expect(no).toBe(2)
  })

  it('takes an opinion on the version that was read, from who speaks on it and made none of it', async () => {
    expect((await opine(judge, filingId, { versionNo: no + 1 })).status).toBe(409)
    expect((await opine('海宁市经信局·经办', filingId, { versionNo: no })).status).toBe(404)
    await world.sql(
      'insert into filing_makers select f.id, a.id, f.scope from filings f, accounts a where f.id = $1 and a.name = $2',
      [filingId, judge],
    )
    expect(said(await opine(judge, filingId, { versionNo: no }))).toBe('review.maker-cannot-review')
    const at = secondAt[rule.opinions[0] ?? 'county-economy'] ?? ''
    const marks = [{ section: sections[0] ?? '', reason: '请补充材料' }]
    const unknown = [{ section: 'nothing', reason: '请补充材料' }]
    const back = returnable ? 'review.unknown-section' : 'filing.never-returned'
    expect(said(await opine(at, filingId, { versionNo: no, marks: unknown }))).toBe(back)
    expect(said(await opine(at, filingId, { versionNo: no, marks }))).toBe(returnable ? 200 : 'filing.never-returned')
    if (returnable) {
      const { filer } = filersOf(kind)
      const view = await show(filer)
      expect(view.sections.filter((one) => one.open).map((one) => one.section)).toEqual([sections[0]])
      expect(view.sections.flatMap((one) => one.marks)).toEqual([{ seat: rule.opinions[0], reason: '请补充材料' }])
      for (const section of sections.slice(1)) expect(said(await saves(filer, section))).toBe('review.section-closed')
      no = (await submit(await world.as(filer), filingId)).no
      expect((await show(filer)).changes).toEqual([])
    }
    // What a kind knows nothing of is refused, never dropped.
    expect(said(await opine(at, filingId, { versionNo: no, judgment: { x: 1 } }))).toBe('common.invalid')
    expect(said(await opine(at, filingId, { versionNo: no }))).toBe(200)
    const silent = others.length > 0
    expect(said(await withdraws(filersOf(kind).filer))).toBe(
      silent ? 'review.already-under-review' : 'common.not-in-state',
    )
  })

  it('is over when every seat has approved and, where somebody records it, on record', async () => {
    const [recorder] = rule.records
    if (others.length > 0 && recorder) expect(said(await records(people[recorder] ?? ''))).toBe('common.not-in-state')
    for (const by of others) expect([by, said(await opine(by, filingId, { versionNo: no }))]).toEqual([by, 200])
    if (recorder) {
      const by = people[recorder] ?? ''
      const other = by.startsWith('省经信') ? '省财政厅·处室' : '省经信厅·处室'
      expect((await show(by)).isDone).toBe(false)
      if (rule.records.length === 1) expect(said(await records(other))).toBe('filing.not-the-recorder')
      expect((await records(by, no + 1)).status).toBe(409)
      expect(said(await records(by))).toBe(200)
    }
    const { isDone, waiting, sections: parts } = await show(filersOf(kind).filer)
    expect([isDone, waiting, parts.some((one) => one.open)]).toEqual([true, [], false])
    const body = { sections: [sections[0] ?? ''], reason: '补充内容' }
    const again = await (await world.as('省经信厅·处室')).call(acts.reopenFiling, { ...params(), body })
    expect(said(again)).toBe(reopens ? 200 : 'review.baseline-locked')
  })
})
