import * as acts from '../../../src/features/filings/course/act-contract.ts'
import * as course from '../../../src/features/filings/course/contract.ts'
import { obligationOf } from '../../../src/policy/editions/edition.ts'
import { dayOf } from '../../../src/shared/dates.ts'
import type { World } from '../world.ts'
import { write } from './contents.ts'
import type { KnownFiling, Model } from './model.ts'
import { economy, filerOf, pick, seats } from './who-acts.ts'

/** Of what a step picks: every filing, or major matters alone. */
type Among = (filing: KnownFiling) => boolean
export const all: Among = () => true
export const mattersAlone: Among = ({ dueAt }) => dueAt !== null

export async function submit(world: World, model: Model, which: number, among: Among): Promise<void> {
  const filing = pick(
    model.filings.filter(among).filter(({ state }) => state === 'draft' || state === 'returned'),
    which,
  )
  if (!filing) return
  const client = await filerOf(world, model, filing.unitId)
  await write(world, model, client, filing)
  const answer = await client.call(acts.submitFiling, {
    params: { filingId: filing.filingId },
    body: { reason: '已逐项核对，内容无误' },
  })
  if (answer.status !== 200) return
  filing.state = 'submitted'
  filing.versions.push({ at: world.now, opinions: [] })
}

export async function withdraw(world: World, model: Model, which: number): Promise<void> {
  const filing = pick(
    model.filings.filter(({ state }) => state === 'submitted'),
    which,
  )
  if (!filing) return
  const client = await filerOf(world, model, filing.unitId)
  const params = { filingId: filing.filingId }
  const answer = await client.call(acts.withdrawFiling, { params, body: { reason: '附件有误' } })
  if (answer.status === 200) filing.state = 'draft'
}

export async function speak(
  world: World,
  model: Model,
  which: number,
  verdict: 'approve' | 'return',
  among: Among,
): Promise<void> {
  const filing = pick(
    model.filings.filter(among).filter(({ state }) => state === 'submitted'),
    which,
  )
  if (!filing) return
  const params = { filingId: filing.filingId }
  const { waitingFor, sections } = await (await world.as('省经信厅·处室')).done(course.showFiling, { params })
  const [seat = ''] = waitingFor
  const marks = verdict === 'return' ? [{ section: sections[0]?.section ?? '', reason: '请补充材料' }] : []
  const body = { verdict, versionNo: filing.versions.length, marks }
  const answer = await (await world.as(seats[seat] ?? economy)).call(acts.giveOpinion, { params, body })
  if (answer.status !== 200) return
  filing.state = answer.body.state
  filing.versions.at(-1)?.opinions.push({ seat, verdict, at: world.now })
  planApproved(world, model, filing)
}

/** A plan holds from the day of its last approval, or of its record where the edition wants one. */
function planApproved(world: World, model: Model, { kind, unitId, state }: KnownFiling): void {
  const park = model.parks.find(({ parkId }) => parkId === unitId)
  if (!park || kind !== 'plan' || park.planOn !== null) return
  const { records } = obligationOf(park.batch.edition, 'plan')
  if (state === (records.length > 0 ? 'recorded' : 'approved')) park.planOn = dayOf(world.now)
}

export async function record(world: World, model: Model, which: number): Promise<void> {
  const filing = pick(
    model.filings.filter(({ state }) => state === 'approved'),
    which,
  )
  if (!filing) return
  const batch = model.batches.find(({ batchId }) => batchId === filing.batchId)
  const [post] = batch ? obligationOf(batch.edition, filing.kind).records : []
  if (!post) return
  const params = { filingId: filing.filingId }
  const body = { versionNo: filing.versions.length, recordNo: '备〔2026〕1号' }
  const answer = await (await world.as(seats[post] ?? '')).call(acts.recordFiling, { params, body })
  if (answer.status !== 200) return
  filing.state = 'recorded'
  planApproved(world, model, filing)
}
