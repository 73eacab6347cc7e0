import type { Client } from '../../../database/demo/client.ts'
import { awardFen, openBatch, openPark } from '../../../database/demo/programme.ts'
import * as acts from '../../../src/features/filings/course/act-contract.ts'
import * as course from '../../../src/features/filings/course/contract.ts'
import * as calendar from '../../../src/features/oversight/calendar/contract.ts'
import * as restDays from '../../../src/features/oversight/rest-days/contract.ts'
import { type Edition, obligationOf, registerEdition } from '../../../src/policy/editions/edition.ts'
import { isFilingKind } from '../../../src/policy/filings/filing-kinds.ts'
import { reportBy } from '../../../src/policy/plan/matter-clock.ts'
import { addDays, dayOf } from '../../../src/shared/dates.ts'
import type { World } from '../world.ts'
import { write } from './contents.ts'
import { type Expected, type KnownFiling, type KnownPark, type Model, madeUpList } from './model.ts'

export const actNames = [
  'open',
  'submit',
  'submit',
  'withdraw',
  'speak',
  'speak',
  'send-back',
  'record',
  'except',
  'matter',
  'announce',
] as const
/** Something that somebody does after a while; `which` picks among what can be done. */
export type Step = { readonly minutes: number; readonly act: (typeof actNames)[number]; readonly which: number }

const seats: Readonly<Record<string, string>> = {
  'county-economy': '嘉善县经信局·经办',
  'county-finance': '嘉善县财政局·经办',
  'province-economy': '省经信厅·处室',
  'province-finance': '省财政厅·处室',
}
const economy = '嘉善县经信局·经办'
const managerOf = (park: KnownPark) => `${park.name}·负责人`
const pick = <T>(all: readonly T[], which: number): T | undefined => all[which % Math.max(1, all.length)]

/** Opens a batch of an edition, as the province. */
export async function beginBatch(world: World, model: Model, edition: Edition, no: number): Promise<void> {
  registerEdition(edition)
  const name = `${edition.id}第${no}批`
  model.batches.push({ batchId: await openBatch(world, edition.id, name), name, edition })
}

/** Admits a park now; its plan is opened with it. */
export async function admit(world: World, model: Model, at: number, no: number): Promise<void> {
  const batch = model.batches[at % model.batches.length]
  if (!batch) throw new Error('no batch')
  const award = batch.edition.awards.by === 'tiers' ? (batch.edition.awards.tiersFen[0] ?? awardFen) : awardFen
  const made = await openPark(world, batch.batchId, model.county.unitId, `嘉善第${no}园`, 100 + no, award)
  const { parkId, pilotId, name } = made
  model.parks.push({ name, parkId, pilotId, batch, admittedOn: dayOf(world.now), planOn: null })
  const duty = model.expected(world.now).find((one) => one.pilotId === pilotId && one.kind === 'plan')
  const client = await world.as(`${name}·负责人`)
  const { filings } = await client.done(course.listFilings, { search: { kind: 'plan' } })
  if (duty) learn(model, duty, filings[0]?.filingId ?? '')
}

function learn(
  model: Model,
  { batch, unitId, kind, period, dueOn }: Expected,
  filingId: string,
  dueAt: Date | null = null,
): void {
  model.filings.push({
    filingId,
    batchId: batch.batchId,
    unitId,
    kind,
    period,
    dueOn,
    dueAt,
    state: 'draft',
    versions: [],
  })
}

/** Does one step as far as the product lets it; the model hears of what was let through. */
export async function take(world: World, model: Model, { act, which }: Step): Promise<void> {
  switch (act) {
    case 'open':
      return open(world, model, which)
    case 'submit':
      return submit(world, model, which)
    case 'withdraw':
      return withdraw(world, model, which)
    case 'speak':
      return speak(world, model, which, 'approve')
    case 'send-back':
      return speak(world, model, which, 'return')
    case 'record':
      return record(world, model, which)
    case 'except':
      return except(world, model, which)
    case 'matter':
      return matter(world, model, which)
    case 'announce':
      return announce(world, model, which)
  }
}

