import { awardFen, openBatch, openPark } from '../../../database/demo/programme.ts'
import * as course from '../../../src/features/filings/course/contract.ts'
import * as calendar from '../../../src/features/oversight/calendar/contract.ts'
import * as restDays from '../../../src/features/oversight/rest-days/contract.ts'
import { type Edition, obligationOf, registerEdition } from '../../../src/policy/editions/edition.ts'
import { isFilingKind } from '../../../src/policy/filings/filing-kinds.ts'
import { reportBy } from '../../../src/policy/plan/matter-clock.ts'
import { addDays, dayOf } from '../../../src/shared/dates.ts'
import type { World } from '../world.ts'
import { all, mattersAlone, record, speak, submit, withdraw } from './course-play.ts'
import { type Expected, type Model, madeUpList } from './model.ts'
import { filerOf, managerOf, pick } from './who-acts.ts'

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
  'submit-matter',
  'speak-on-matter',
  'speak-on-matter',
  'send-matter-back',
  'announce',
] as const
/** Something that somebody does after a while; `which` picks among what can be done. */
export type Step = { readonly minutes: number; readonly act: (typeof actNames)[number]; readonly which: number }

/** Opens a batch of an edition, as the province. */
export async function beginBatch(world: World, model: Model, edition: Edition, no: number): Promise<void> {
  registerEdition(edition)
  const name = `${edition.id}第${no}批`
  const firstYear = 2026
  model.batches.push({ batchId: await openBatch(world, edition.id, name, firstYear), name, edition, firstYear })
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
      return submit(world, model, which, all)
    case 'submit-matter':
      return submit(world, model, which, mattersAlone)
    case 'speak-on-matter':
      return speak(world, model, which, 'approve', mattersAlone)
    case 'send-matter-back':
      return speak(world, model, which, 'return', mattersAlone)
    case 'withdraw':
      return withdraw(world, model, which)
    case 'speak':
      return speak(world, model, which, 'approve', all)
    case 'send-back':
      return speak(world, model, which, 'return', all)
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
  learn(model, { ...duty, key: '', opensOn: '', state: 'due', days: 0, filing: null, handsOn: false }, filingId, dueAt)
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
  if (answer.status === 200) model.announce(list, world.now)
}

/** What has come about in a programme: states of its duties, and what happened to its filings. */
export function reached(model: Model, now: Date): Set<string> {
  const found = new Set<string>(
    model.expected(now).map(({ handsOn, state }) => (handsOn ? `to hand on: ${state}` : state)),
  )
  for (const { versions, state, dueAt } of model.filings) {
    if (versions.length > 1) found.add('filed again')
    if (versions.length > 0 && state === 'draft') found.add('taken back')
    if (dueAt === null) continue
    const back = versions.findIndex(({ opinions }) => opinions.some((one) => one.verdict === 'return'))
    if (back >= 0 && back < versions.length - 1) found.add('a matter came back')
  }
  return found
}
