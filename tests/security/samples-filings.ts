import * as calendar from '../../src/features/calendar/contract.ts'
import * as filings from '../../src/features/filings/contract.ts'
import * as summaries from '../../src/features/summaries/contract.ts'
import type { FilingState } from '../../src/policy/filing.ts'
import type { FormKind, FormRow } from '../../src/policy/forms.ts'
import { type Making, sample } from './sample.ts'
import type { Side } from './two-counties.ts'

const officer = ({ world, county }: Side) => world.as(`${county}经信局·经办`)
const reviewer = ({ world, county }: Side) => world.as(`${county}财政局·经办`)
const duty = ({ batchId, countyId }: Side, kind: FormKind, period = '') => ({ batchId, unitId: countyId, kind, period })

async function filingOf(side: Side, kind: FormKind, period = ''): Promise<string> {
  const client = await officer(side)
  const listed = await client.done(filings.listFilings, { search: { batchId: side.batchId, kind } })
  const found = listed.filings.find((one) => one.unitId === side.countyId && one.period === period)
  if (found?.filingId) return found.filingId
  return (await client.done(filings.openFiling, { body: duty(side, kind, period) })).filingId
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
      await client.done(filings.submitFiling, { params })
    } else if (view.state === 'submitted' && wanted === 'draft') await client.done(filings.withdrawFiling, { params })
    else if (view.state === 'submitted') {
      const body = { verdict: 'approve' as const, versionNo, marks: [] }
      await (await reviewer(side)).done(filings.giveFilingOpinion, { params, body })
    } else if (view.state === 'approved' && wanted === 'recorded') {
      const body = { versionNo, recordNo: '备案' }
      await (await side.world.as('省财政厅·处室')).done(filings.recordFiling, { params, body })
    } else {
      const body = { sections: ['arrangements'], reason: '补正' }
      await (await side.world.as('省财政厅·处室')).done(filings.reopenFiling, { params, body })
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

/** A plan on record, opened again and on record once more: a row in every table of the filings. */
export async function playFilings(side: Side): Promise<void> {
  for (const state of ['recorded', 'approved', 'recorded'] as const) await bring(side, state)
}

export const filingSamples: readonly Making[] = [
  sample(filings.listFilings, ({ batchId, countyId }) => ({ search: { batchId, unitId: countyId }, scope: null })),
  sample(filings.openFiling, (side) => ({ body: duty(side, 'liaison-list'), scope: side.countyScope })),
  sample(filings.showFiling, at('submitted')),
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
  sample(filings.submitFiling, async (side) => {
    const { params, scope, view } = await bring(side, 'draft')
    await fill(side, view)
    return { params, scope }
  }),
  sample(filings.withdrawFiling, at('submitted')),
  sample(filings.giveFilingOpinion, async (side) => {
    const { params, scope, versionNo } = await bring(side, 'submitted')
    return { params, scope, body: { verdict: 'approve' as const, versionNo, marks: [] } }
  }),
  sample(filings.recordFiling, async (side) => {
    const { params, scope, versionNo } = await bring(side, 'approved')
    return { params, scope, body: { versionNo, recordNo: '备案' } }
  }),
  sample(filings.reopenFiling, async (side) => {
    const { params, scope } = await bring(side, 'recorded')
    return { params, scope, body: { sections: ['arrangements'], reason: '补正' } }
  }),
  sample(summaries.mergeSummaries, ({ batchId }) => ({ search: { batchId }, scope: null })),
]
