import { cleanChoice } from '../../shared/clean.ts'
import type { Day } from '../../shared/dates.ts'
import type { Refusal } from '../../shared/refusal.ts'
import type { Text } from '../../shared/words.ts'
import type { Clause } from '../guide/clauses.ts'
import { describedFields } from '../guide/described-fields.ts'
import { both, refuse } from '../guide/refuse.ts'

/** Records that happen more than once and are told apart by their words: what they are, and what their words are called. */
export const repeatable = {
  activity: {
    name: { zh: '活动', en: 'activity' },
    words: describedFields.activityTitle,
    clause: 'G1.2',
    field: 'title',
  },
  need: { name: { zh: '需求', en: 'need' }, words: describedFields.need, clause: 'G1.3', field: 'need' },
  visit: {
    name: { zh: '走访', en: 'visit' },
    words: describedFields.visitContent,
    clause: 'G3.4',
    field: 'content',
  },
  consultation: {
    name: { zh: '会商', en: 'consultation' },
    words: describedFields.topic,
    clause: 'G5.1',
    field: 'topic',
  },
} as const satisfies Record<string, { name: Text; words: Text; clause: Clause; field: string }>

/** One that stands already. `texts`: what tells it apart; `no`: its number, where it has one. */
export type Standing = { readonly texts: readonly string[]; readonly on: Day; readonly no?: string }

/** Letters and figures alone; where there are none, the text itself. */
function bareWords(text: string): string {
  const clean = cleanChoice(text)
  return clean.replace(/[^\p{L}\p{N}\p{M}]/gu, '') || clean
}

/** Refuses what says the same as one that stands, whatever the width, case, spaces and marks: one thing that happened is recorded once. */
export function recordedBefore(
  kind: keyof typeof repeatable,
  texts: readonly string[],
  standing: readonly Standing[],
): Refusal | null {
  const key = texts.map(bareWords).join('\n')
  const same = standing.find((one) => one.texts.map(bareWords).join('\n') === key)
  if (!same) return null
  const { name, words, clause, field } = repeatable[kind]
  const no = same.no ? ` ${same.no} ` : ''
  const facts = { no, on: same.on, ...both('what', name), ...both('words', words) }
  return refuse('common.recorded-before', clause, facts, field)
}
