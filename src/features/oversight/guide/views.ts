import { sql } from 'kysely'
import type { z } from 'zod'
import type { Actor } from '../../../platform/command.ts'
import { text, uuid } from '../../../platform/database/columns.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import { inTheTree } from '../../../platform/database/ordered.ts'
import { type ResultRow, statement } from '../../../platform/database/statement.ts'
import { notFound } from '../../../platform/errors.ts'
import { editionOf } from '../../../policy/editions/edition.ts'
import { clausesOf, isCarriedOver } from '../../../policy/editions/edition-clauses.ts'
import { citations } from '../../../policy/guide/citations.ts'
import { type Clause, clauseList, clauses } from '../../../policy/guide/clauses.ts'
import {
  type ClauseFacts,
  type ClausePlace,
  type ClauseState,
  clauseStates,
  clauseStatesOf,
} from '../../../policy/oversight/clause-state.ts'
import { isPost, permits } from '../../../policy/people/roles.ts'
import { dayOf } from '../../../shared/dates.ts'
import { hrefOf, type Owed, owedAndHandedOn } from '../../filings/owed/public.ts'
import { gatesByPilot, type PilotGates } from '../../money/funds/public.ts'
import type { ClauseView, PilotStanding, showGuide } from './contract.ts'

const mostShown = 50

/** Every clause with who cites it and where the reader's pilots stand. @throws HttpError 404 for a pilot outside the scope. */
export async function showGuideView(
  tx: Tx,
  actor: Actor,
  pilotId: string | undefined,
  now: Date,
): Promise<z.input<typeof showGuide.reply>> {
  const today = dayOf(now)
  const all = isPost(actor.post) && permits(actor.post, 'pilot.view') ? await pilotsOf(tx) : []
  const chosen = pilotId === undefined ? all : all.filter((pilot) => pilot.pilotId === pilotId)
  if (pilotId !== undefined && chosen.length === 0) throw notFound({ zh: '试点园区', en: 'pilot park' })
  const standings = await standingsOf(tx, actor, chosen, now)
  const [edition] = pilotId === undefined ? [] : chosen.map((pilot) => editionOf(pilot.edition))
  return {
    today,
    pilots: all.map(({ pilotId: id, parkName, batchName }) => ({ pilotId: id, parkName, batchName })),
    // Of one pilot: those of its own edition alone.
    clauses: (edition ? clausesOf(edition) : clauseList).map((clause) => ({
      ...viewOf(clause, standings.get(clause) ?? noStandings()),
      carriedOver: edition !== undefined && isCarriedOver(edition, clause),
      cited: answersForRules(actor) ? citedBy(clause) : null,
    })),
  }
}

/** The province and the administrator answer for the rules themselves; all others work by them. */
function answersForRules({ post }: Actor): boolean {
  return isPost(post) && permits(post, 'rules.view')
}

function citedBy(clause: Clause): ClauseView['cited'] {
  const { rules, tests, breaking } = citations[clause]
  return { rules: [...rules], tests: [...tests], breaking: [...breaking] }
}

function viewOf(clause: Clause, { counts, shown }: Standings): Omit<ClauseView, 'cited' | 'carriedOver'> {
  const { zh, en, binding, duty } = clauses[clause]
  const pilots = clauseStates.flatMap((state) => shown[state]).slice(0, mostShown)
  return { clause, text: { zh, en }, binding, duty, counts, pilots: pilots.map((one) => one()) }
}

type PilotRow = ResultRow<typeof pilotsOf>

const pilotsOf = statement(
  { pilotId: uuid, batchId: uuid, countyId: uuid, parkName: text, batchName: text, edition: text },
  () => sql`
    select p.id as "pilotId", p.batch_id as "batchId", p.county_id as "countyId", u.name as "parkName", b.name as "batchName", b.edition
      from pilots p
      join batches b on b.id = p.batch_id
      join units u on u.id = p.park_id and u.kind = 'park'
     where not p.standing
     order by ${inTheTree('u')}, p.id`,
)

/** Where pilots stand with one clause: how many in each state, and the first of them; what is shown of one is made once it is. */
type Standings = {
  readonly counts: Record<ClauseState, number>
  readonly shown: Record<ClauseState, (() => PilotStanding)[]>
}

