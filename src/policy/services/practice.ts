import { type Day, dayOf, isDay } from '../../shared/dates.ts'
import type { Refusal } from '../../shared/refusal.ts'
import type { Text } from '../../shared/words.ts'
import { checkReason } from '../guide/reasons.ts'
import { allRefusals, refuse, refuseDay } from '../guide/refuse.ts'

/** What a document of lasting practice is about. */
export const practiceSorts = {
  mechanism: { zh: '长效机制', en: 'lasting mechanism' },
  experience: { zh: '可复制经验', en: 'experience that others can copy' },
} as const satisfies Record<string, Text>
export type PracticeSort = keyof typeof practiceSorts
export const practiceSortList = Object.keys(practiceSorts) as [PracticeSort, ...PracticeSort[]]

export const practiceStates = {
  submitted: { zh: '待采纳', en: 'waits for the county' },
  adopted: { zh: '已采纳', en: 'adopted' },
  returned: { zh: '未采纳', en: 'not adopted' },
} as const satisfies Record<string, Text>
export type PracticeState = keyof typeof practiceStates
export const practiceStateList = Object.keys(practiceStates) as [PracticeState, ...PracticeState[]]

/** Why a document cannot be handed in: its day, or that the same one was handed in before (G3.5). */
export function checkPractice({ on, today, known }: { on: Day; today: Day; known: boolean }): Refusal | null {
  return allRefusals(checkDay(on, today), known ? refuse('practice.same-document', 'G3.4', {}, 'fileId') : null)
}

function checkDay(on: Day, today: Day): Refusal | null {
  if (!isDay(on)) return refuseDay(on, 'G3.4', 'on')
  return on > today ? refuse('common.day-in-future', 'G3.4', { day: on, today }, 'on') : null
}

type Decided = { readonly state: PracticeState; readonly writtenOn: Day }

/** Why nobody decides on it any more, or null: it is decided once. */
export function mayDecide({ state }: Pick<Decided, 'state'>): Refusal | null {
  if (state === 'adopted') return refuse('practice.adopted-before', 'G3.4')
  return state === 'returned' ? refuse('practice.returned-before', 'G3.4') : null
}

/** Why the county cannot adopt it on that day by its paper. */
export function adopt(practice: Decided, given: { readonly on: Day; readonly now: Date }): Refusal | null {
  const { on, now } = given
  const no = mayDecide(practice)
  if (no) return no
  return (
    checkDay(on, dayOf(now)) ??
    (on < practice.writtenOn
      ? refuse('practice.adopted-too-early', 'G3.4', { on, written: practice.writtenOn }, 'on')
      : null)
  )
}

/** Why the county cannot send it back: decided before, or no reason. */
export function sendBack(practice: Decided, reason: string): Refusal | null {
  return mayDecide(practice) ?? checkReason(reason, 'common.reason-missing', 'G3.4')
}
