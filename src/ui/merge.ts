import { canonical } from '../shared/canonical.ts'

export type Merged<Value> = {
  /** Every field as whoever changed it left it; where both did, as I did. */
  readonly withMine: Value
  /** The same; where both did, as they did. */
  readonly withTheirs: Value
  /** Theirs, but for the fields that both changed, which are mine: what is to be asked, and nothing else. */
  readonly asked: Value
  /**
   * What both go on from: theirs, and where both changed a field what stood there before, so that it is asked about again and
   * nothing else is.
   */
  readonly base: unknown
  /** Whether both changed a field, each in their own way. */
  readonly clashes: boolean
}

/**
 * Two texts that began as `base`, field by field: an untouched field takes the other's value. Rows of a list are known by their
 * id, wherever they stand; a list without ids is one field.
 */
export function mergeThree<Value>(base: unknown, mine: Value, theirs: Value): Merged<Value> {
  let clashes = false
  const withMine = merge(base, mine, theirs, {
    onlyMine: (own) => own,
    both: (own) => {
      clashes = true
      return own
    },
  }) as Value
  const withTheirs = merge(base, mine, theirs, { onlyMine: (own) => own, both: (_, other) => other }) as Value
  const asked = merge(base, mine, theirs, { onlyMine: (_, other) => other, both: (own) => own }) as Value
  const from = merge(base, mine, theirs, { onlyMine: (_, other) => other, both: (_own, _other, before) => before })
  return { withMine, withTheirs, asked, base: from, clashes }
}

type Choice = (mine: unknown, theirs: unknown, base: unknown) => unknown
type Choices = { readonly onlyMine: Choice; readonly both: Choice }

function merge(base: unknown, mine: unknown, theirs: unknown, choices: Choices): unknown {
  if (same(mine, theirs) || same(mine, base)) return theirs
  if (same(theirs, base)) return choices.onlyMine(mine, theirs, base)
  if (isRows(mine) && isRows(theirs)) {
    const rows = [theirs, mine, isRows(base) ? base : []].map((list) => new Map(list.map((row) => [row.id, row])))
    const [other, own, before] = rows as [Rows, Rows, Rows]
    return [...new Set([...other.keys(), ...own.keys()])]
      .map((id) => merge(before.get(id), own.get(id), other.get(id), choices))
      .filter((row) => row !== undefined)
  }
  if (isFields(mine) && isFields(theirs)) {
    const before = isFields(base) ? base : {}
    const names = [...new Set([...Object.keys(theirs), ...Object.keys(mine)])]
    const merged = names.map((name) => [name, merge(before[name], mine[name], theirs[name], choices)])
    return Object.fromEntries(merged.filter(([, value]) => value !== undefined))
  }
  return choices.both(mine, theirs, base)
}

type Row = { readonly id: string }
type Rows = Map<string, Row>

function same(one: unknown, other: unknown): boolean {
  return one === undefined || other === undefined ? one === other : canonical(one) === canonical(other)
}

function isFields(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isRows(value: unknown): value is readonly Row[] {
  return Array.isArray(value) && value.every((row) => typeof (row as Partial<Row> | null)?.id === 'string')
}
