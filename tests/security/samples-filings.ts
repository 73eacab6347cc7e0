import * as acts from '../../src/features/filings/course/act-contract.ts'
import * as filings from '../../src/features/filings/course/contract.ts'
import * as calendar from '../../src/features/oversight/calendar/contract.ts'
import * as summaries from '../../src/features/oversight/summaries/contract.ts'
import type { FilingState } from '../../src/policy/filings/filing.ts'
import type { FormKind, FormRow } from '../../src/policy/filings/forms.ts'
import { preparedIn } from '../support/opinions.ts'
import { type Making, sample } from './sample.ts'
import type { Side } from './side.ts'

const officer = ({ world, county }: Side) => world.as(`${county}经信局·经办`)
const reviewer = ({ world, county }: Side) => world.as(`${county}财政局·经办`)
const leader = ({ world, county }: Side) => world.as(`${county}财政局·负责人`)
const duty = ({ batchId, countyId }: Side, kind: FormKind, period = '') => ({ batchId, unitId: countyId, kind, period })

async function filingOf(side: Side, kind: FormKind, period = ''): Promise<string> {
  const client = await officer(side)
  const listed = await client.done(filings.listFilings, { search: { batchId: side.batchId, kind } })
  const found = listed.filings.find((one) => one.unitId === side.countyId && one.period === period)
  if (found?.filingId) return found.filingId
  return (await client.done(filings.openFiling, { body: duty(side, kind, period) })).filingId
}

/** Finance gives its opinion, and where that takes two persons its leader signs. */
async function approvedBoth(side: Side, params: { filingId: string }, versionNo: number) {
  const body = { verdict: 'approve' as const, versionNo, marks: [] }
  const given = await (await reviewer(side)).call(acts.giveOpinion, { params, body })
  if (given.status === 200 && !given.body.toSign) return
  const { preparedId } = await toSign(side, params)
  await (await leader(side)).done(acts.signOpinion, { params, body: { versionNo, preparedId } })
}

/** Under review, and nothing prepared: a county that asks for one person only. */
async function underReview(side: Side) {
  const { params, scope, versionNo } = await bring(side, 'submitted')
  const signer = await leader(side)
  await signer.done(acts.requireSigning, { body: { required: false, reason: '恢复一人办理' } })
  // Where nothing is prepared there is nothing to take off.
  const { preparedId } = await toSign(side, params)
  await signer.call(acts.discardOpinion, { params, body: { preparedId, reason: '重新拟定' } })
  return { params, scope, versionNo }
}

/** An opinion of finance waits for its leader. */
async function prepared(side: Side) {
  const { params, scope, versionNo } = await underReview(side)
  await (await leader(side)).done(acts.requireSigning, { body: { required: true } })
  const body = { verdict: 'approve' as const, versionNo, marks: [] }
  await (await reviewer(side)).done(acts.giveOpinion, { params, body })
  // What is prepared is signed whatever the county asks for from now on.
  await (await leader(side)).done(acts.requireSigning, { body: { required: false, reason: '恢复一人办理' } })
  return { params, scope, versionNo, ...(await toSign(side, params)) }
}

/** The opinion of finance that waits, or an id of nothing. */
async function toSign({ world, county }: Side, { filingId }: { filingId: string }) {
  return { preparedId: await preparedIn(world, `${county}财政局·负责人`, filingId) }
}

/** The county's disbursement plan, brought to a state by those whose part it is. */
async function bring(side: Side, wanted: FilingState) {
  const filingId = await filingOf(side, 'disbursement-plan')
  const params = { filingId }
  for (let step = 0; step < 9; step++) {
    const client = await officer(side)
    const view = await client.done(filings.showFiling, { params })
    const versionNo = view.versions[0]?.no ?? 0
    if (view.state === wanted || (wanted === 'draft' && view.state === 'returned')) {
      return { params, scope: side.countyScope, view, versionNo }
    }
    if (view.state === 'draft' || view.state === 'returned') {
      await fill(side, view)
      await client.done(acts.submitFiling, { params, body: { reason: '已逐项核对，内容无误' } })
    } else if (view.state === 'submitted' && wanted === 'draft')
      await client.done(acts.withdrawFiling, { params, body: { reason: '附件放错' } })
    else if (view.state === 'submitted') {
      await approvedBoth(side, params, versionNo)
    } else if (view.state === 'approved' && wanted === 'recorded') {
      const body = { versionNo, recordNo: '备案' }
      await (await side.world.as('省财政厅·处室')).done(acts.recordFiling, { params, body })
    } else {
      const body = { sections: ['arrangements'], reason: '补正内容' }
      await (await side.world.as('省财政厅·处室')).done(acts.reopenFiling, { params, body })
    }
  }
  throw new Error(`the plan does not come to ${wanted}`)
}

