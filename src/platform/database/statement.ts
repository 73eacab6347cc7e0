import type { RawBuilder } from 'kysely'
import { CheckedRows, checkRow } from './checked-rows.ts'
import type { RowOf, Shape } from './columns.ts'
import type { Tx } from './connect.ts'

/** A statement as a test sees it: what it promises, and its text for every sample. */
export type Declared = { readonly shape: Shape; readonly samples: () => readonly RawBuilder<unknown>[] }

const declared: Declared[] = []

/** Every statement of the modules that are loaded. */
export function declaredStatements(): readonly Declared[] {
  return declared
}

/** Stands for whatever a statement is given: each of its properties is null. */
const unknown: unknown = new Proxy({}, { get: () => null })

/**
 * Declares a statement written by hand, once, in a module: the shape of its rows, and its text for what it is given.
 * tests/platform/sql-rows.test.ts prepares all of them and compares the columns. `samples`: for a text that depends on what
 * is given, one for each form; without them everything given is null.
 */
export function statement<S extends Shape, Given = void>(
  shape: S,
  build: (given: Given) => RawBuilder<unknown>,
  samples: readonly NoInfer<Given>[] = [unknown as Given],
): (tx: Tx, given: Given) => Promise<RowOf<S>[]> {
  declared.push({ shape, samples: () => samples.map(build) })
  return async (tx, given) => {
    // The shape is what the test has compared with the database.
    const executor = tx.getExecutor()
    const query = (build(given) as RawBuilder<RowOf<S>>).compile(tx)
    let result = await executor.withoutPlugins().executeQuery(query)
    // Most name their columns as they are read; renaming those of thousands of rows took longer than reading them.
    const isNamed = Object.keys(result.rows[0] ?? {}).every((name) => Object.hasOwn(shape, name))
    if (!isNamed)
      for (const plugin of executor.plugins)
        result = (await plugin.transformResult({ queryId: query.queryId, result })) as typeof result
    const { rows } = result
    if (tx.getExecutor().plugins.some((plugin) => plugin instanceof CheckedRows))
      for (const row of rows) checkRow(shape, row)
    return rows
  }
}

/** The row of a declared statement. */
export type ResultRow<Run extends (tx: Tx, given: never) => Promise<unknown[]>> = Awaited<ReturnType<Run>>[number]
