import * as filed from '../../../src/features/filings/papers/contract.ts'
import * as returns from '../../../src/features/filings/return/contract.ts'
import * as calendar from '../../../src/features/oversight/calendar/contract.ts'
import * as feeds from '../../../src/features/oversight/calendar/feed-contract.ts'
import * as guide from '../../../src/features/oversight/guide/contract.ts'
import * as province from '../../../src/features/oversight/province/contract.ts'
import { latenessOf } from '../../../src/policy/calendar/lateness.ts'
import { obligationOf } from '../../../src/policy/editions/edition.ts'
import { addDays, dayOf } from '../../../src/shared/dates.ts'
import { periodDays } from '../../../src/shared/periods.ts'
import { readWord } from '../word.ts'
import { type Look, overdue } from './look.ts'
import type { Expected } from './model.ts'

/** A surface that tells many duties together: what it says, and what it has to say. */
export type Sum = {
  readonly name: string
  readonly said: (look: Look) => Promise<unknown>
  readonly due: (look: Look) => unknown
}

const counted = (owed: readonly Expected[], key: (one: Expected) => string) =>
  Object.fromEntries([...Map.groupBy(owed, key)].map(([name, all]) => [name, all.length]).sort())

/** As a whole, and of what counties hand on. */
const rates: Sum = {
  name: 'the rates of lateness',
  said: async ({ client, model, reader }) => {
    const all = []
    for (const { batchId } of model.batches) {
      const search = { batchId, unitId: reader.unitId }
      const { totals, byKind } = await client.done(calendar.showLateness, { search })
      const handedOn = byKind
        .filter(({ kind, owner }) => kind === 'major-matter' && owner === 'county')
        .map(({ kind: _, title: __, owner: ___, ...row }) => row)
      all.push({ totals, handedOn })
    }
    return all
  },
  due: ({ model, owed, now }) =>
    model.batches.map((batch) => {
      const own = owed.filter((one) => one.batch === batch && one.dueOn <= dayOf(now))
      const handedOn = own.filter(({ handsOn }) => handsOn)
      return { totals: latenessOf(own), handedOn: handedOn.length > 0 ? [latenessOf(handedOn)] : [] }
    }),
}

const tierOf = ({ batch, kind, handsOn }: Expected) => (handsOn ? 'county' : obligationOf(batch.edition, kind).of)

const month: Sum = {
  name: 'the month, day by day',
  said: async ({ client, model, now }) => {
    const found: Record<string, number> = {}
    for (const { batchId } of model.batches) {
      const { days } = await client.done(calendar.showMonth, { search: { batchId, month: dayOf(now).slice(0, 7) } })
      for (const { day, groups } of days)
        for (const { kind, period, owner, counts } of groups)
          for (const [state, n] of Object.entries(counts))
            if (day.startsWith(dayOf(now).slice(0, 7)))
              found[`${day} ${batchId} ${kind} ${owner} ${period} ${state}`] = n
    }
    return Object.fromEntries(Object.entries(found).sort())
  },
  due: ({ owed, now }) =>
    counted(
      owed.filter(({ dueOn }) => dueOn.startsWith(dayOf(now).slice(0, 7))),
      (one) => `${one.dueOn} ${one.batch.batchId} ${one.kind} ${tierOf(one)} ${one.period} ${one.state}`,
    ),
}

const below: Sum = {
  name: 'the calendar feed of what others owe',
  said: async ({ world, client, model }) => {
    const { path } = await client.done(feeds.renewFeed)
    const { body } = await world.http.inject({ method: 'GET', url: path })
    const uids = [...body.replaceAll('\r\n ', '').matchAll(/^UID:(.*)$/gm)].map(([, uid = '']) => uid)
    const ours = uids.filter((uid) => model.batches.some(({ batchId }) => uid.startsWith(batchId)))
    return { twice: uids.length - new Set(uids).size, events: ours.filter((uid) => uid.includes('-below-')).length }
  },
  due: ({ owed, reader, now }) => {
    const others = owed.filter(({ unitId, dueOn }) => unitId !== reader.unitId && dueOn >= addDays(dayOf(now), -90))
    const groups = Object.keys(
      counted(others, (one) => `${one.dueOn} ${one.batch.batchId} ${one.kind} ${tierOf(one)} ${one.period}`),
    )
    return { twice: 0, events: groups.length }
  },
}

const provincePage: Sum = {
  name: 'the page of the province',
  said: async ({ client, model, reader }) => {
    const found: Record<string, unknown> = {}
    if (reader.kind !== 'province') return found
    for (const { batchId } of model.batches) {
      const { counties } = await client.done(province.showProvince, { search: { batchId } })
      for (const { countyId } of counties) {
        const { parks } = await client.done(province.showProvince, { search: { batchId, countyId } })
        for (const { pilotId, returnsLate, returnsOpen } of parks) found[pilotId] = [returnsLate, returnsOpen]
      }
    }
    return found
  },
  due: ({ model, owed, reader, now }) => {
    const of = (pilotId: string) => {
      const tables = owed.filter(
        (one) => one.pilotId === pilotId && one.kind === 'target-table' && one.opensOn <= dayOf(now),
      )
      const late = tables.filter(({ state }) => state === 'late' || overdue.includes(state))
      const accepted = tables.filter(({ filing }) => ['approved', 'recorded'].includes(filing?.state ?? ''))
      return [late.length, tables.length - accepted.length]
    }
    return Object.fromEntries(
      reader.kind === 'province' ? model.parks.map(({ pilotId }) => [pilotId, of(pilotId)] as const) : [],
    )
  },
}

