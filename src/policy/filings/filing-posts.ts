import type { Refusal } from '../../shared/refusal.ts'
import { listed } from '../../shared/words.ts'
import type { ObligationRule } from '../editions/edition-rules.ts'
import { both, refuse } from '../guide/refuse.ts'
import {
  bureauOf,
  isPost,
  namesOf,
  type Post,
  permits,
  postList,
  type Seat,
  seatNames,
  seatOf,
} from '../people/roles.ts'
import { isNamed } from '../people/two-persons.ts'

type Rule = Pick<ObligationRule, 'by' | 'opinions' | 'records' | 'clause' | 'zh' | 'en'>
type Person = { readonly post: string; readonly ofOwner: boolean }

const provincial = postList.filter((post) => permits(post, 'filing.record'))

/** Whether somebody files this and takes it back: one of the posts that the obligation names, in the unit that owes it. */
export function mayFile(rule: Rule, { post, ofOwner }: Person): Refusal | null {
  return ofOwner && rule.by.some((one) => one === post) ? null : notThePreparer(rule)
}

/** Whether somebody writes in it: whoever files it, and their colleagues of the same bureau or park. */
export function mayWrite(rule: Rule, { post, ofOwner }: Person): Refusal | null {
  if (!ofOwner || !isPost(post)) return notThePreparer(rule)
  const sameOffice = rule.by.some((one) => bureauOf(one) === bureauOf(post))
  return sameOffice ? null : notThePreparer(rule)
}

/** Who prepares it. */
export function preparersOf({ by }: Pick<Rule, 'by'>): readonly Post[] {
  return by
}

function notThePreparer(rule: Rule): Refusal {
  return refuse('filing.not-the-preparer', rule.clause, { ...both('kind', rule), ...both('posts', namesOf(rule.by)) })
}

/** Whether somebody opens a finished filing again: the province, who records it, or the seat with the last word. */
export function mayReopen(rule: Rule, given: { readonly post: string; readonly seat: Seat | null }): Refusal | null {
  const last = rule.records.length === 0 ? rule.opinions.at(-1) : null
  const may =
    (isPost(given.post) && isNamed(rule.records, given.post)) ||
    given.seat?.startsWith('province-') ||
    (last !== null && given.seat === last)
  if (may) return null
  const named = namesOf([...new Set([...rule.records, ...provincial])])
  const who = listed([named, ...(last ? [seatNames[last]] : [])])
  return refuse('filing.not-the-reopener', rule.clause, { ...both('kind', rule), ...both('who', who) })
}

/** The seat somebody speaks from on this filing; a county speaks on what is its own or its parks'. */
export function seatOn(
  actor: { readonly unitKind: string; readonly bureau: 'economy' | 'finance' | null; readonly unitId: string },
  countyId: string | null,
): Seat | null {
  const seat = seatOf(actor.unitKind, actor.bureau)
  return seat?.startsWith('county-') && actor.unitId !== countyId ? null : seat
}

/** The seats that may speak now, given those that have: the next in turn, or all that are silent. */
export function nextSeats(rule: Pick<ObligationRule, 'opinions' | 'order'>, spoken: readonly Seat[]): Seat[] {
  const silent = rule.opinions.filter((seat) => !spoken.includes(seat))
  return rule.order === 'in-turn' ? silent.slice(0, 1) : silent
}
