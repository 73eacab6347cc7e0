import { useState } from 'react'
import { canonical } from '../shared/canonical.ts'

type Errors = Readonly<Record<string, string>>

/** The errors of a list, which name its rows by their places (`rows.3.name`), at the rows that stood there as they arrived. */
export function useErrorsByRow<Row extends { readonly id: string }>(
  name: string,
  rows: readonly Row[],
  errors: Errors,
) {
  const told = canonical(errors)
  const [arrived, setArrived] = useState({ told, ids: rows.map(({ id }) => id) })
  if (arrived.told !== told) setArrived({ told, ids: rows.map(({ id }) => id) })
  return (row: Row, key: string): string | undefined => errors[`${name}.${arrived.ids.indexOf(row.id)}.${key}`]
}
