import { sameName } from '../../shared/clean.ts'
import { type Day, isDay } from '../../shared/dates.ts'
import type { Fen } from '../../shared/money.ts'
import type { Refusal } from '../../shared/refusal.ts'
import { checkReason } from '../guide/reasons.ts'
import { allRefusals, both, refuse, refuseDay } from '../guide/refuse.ts'
import {
  numberKey,
  type RegisterKind,
  type RegisterSort,
  registerKinds,
  sortOf,
  stepOf,
  validUntil,
} from '../records/register.ts'
import { type Correcting, mayCorrect, mostWan } from './diagnosis.ts'

/** What is said of an entry of an enterprise's register. `amountFen`: of financing alone. */
export type RegisterEntry = {
  readonly kind: RegisterKind
  readonly sort: string
  readonly number: string
  readonly on: Day
  readonly party: string
  readonly amountFen: Fen | null
}

/** Entries of the enterprise that stand, the one that is corrected left out. */
export type StandingEntry = {
  readonly kind: RegisterKind
  readonly sort: RegisterSort
  readonly number: string
  readonly on: Day
}

const fenInWan = 1_000_000

/** All that keeps an entry from the register, or null (G3.4): its number counts once, a title is not held twice at a time. */
export function checkEntry(
  entry: RegisterEntry,
  given: { readonly today: Day; readonly enterprise: string; readonly standing: readonly StandingEntry[] },
): Refusal | null {
  const { kind, sort, number, on, party } = entry
  const { today, enterprise, standing } = given
  const names = registerKinds[kind]
  const row = sortOf(kind, sort)
  const holds = kind !== 'intellectual-property' || party.trim() === '' || sameName(party, enterprise)
  return allRefusals(
    row ? null : refuse('register.sort-of-another-kind', 'G3.4', both('kind', names), ['sort', 'kind']),
    numberKey(number) === '' ? refuse('register.number-missing', 'G3.4', both('number', names.number), 'number') : null,
    !isDay(on)
      ? refuseDay(on, 'G3.4', 'on')
      : on > today
        ? refuse('common.day-in-future', 'G3.4', { day: on, today }, 'on')
        : null,
    party.trim() === '' ? refuse('register.party-missing', 'G3.4', both('party', names.party), 'party') : null,
    holds ? null : refuse('register.holder-is-another', 'G3.4', { holder: party, enterprise }, 'party'),
    checkAmount(entry),
    kind === 'yearly-figures' ? checkYear(number, on) : null,
    row && isDay(on) ? checkWord(row, on) : null,
    enteredBefore(entry, standing),
    kind === 'title' && row && isDay(on) ? heldBefore(entry, standing) : null,
  )
}

function checkAmount({ kind, amountFen }: RegisterEntry): Refusal | null {
  const { amount } = registerKinds[kind]
  if (amount === null) return null
  if (amountFen === null || amountFen <= 0 || !Number.isSafeInteger(amountFen))
    return refuse('register.amount-missing', 'G3.4', both('amount', amount), 'amountFen')
  const most = mostWan * fenInWan
  return amountFen > most ? refuse('register.amount-impossible', 'G3.4', { most: mostWan / 10_000 }, 'amountFen') : null
}

/** A yearly figure is of one year, which was over when its statement was drawn up. */
function checkYear(number: string, on: Day): Refusal | null {
  if (numberKey(number) === '') return null
  if (!/^20\d\d$/.test(number)) return refuse('register.no-year', 'G3.4', {}, 'number')
  return isDay(on) && on <= `${number}-12-31`
    ? refuse('register.year-not-over', 'G3.4', { year: number, on }, 'on')
    : null
}

/** A word of titles is used from a day or until one: the first step was renamed on 1 April 2026. */
function checkWord({ zh, en, from, until }: NonNullable<ReturnType<typeof sortOf>>, on: Day): Refusal | null {
  const word = both('word', { zh, en })
  if (from !== undefined && on < from)
    return refuse('register.title-not-yet', 'G3.4', { ...word, from }, ['sort', 'on'])
  if (until !== undefined && on > until)
    return refuse('register.title-no-more', 'G3.4', { ...word, until }, ['sort', 'on'])
  return null
}

function enteredBefore({ kind, sort, number }: RegisterEntry, standing: readonly StandingEntry[]): Refusal | null {
  const key = numberKey(number)
  const same = standing.find(
    (one) => one.kind === kind && numberKey(one.number) === key && (kind !== 'title' || one.sort === sort),
  )
  return same && key !== '' ? entryTwice(kind) : null
}

/** That this number stands in a register already, of this park or of another; whose is not told. `kind`: where it is known. */
export function entryTwice(kind: RegisterKind | null, field: 'number' | null = 'number'): Refusal {
  const number = kind === null ? { zh: '编号', en: 'number' } : registerKinds[kind].number
  return refuse('register.number-twice', 'G3.4', both('number', number), field)
}

/** A title of the same step that is still valid on that day, before or after. */
function heldBefore({ kind, sort, number, on }: RegisterEntry, standing: readonly StandingEntry[]): Refusal | null {
  const step = stepOf(sort as RegisterSort)
  const until = validUntil(kind, sort, on)
  const held = standing.find((one) => {
    if (one.kind !== kind || stepOf(one.sort) !== step || numberKey(one.number) === numberKey(number)) return false
    const end = validUntil(one.kind, one.sort, one.on)
    return (end === null || on <= end) && (until === null || one.on <= until)
  })
  if (!held) return null
  const { zh, en } = sortOf(held.kind, held.sort) ?? { zh: held.sort, en: held.sort }
  return refuse('register.title-held', 'G3.4', { ...both('word', { zh, en }), on: held.on }, ['sort', 'on'])
}

/** Why an entry can be corrected or withdrawn no more, or not by this person. */
export function mayCorrectEntry(given: Correcting & { readonly withdrawn: boolean }): Refusal | null {
  return given.withdrawn ? refuse('register.withdrawn', 'G3.4') : mayCorrect(given)
}

/** What a correction or a withdrawal needs beside what every entry does: a reason, and something told otherwise. */
export function checkEntryCorrection({ reason, changed }: { readonly reason: string; readonly changed: boolean }) {
  return allRefusals(
    checkReason(reason, 'common.reason-missing', 'G3.4'),
    changed ? null : refuse('common.nothing-changed', 'G3.4'),
  )
}