async function open(world: World, model: Model, which: number): Promise<void> {
  const begun = model
    .expected(world.now)
    .filter((one) => !one.filing && one.state !== 'not-yet' && isFilingKind(one.kind))
  const duty = pick(begun, which)
  if (!duty || !isFilingKind(duty.kind)) return
  const { batch, unitId, kind, period } = duty
  const body = { batchId: batch.batchId, unitId, kind, period }
  const answer = await (await filerOf(world, model, unitId)).call(course.openFiling, { body })
  if (answer.status === 200) learn(model, duty, answer.body.filingId)
}

async function filerOf(world: World, model: Model, unitId: string): Promise<Client> {
  const park = model.parks.find(({ parkId }) => parkId === unitId)
  return world.as(park ? managerOf(park) : economy)
}

async function submit(world: World, model: Model, which: number): Promise<void> {
  const filing = pick(
    model.filings.filter(({ state }) => state === 'draft' || state === 'returned'),
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
  filing.versions.push({ at: world.now, spoken: false })
}

async function withdraw(world: World, model: Model, which: number): Promise<void> {
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

async function speak(world: World, model: Model, which: number, verdict: 'approve' | 'return'): Promise<void> {
  const filing = pick(
    model.filings.filter(({ state }) => state === 'submitted'),
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
  const version = filing.versions.at(-1)
  if (version) version.spoken = true
  planApproved(world, model, filing)
}

/** A plan holds from the day of its last approval, or of its record where the edition wants one. */
function planApproved(world: World, model: Model, { kind, unitId, state }: KnownFiling): void {
  const park = model.parks.find(({ parkId }) => parkId === unitId)
  if (!park || kind !== 'plan' || park.planOn !== null) return
  const { records } = obligationOf(park.batch.edition, 'plan')
  if (state === (records.length > 0 ? 'recorded' : 'approved')) park.planOn = dayOf(world.now)
}

async function record(world: World, model: Model, which: number): Promise<void> {
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

async function except(world: World, model: Model, which: number): Promise<void> {
  const duty = pick(
    model.expected(world.now).filter(({ state }) => state === 'locked'),
    which,
  )
  if (!duty) return
  const { batch, unitId, kind, period, key } = duty
  const until = addDays(dayOf(world.now), which % 30)
  const body = { batchId: batch.batchId, unitId, kind, period, until, reason: '人员调整' }
  const answer = await (await world.as('省经信厅·处室')).call(calendar.grantException, { body })
  if (answer.status === 200) model.exceptions.set(key, until)
}

async function matter(world: World, model: Model, which: number): Promise<void> {
  const park = pick(
    model.parks.filter(({ planOn }) => planOn !== null),
    which,
  )
  if (!park) return
  const { batch, parkId: unitId, pilotId, name: unitName } = park
  const occurredAt = new Date(world.now.getTime() - (which % 70) * 3_600_000)
  const opening = { kind: 'safety-accident', occurredAt: occurredAt.toISOString() }
  const body = { batchId: batch.batchId, unitId, kind: 'major-matter' as const, period: '', opening }
  const answer = await (await world.as(managerOf(park))).call(course.openFiling, { body })
  if (answer.status !== 200) return
  const { period, filingId } = answer.body as { period: string; filingId: string }
  const dueAt = reportBy(obligationOf(batch.edition, 'major-matter'), occurredAt)
  const duty = { batch, unitId, unitName, pilotId, kind: 'major-matter' as const, period, dueOn: dayOf(dueAt) }
  learn(model, { ...duty, key: '', opensOn: '', state: 'due', days: 0, filing: null }, filingId, dueAt)
}

async function announce(world: World, model: Model, which: number): Promise<void> {
  const year = Number(dayOf(world.now).slice(0, 4)) + 1
  const list = madeUpList(year, which)
  const body = {
    ...list,
    days: [...list.days],
    source: `国办发明电〔${year - 1}〕${which + 1}号`,
    publishedOn: dayOf(world.now),
  }
  const answer = await (await world.administrator()).call(restDays.announceRestDays, { body })
  if (answer.status === 200) model.announce(list, dayOf(world.now))
}

/** What has come about in a programme: states of its duties, and what happened to its filings. */
export function reached(model: Model, now: Date): Set<string> {
  const found = new Set<string>(model.expected(now).map(({ state }) => state))
  for (const { versions, state, dueAt } of model.filings) {
    if (versions.length > 1) found.add('filed again')
    if (versions.length > 0 && state === 'draft') found.add('taken back')
    if (dueAt !== null) found.add('a matter')
  }
  return found
}
