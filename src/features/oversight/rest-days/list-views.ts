import type { z } from 'zod'
import { announcedYears, packageName } from '../../../platform/announced-rest-days.ts'
import type { Actor } from '../../../platform/command.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import { abilityOf } from '../../../policy/people/ability.ts'
import { batchYears } from '../../../policy/plan/pilot.ts'
import { type Day, dayOf } from '../../../shared/dates.ts'
import { allLists, newestOf, type RecordedList } from '../../programme/rest-days/public.ts'
import type { listRestDays } from './contract.ts'

/** Every list by year with its days, and what the package has beside them. */
export async function listRestDaysView(tx: Tx, actor: Actor, now: Date): Promise<z.input<typeof listRestDays.reply>> {
  const lists = await allLists(tx)
  const newest = newestOf(lists)
  const ids = lists.flatMap(({ enteredBy }) => enteredBy ?? [])
  const people =
    ids.length > 0 ? await tx.selectFrom('accounts').select(['id', 'name']).where('id', 'in', ids).execute() : []
  return {
    today: dayOf(now),
    lists: lists.map(({ id: listId, enteredBy, enteredAt, ...list }) => ({
      ...list,
      listId,
      days: [...list.days],
      counts: newest.some(({ id }) => id === listId),
      enteredByName: people.find(({ id }) => id === enteredBy)?.name ?? null,
      enteredAt: enteredAt.toISOString(),
    })),
    offered: [...announcedYears]
      .filter(([year, days]) => year >= batchYears.min && !isSame(newest, year, days))
      .map(([year, days]) => ({ year, source: packageName, days: [...days] })),
    announce: abilityOf(actor, 'announce', 'rest-day.announce', null),
  }
}

type Days = readonly { readonly day: Day; readonly kind: string }[]

function isSame(newest: readonly RecordedList[], year: number, days: Days): boolean {
  const said = (all: Days) => all.map(({ day, kind }) => `${day} ${kind}`).join()
  const own = newest.find((one) => one.year === year)
  // A list that somebody entered is newer than the package.
  return own !== undefined && (own.enteredBy !== null || said(own.days) === said(days))
}
