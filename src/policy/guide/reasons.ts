import { leastWords, saysSomething } from '../../shared/clean.ts'
import type { Facts, Refusal } from '../../shared/refusal.ts'
import type { Text } from '../../shared/words.ts'
import type { Clause } from './clauses.ts'
import { describedFields } from './described-fields.ts'
import { both, type RefusalCode, refuse } from './refuse.ts'

/** A reason for those that ask only whether an act is open at all. */
export const anyReason = '先问能否办理'

type Where = { readonly field?: string | readonly [string, ...string[]]; readonly facts?: Facts }

/** Why a text is no reason: there is none, which its rule says as `missing`, or it says nothing. */
export function checkReason(
  reason: string,
  missing: RefusalCode,
  clause: Clause | null,
  { field = 'reason', facts = {} }: Where = {},
): Refusal | null {
  return checkWords(reason, describedFields.reason, missing, clause, { field, facts })
}

/** The same where none is asked for: one that is given says something. */
export function checkReasonIfGiven(
  reason: string,
  clause: Clause | null,
  { field = 'reason', facts = {} }: Where = {},
): Refusal | null {
  return reason.trim() === '' ? null : checkReason(reason, 'common.reason-missing', clause, { field, facts })
}

/** The same of any text that has to describe something; `name`: the field's label. Titles, places and kinds may be a word. */
export function checkWords(
  text: string,
  name: Text,
  missing: RefusalCode,
  clause: Clause | null,
  { field, facts = {} }: Where & { readonly field: string | readonly [string, ...string[]] },
): Refusal | null {
  if (text.trim() === '') return refuse(missing, clause, facts, field)
  return saysSomething(text)
    ? null
    : refuse('common.says-nothing', clause, { least: leastWords, ...both('name', name) }, field)
}
