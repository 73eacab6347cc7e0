import { editionOf } from '../../../../policy/editions/edition.ts'
import type { ChoiceFacts } from '../../../../policy/plan/plan-tables.ts'
import { planOfLists, type StandingLists } from '../../../../policy/plan/standing-lists.ts'
import type { Reply } from '../../../../ui/api.ts'
import type { showLists } from '../contract.ts'

export type ListsView = Reply<typeof showLists>

export const listSections = ['enterprises', 'agencies'] as const
export type ListSection = (typeof listSections)[number]

/** Lists with what their words depend on. */
export function factsOfLists({ edition, firstYear }: ListsView, lists: StandingLists): ChoiceFacts {
  return { edition: editionOf(edition), firstYear, content: planOfLists(lists) }
}
