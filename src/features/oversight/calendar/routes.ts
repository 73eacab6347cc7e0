import { query } from '../../../platform/command.ts'
import * as contract from './contract.ts'
import { listExceptionsView } from './exception-views.ts'
import { readFeed, renewFeed, revokeFeed } from './feed.ts'
import * as feed from './feed-contract.ts'
import { grantException } from './grant-exception.ts'
import { showLatenessView } from './lateness-views.ts'
import { listCalendarView } from './list-views.ts'
import { showMonthView } from './month-views.ts'
import { feedSince } from './store.ts'

export const calendarRoutes = [
  query(contract.listCalendar, ({ search }, { tx, actor, now }) => listCalendarView(tx, search, actor, now)),
  query(contract.showMonth, ({ search }, { tx, actor, now }) => showMonthView(tx, search, actor, now)),
  query(contract.showLateness, ({ search }, { tx, actor, now }) => showLatenessView(tx, search, actor, now)),
  query(contract.listExceptions, ({ search }, { tx, actor, now }) => listExceptionsView(tx, search, actor, now)),
  grantException,
  query(feed.showFeed, async (_, { tx, actor }) => {
    const since = await feedSince(tx, actor.accountId)
    return { since: since?.toISOString() ?? null }
  }),
  renewFeed,
  revokeFeed,
  readFeed,
]