/** The summary of a half-year that is locked by now, opened by exception. */
async function lateSummary(side: Side): Promise<string> {
  const body = { ...duty(side, 'half-year-summary', '2026H1'), until: '2026-10-20', reason: '人员变动' }
  // A second look finds the exception there already.
  await (await side.world.as('省经信厅·处室')).call(calendar.grantException, { body })
  return filingOf(side, 'half-year-summary', '2026H1')
}

type Shown = Awaited<ReturnType<typeof bring>>['view']

/** Every tranche with its amount and its day, and the arrangements. */
async function fill(side: Side, { filingId, sections, parks }: Pick<Shown, 'filingId' | 'sections' | 'parks'>) {
  const client = await officer(side)
  for (const { section, revision, open } of sections) {
    if (!open) continue
    const params = { filingId, section }
    const fields = { responsibilities: '经信核对，财政拨付', supervision: '专账核算', disclosure: '' }
    const rows = parks.flatMap((park) => [1, 2, 3].map((no) => planned(park, no)))
    const written = section === 'tranches' ? { rows } : { fields }
    await client.done(filings.saveFilingSection, { params, body: { revision, content: written } })
  }
}

/** 30 %, 50 % and the rest of the award; days half a year apart. */
function planned({ parkId, awardFen }: Shown['parks'][number], no: number): FormRow {
  const amount = Math.round(awardFen * ([0, 0.3, 0.5, 0.2][no] ?? 0))
  const month = `${2026 + Math.floor(no / 2)}-${no % 2 ? '12' : '06'}-01`
  return { id: `${parkId.slice(-12)}-${no}`, park: parkId, no, amount, month, condition: '' }
}

const at = (state: FilingState) => async (side: Side) => {
  const { params, scope } = await bring(side, state)
  return { params, scope }
}

/**
 * A plan on record, opened again and on record once more, the county's opinions signed; the next one's opinion waits for its
 * signature: a row in every table of the filings.
 */
export async function playFilings(side: Side): Promise<void> {
  for (const state of ['recorded', 'approved', 'recorded', 'submitted'] as const) await bring(side, state)
  const { params, preparedId } = await prepared(side)
  await (await leader(side)).done(acts.discardOpinion, { params, body: { preparedId, reason: '请写明依据' } })
  await prepared(side)
}

export const filingSamples: readonly Making[] = [
  sample(filings.listFilings, ({ batchId, countyId }) => ({ search: { batchId, unitId: countyId }, scope: null })),
  sample(filings.openFiling, (side) => ({ body: duty(side, 'liaison-list'), scope: side.countyScope })),
  sample(filings.showFiling, at('submitted')),
  sample(filings.checkFiling, at('draft')),
  sample(filings.saveFilingSection, async (side) => {
    const { params, scope, view } = await bring(side, 'draft')
    const open = view.sections.find((one) => one.open)
    const section = open?.section ?? ''
    return { params: { ...params, section }, body: { revision: open?.revision ?? 0, content: open?.content }, scope }
  }),
  sample(filings.refreshDraft, async (side) => {
    const filingId = await lateSummary(side)
    return { params: { filingId }, scope: side.countyScope }
  }),
  sample(acts.submitFiling, async (side) => {
    const { params, scope, view } = await bring(side, 'draft')
    await fill(side, view)
    return { params, scope, body: { reason: '已逐项核对，内容无误' } }
  }),
  sample(acts.withdrawFiling, async (side) => {
    const { params, scope } = await underReview(side)
    return { params, scope, body: { reason: '附件放错' } }
  }),
  sample(acts.giveOpinion, async (side) => {
    const { params, scope, versionNo } = await underReview(side)
    return { params, scope, body: { verdict: 'approve' as const, versionNo, marks: [] } }
  }),
  sample(acts.signOpinion, async (side) => {
    const { params, scope, versionNo, preparedId } = await prepared(side)
    return { params, scope, body: { versionNo, preparedId } }
  }),
  sample(acts.discardOpinion, async (side) => {
    const { params, scope, preparedId } = await prepared(side)
    return { params, scope, body: { preparedId, reason: '依据不足' } }
  }),
  sample(acts.showSigning, () => ({ scope: null })),
  sample(acts.requireSigning, () => ({ body: { required: false, reason: '恢复一人办理' }, scope: null })),
  sample(acts.recordFiling, async (side) => {
    const { params, scope, versionNo } = await bring(side, 'approved')
    return { params, scope, body: { versionNo, recordNo: '备案' } }
  }),
  sample(acts.reopenFiling, async (side) => {
    const { params, scope } = await bring(side, 'recorded')
    return { params, scope, body: { sections: ['arrangements'], reason: '补正内容' } }
  }),
  sample(summaries.mergeSummaries, ({ batchId }) => ({ search: { batchId }, scope: null })),
]
