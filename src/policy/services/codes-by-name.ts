import { cleanName } from '../../shared/clean.ts'

export type Registered = { readonly uscc: string; readonly name: string }
type Row = { readonly id: string; readonly uscc: string; readonly name: string }

/**
 * The codes of rows that have a name alone, as a list of signatures has it: of the one firm in the register that bears the name.
 * A name that two firms bear says nothing. By the id of the row.
 */
export function codesByName(rows: readonly Row[], register: readonly Registered[]): ReadonlyMap<string, Registered> {
  const named = Map.groupBy(register, ({ name }) => cleanName(name))
  return new Map(
    rows.flatMap(({ id, uscc, name }) => {
      const [firm, ...others] = uscc === '' && name.trim() !== '' ? (named.get(cleanName(name)) ?? []) : []
      return firm && others.every((other) => other.uscc === firm.uscc) ? [[id, firm] as const] : []
    }),
  )
}
