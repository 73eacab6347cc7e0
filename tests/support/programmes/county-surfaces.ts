import * as tables from '../../../src/features/filings/tables/contract.ts'
import * as summaries from '../../../src/features/oversight/summaries/contract.ts'
import * as liaison from '../../../src/features/programme/liaison/contract.ts'
import { dayOf } from '../../../src/shared/dates.ts'
import type { Seen, Surface } from './look.ts'
import { keyOf } from './model.ts'

export const merged: Surface = {
  name: 'the merged half-year summaries',
  see: async ({ client, reader, model }) => {
    const seen = new Map<string, Seen>()
    if (reader.kind !== 'province') return seen
    const { batches } = await client.done(summaries.mergeSummaries)
    for (const { batchId, periods } of batches) {
      if (!model.batches.some((batch) => batch.batchId === batchId)) continue
      for (const period of periods) {
        const { counties } = await client.done(summaries.mergeSummaries, { search: { batchId, period } })
        for (const {
          unitId,
          standing: { state, days },
        } of counties)
          seen.set(keyOf({ batchId, unitId, kind: 'half-year-summary', period }), { state, days })
      }
    }
    return seen
  },
  shows: ({ kind, opensOn }, { reader, now }) =>
    reader.kind === 'province' && kind === 'half-year-summary' && opensOn <= dayOf(now),
}

export const officers: Surface = {
  name: 'the page of the liaison officers',
  see: async ({ client, model }) => {
    const seen = new Map<string, Seen>()
    for (const { batchId } of model.batches) {
      const { counties } = await client.done(liaison.showLiaison, { search: { batchId } })
      for (const { countyId: unitId, dueOn } of counties)
        if (dueOn !== null) seen.set(keyOf({ batchId, unitId, kind: 'liaison-list', period: '' }), { dueOn })
    }
    return seen
  },
  shows: ({ kind }) => kind === 'liaison-list',
}

/** The table of a county shows one day for all its parks: the first. */
export const countyTable: Surface = {
  name: 'the merged table',
  see: async ({ client, model, owed, reader }) => {
    const seen = new Map<string, Seen>()
    if (reader.kind !== 'county') return seen
    for (const { batchId } of model.batches) {
      const all = owed.filter((one) => one.batch.batchId === batchId && one.kind === 'target-table')
      const [first] = all.filter(({ state }) => state !== 'not-yet').sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1))
      if (!first) continue
      const search = { batchId, period: first.period }
      const { table } = await client.done(tables.showTables, { search })
      if (table) seen.set(first.key, { dueOn: table.dueOn })
    }
    return seen
  },
  shows: () => false,
}