const guidePage: Sum = {
  name: 'the guide, clause by clause',
  said: async ({ client, model, reader }) => {
    const found: Record<string, string> = {}
    for (const { parkId, pilotId, batch } of model.parks) {
      if (reader.kind === 'park' && parkId !== reader.unitId) continue
      const { clauses } = await client.done(guide.showGuide, { search: { pilotId } })
      for (const clause of clausesOf(batch.edition)) {
        const state = clauses.find((one) => one.clause === clause)?.pilots[0]?.state
        found[`${pilotId} ${clause}`] = state === 'missed' ? 'missed' : 'not missed'
      }
    }
    return found
  },
  due: ({ model, owed, reader }) => {
    const found: Record<string, string> = {}
    for (const { parkId, pilotId, batch } of model.parks) {
      if (reader.kind === 'park' && parkId !== reader.unitId) continue
      for (const clause of clausesOf(batch.edition)) {
        const own = owed.filter(
          (one) =>
            one.batch === batch &&
            (one.pilotId === pilotId || one.pilotId === null) &&
            obligationOf(batch.edition, one.kind).clause === clause,
        )
        found[`${pilotId} ${clause}`] = own.some(({ state }) => overdue.includes(state)) ? 'missed' : 'not missed'
      }
    }
    return found
  },
}

type Edition = Look['model']['batches'][number]['edition']
const clausesOf = (edition: Edition) => [
  ...new Set(edition.obligations.filter(({ of }) => of !== 'province').map(({ clause }) => clause)),
]

const openTables = (owed: readonly Expected[]) =>
  owed.filter(
    ({ kind, filing, batch }) =>
      kind === 'target-table' && filing?.state === 'draft' && batch.edition.indicators.some(isTimeliness),
  )
const isTimeliness = ({ measure }: { measure: string | null }) => measure === 'tables-in-time'

const timeliness: Sum = {
  name: 'the share of tables in time, in the tables themselves',
  said: async ({ client, owed }) => {
    const found: Record<string, unknown> = {}
    for (const { key, filing, batch } of openTables(owed)) {
      const { rows } = await client.done(returns.showTable, { params: { filingId: filing?.filingId ?? '' } })
      const code = batch.edition.indicators.find(isTimeliness)?.code
      found[key] = rows.find(({ indicator }) => indicator === code)?.parts?.total
    }
    return found
  },
  due: ({ owed }) =>
    Object.fromEntries(
      openTables(owed).map(({ key, pilotId, period }) => {
        const { to } = periodDays(period)
        const due = owed.filter(
          (one) => one.pilotId === pilotId && one.kind === 'target-table' && one.filing && one.dueOn <= to,
        )
        return [key, { value: due.filter(({ state }) => state === 'on-time').length, of: due.length }]
      }),
    ),
}

const papers: Sum = {
  name: 'the papers of what is with its judges',
  said: async ({ client, reader, owed, papers: most }) => {
    const found: Record<string, string> = {}
    if (reader.kind !== 'county') return found
    for (const { filing } of withJudges(owed, most)) {
      const params = { filingId: filing?.filingId ?? '' }
      const { raw } = await client.call(filed.filingWord, { params, search: { language: 'zh' } })
      const { paragraphs, tables } = await readWord(raw)
      const text = [...paragraphs, ...tables.flat(2)].join('\n')
      const [day, written] = sentOn(filing)
      found[params.filingId] = text.includes(day) || text.includes(written) ? day : text.slice(-400)
    }
    return found
  },
  due: ({ reader, owed, papers: most }) =>
    Object.fromEntries(
      reader.kind === 'county'
        ? withJudges(owed, most).map(({ filing }) => [filing?.filingId ?? '', sentOn(filing)[0]] as const)
        : [],
    ),
}

const withJudges = (owed: readonly Expected[], most: number) =>
  owed
    .filter(({ filing, handsOn }) => !handsOn && ['submitted', 'approved', 'recorded'].includes(filing?.state ?? ''))
    .slice(0, most)

/** The day that a paper bears, that of the version it shows: as a table writes it, and in Chinese. */
function sentOn(filing: Expected['filing']): [string, string] {
  const on = dayOf(filing?.versions.at(-1)?.at ?? new Date(0))
  const [year, month, day] = on.split('-').map(Number)
  return [on, `${year}年${month}月${day}日`]
}

/** Every surface on which many duties are told as one figure. */
export const sums: readonly Sum[] = [rates, month, below, provincePage, guidePage, timeliness, papers]
