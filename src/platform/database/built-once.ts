import type { Compilable, CompiledQuery } from 'kysely'
import type { Tx } from './connect.ts'

/** Stands in a query for what it is given. */
class Given {
  readonly name: string
  constructor(name: string) {
    this.name = name
  }
}

type Values = Readonly<Record<string, string | number | Date | null | undefined>>

/**
 * A query of the builder that is built once in a process: building it took longer than waiting for its row. What it is given may be
 * compared and never looked at by `build`, but for whether it is given at all: each such form is built by itself.
 */
export function builtOnce<V extends Values, Row>(
  build: (tx: Tx, given: V) => Compilable<Row>,
): (tx: Tx, given: V) => Promise<Row[]> {
  const forms = new Map<string, CompiledQuery<Row>>()
  return async (tx, given) => {
    const names = Object.keys(given).filter((name) => given[name] !== undefined)
    const form = names.join(' ')
    let built = forms.get(form)
    if (!built) {
      built = build(tx, Object.fromEntries(names.map((name) => [name, new Given(name)])) as unknown as V).compile()
      forms.set(form, built)
    }
    const parameters = built.parameters.map((one) => (one instanceof Given ? given[one.name] : one))
    const asked: CompiledQuery<Row> = { ...built, parameters }
    return (await tx.executeQuery(asked)).rows
  }
}
