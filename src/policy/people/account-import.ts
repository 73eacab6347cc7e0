import { type Refusal, refusalsIn } from '../../shared/refusal.ts'
import type { Text } from '../../shared/words.ts'
import { allRefusals, refusalText, refuse } from '../guide/refuse.ts'
import type { Post, UnitKind } from './roles.ts'
import { fillPost } from './units.ts'

/** A row of a workbook as far as it could be read: null is blank or not readable. */
export type ReadAccount = {
  readonly unit: string | null
  readonly uscc: string | null
  readonly post: Post | null
  readonly name: string | null
}

export type ImportUnit = {
  readonly id: string
  readonly name: string
  readonly uscc: string | null
  readonly kind: UnitKind
  readonly scope: string
}

/** What the rows are compared with. */
export type AccountsGiven = {
  /** Every unit that has a name, or the code, of a row. */
  readonly units: readonly ImportUnit[]
  /** Names of accounts that stand. */
  readonly taken: ReadonlySet<string>
  /** How a row of the file is called: `Sheet1!D5`. */
  readonly placeOf: (row: number) => string
}

/** What is said of a row at a column. */
export type Said = { readonly row: number; readonly field: string; readonly text: Text }

/** The units that a row may mean: by its name, and by the code where it gives one. */
export function unitsOf({ unit, uscc }: ReadAccount, units: readonly ImportUnit[]): ImportUnit[] {
  return units.filter((one) => one.name === unit && (uscc === null || one.uscc === uscc))
}

/** All that keeps rows from becoming accounts: what keeps one that is entered by hand, and a unit that is not certain. */
export function accountProblems(rows: readonly ReadAccount[], given: AccountsGiven): Said[] {
  const first = new Map<string, number>()
  return rows.flatMap((read, row) => {
    const refusal = allRefusals(
      unitRefusal(read, given),
      postRefusal(read, given),
      nameRefusal(read, row, given, first),
    )
    return refusal
      ? refusalsIn(refusal).map((one) => ({ row, field: one.field ?? 'name', text: refusalText(one) }))
      : []
  })
}

function unitRefusal(read: ReadAccount, { units }: AccountsGiven): Refusal | null {
  if (read.unit === null) return null
  const found = unitsOf(read, units)
  if (found.length === 1) return null
  if (found.length > 1) return refuse('account.several-units', null, { unit: read.unit, n: found.length }, 'unit')
  const byName = units.some(({ name }) => name === read.unit)
  return byName
    ? refuse('account.other-uscc', null, { unit: read.unit }, 'uscc')
    : refuse('account.no-such-unit', null, { unit: read.unit }, 'unit')
}

function postRefusal(read: ReadAccount, { units }: AccountsGiven): Refusal | null {
  const [unit, other] = unitsOf(read, units)
  return unit && !other && read.post !== null ? fillPost(read.post, unit) : null
}

function nameRefusal({ name }: ReadAccount, row: number, given: AccountsGiven, first: Map<string, number>) {
  if (name === null) return null
  if ([...name].length < 2) return refuse('account.name-too-short', null, {}, 'name')
  const before = first.get(name)
  first.set(name, before ?? row)
  if (given.taken.has(name)) return refuse('account.name-taken', null, {}, 'name')
  return before === undefined ? null : refuse('account.name-twice', null, { place: given.placeOf(before) }, 'name')
}
