import { planOf } from '../../database/demo/course.ts'
import { openBatch, openPark, type Park } from '../../database/demo/programme.ts'
import * as acts from '../../src/features/filings/course/act-contract.ts'
import * as course from '../../src/features/filings/course/contract.ts'
import * as papers from '../../src/features/filings/papers/contract.ts'
import * as funds from '../../src/features/money/funds/contract.ts'
import * as calendar from '../../src/features/oversight/calendar/contract.ts'
import * as guide from '../../src/features/oversight/guide/contract.ts'
import * as inbox from '../../src/features/oversight/inbox/contract.ts'
import * as baselines from '../../src/features/programme/baselines/contract.ts'
import { type Edition, registerEdition } from '../../src/policy/editions/edition.ts'
import type { Clause } from '../../src/policy/guide/clauses.ts'
import { readWord } from './word.ts'
import type { World } from './world.ts'

export const economy = '嘉善县经信局·经办'
export const economyLeader = '嘉善县经信局·负责人'
export const finance = '嘉善县财政局·经办'
export const financeLeader = '嘉善县财政局·负责人'
export const provinceEconomy = '省经信厅·处室'
export const provinceFinance = '省财政厅·处室'
export const authorities = [economy, economyLeader, finance, financeLeader, provinceEconomy, provinceFinance]

export const peopleOf = ({ name }: Park) => ({
  manager: `${name}·负责人`,
  officer: `${name}·服务专员`,
  funds: `${name}·资金专员`,
})

/** A park of its own in a batch of that edition. */
export async function parkUnder(world: World, edition: Edition, countyId: string, no: number): Promise<Park> {
  registerEdition(edition)
  const batchId = await openBatch(world, edition.id, edition.name.zh)
  return openPark(world, batchId, countyId, `嘉善第${no}园`, 20 + no)
}

/** A filing as somebody sees it. */
export async function seenBy(world: World, name: string, filingId: string): Promise<course.FilingView> {
  return (await world.as(name)).done(course.showFiling, { params: { filingId } })
}

/** What somebody may do with a filing, and the clause under which they may not. */
export async function abilitiesOf(world: World, name: string, filingId: string) {
  const { actions } = await seenBy(world, name, filingId)
  return Object.fromEntries(actions.map(({ action, allowed, clause }) => [action, allowed ? true : clause])) as Record<
    course.FilingAction,
    true | Clause | null
  >
}

/** Who finds a filing of this park among their own tasks, with the task; `about` begins with what it is called. */
export async function askedAbout(world: World, park: Park, about: string): Promise<Record<string, string>> {
  const { manager, officer, funds } = peopleOf(park)
  const found: Record<string, string> = {}
  for (const name of [manager, officer, funds, ...authorities]) {
    const { mine } = await (await world.as(name)).done(inbox.showInbox)
    const own = mine.tasks.filter((one) => one.parkName === park.name && one.about.zh.includes(about))
    if (own.length > 0) found[name] = own.map(({ task, clause }) => `${task} ${clause}`).join(', ')
  }
  return found
}

/** The one line of the calendar about this filing, as its county sees it. */
export async function dueOf(world: World, { batchId, parkId }: Park, kind: string, reader = economyLeader) {
  const { duties } = await (await world.as(reader)).done(calendar.listCalendar, {
    search: { batchId, unitId: parkId, kind, sort: 'dueOn' },
  })
  const [first] = duties
  if (!first) throw new Error(`no ${kind} in the calendar`)
  return first
}

/** The line in the list of filings. */
export async function listedOf(
  world: World,
  { batchId, parkId }: Park,
  kind: 'plan' | 'target-table',
  reader = economy,
) {
  const { filings } = await (await world.as(reader)).done(course.listFilings, {
    search: { batchId, unitId: parkId, kind },
  })
  const [first] = filings
  if (!first) throw new Error(`no ${kind} in the list`)
  return first
}

/** Where the guide says that the park stands with a clause. */
export async function standsWith(world: World, park: Park, clause: Clause) {
  const { clauses } = await (await world.as(economy)).done(guide.showGuide, { search: { pilotId: park.pilotId } })
  return clauses.find((one) => one.clause === clause)?.pilots[0] ?? null
}

/** The boxes at the end of the paper: what stands over and in each. */
export async function boxesOn(world: World, filingId: string, reader = economy): Promise<string[]> {
  const client = await world.as(reader)
  const answer = await client.call(papers.filingWord, { params: { filingId }, search: { language: 'zh' } })
  if (answer.status !== 200) throw new Error(`no paper: ${answer.status} ${answer.raw}`)
  const { tables } = await readWord(answer.raw)
  return tables.flatMap((rows) => rows.flat()).filter((cell) => /意见|备案|报送单位/.test(cell))
}

export async function planFilingOf(world: World, { name, pilotId }: Park): Promise<string> {
  return planOf(await world.as(`${name}·负责人`), pilotId)
}

/** What somebody is told who approves the newest version: the state it then has, or the refusal with its clause. */
export async function opinionBy(world: World, name: string, filingId: string, judgment?: unknown): Promise<string> {
  const body = { verdict: 'approve' as const, versionNo: 1, marks: [], ...(judgment ? { judgment } : {}) }
  const answer = await (await world.as(name)).call(acts.giveOpinion, { params: { filingId }, body })
  if (answer.status === 200) return answer.body.state
  return `${answer.body.error.code} ${answer.body.error.clause}`
}

export async function firstTranche(world: World, { pilotId }: Park) {
  return (await (await world.as(economy)).done(funds.showFunds, { params: { pilotId } })).tranches[0]
}

/** The versions of the plan that have come into force. */
export async function baselinesOf(world: World, { pilotId }: Park) {
  return (await (await world.as(economy)).done(baselines.listBaselines, { params: { pilotId } })).versions
}