function noStandings(): Standings {
  return {
    counts: { met: 0, due: 0, missed: 0, 'not-yet': 0 },
    shown: { met: [], due: [], missed: [], 'not-yet': [] },
  }
}

async function standingsOf(
  tx: Tx,
  actor: Actor,
  rows: readonly PilotRow[],
  now: Date,
): Promise<Map<Clause, Standings>> {
  const found = new Map<Clause, Standings>()
  if (rows.length === 0) return found
  const duties = Map.groupBy(await owedAndHandedOn(tx, actor, {}, now), ownerOf)
  const pilots = rows.map((row) => ({ ...row, id: row.pilotId, edition: editionOf(row.edition) }))
  const gates = await gatesByPilot(tx, rows.length === 1 ? (rows[0]?.pilotId ?? null) : null, now)
  // Most pilots of a batch stand alike: the rules are asked once for all of them.
  const keyOfAlike = keysOfAlike()
  const alike = new Map<string, ReturnType<typeof clauseStatesOf>>()
  for (const pilot of pilots) {
    const { id: pilotId, parkName, edition } = pilot
    const own = [pilotId, `${pilot.batchId} ${pilot.countyId}`, pilot.batchId].flatMap((key) => duties.get(key) ?? [])
    const money = gates.get(pilotId)
    const key = `${edition.id} ${keyOfAlike(own, money)}`
    const states = alike.get(key) ?? clauseStatesOf(edition, factsOf(own, money))
    alike.set(key, states)
    for (const [clause, { state, because, place }] of states) {
      const { counts, shown } = found.get(clause) ?? noStandings()
      found.set(clause, { counts, shown })
      counts[state]++
      const href = () => place && placeOf(place, pilotId, own)
      if (shown[state].length < mostShown)
        shown[state].push(() => ({ pilotId, parkName, state, because, href: href() }))
    }
  }
  return found
}

/** Equal for those whose facts are equal: gates and days that many share are told apart by what they are. */
function keysOfAlike(): (duties: readonly Owed[], money: PilotGates | undefined) => string {
  const numbers = new Map<object, number>()
  const numberOf = (shared: object) => {
    const number = numbers.get(shared) ?? numbers.size
    numbers.set(shared, number)
    return number
  }
  const keyOf = ({ day, filing, handsOn, standing }: Owed) =>
    filing === null
      ? `${numberOf(day)}${standing.state}`
      : `${day.kind} ${day.period} ${day.dueOn} ${standing.state} ${handsOn !== null}`
  return (duties, money) => {
    const tranches = money?.tranches.map(({ state, gate }) => `${state}${numberOf(gate)}`) ?? []
    return `${money?.planApproved} ${tranches.join()} ${duties.map(keyOf).join()}`
  }
}

function factsOf(duties: readonly Owed[], money: PilotGates | undefined): ClauseFacts {
  return {
    planApproved: money?.planApproved ?? false,
    duties: duties.map(({ day, handsOn, standing }) => ({
      kind: day.kind,
      period: day.period,
      dueOn: day.dueOn,
      standing: standing.state,
      handedOn: handsOn !== null,
    })),
    tranches: (money?.tranches ?? []).map(({ no, state, gate }) => {
      const missing = [...gate.missing, ...gate.held].flatMap(({ condition }) => condition ?? [])
      return { no, state, open: gate.open, missing, sentence: gate.sentence }
    }),
  }
}

/** Whom a duty concerns: a pilot, also by what its county hands on of it, all pilots of a county in a batch, or all of a batch. */
function ownerOf({ pilotId, batch, unit, day }: Owed): string {
  return pilotId ?? (day.of === 'province' ? batch.id : `${batch.id} ${unit.id}`)
}

const pages = { plan: 'plan', tranches: 'money', enterprises: 'enterprises', services: 'services' } as const

function placeOf(place: ClausePlace, pilotId: string, duties: readonly Owed[]): string | null {
  if (place.at !== 'duty') return `/pilots/${pilotId}/${pages[place.at]}`
  const duty = duties.find(({ kind, period }) => kind === place.kind && period === place.period)
  return duty ? hrefOf(duty) : null
}
