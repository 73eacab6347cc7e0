import { query } from '../../../platform/command.ts'
import { listDoubts } from '../../../policy/calendar/rest-days.ts'
import { allLists, newestOf } from '../../programme/rest-days/public.ts'
import { announceRestDays } from './announce-list.ts'
import * as contract from './contract.ts'
import { listRestDaysView } from './list-views.ts'
import { movesBy, movesView } from './moves.ts'
import { readRestDays } from './read-list.ts'

export const restDayRoutes = [
  query(contract.listRestDays, (_, { tx, actor, now }) => listRestDaysView(tx, actor, now)),
  query(contract.previewRestDays, async ({ body }, { tx, actor, now }) => {
    const moves = movesView(await movesBy(tx, actor, body, now))
    const before = newestOf(await allLists(tx)).find(({ year }) => year === body.year)
    return { moves, replaces: before?.version ?? null, doubts: listDoubts(body, before ?? null) }
  }),
  announceRestDays,
  readRestDays,
]
