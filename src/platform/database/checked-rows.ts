import type { KyselyPlugin, PluginTransformQueryArgs, PluginTransformResultArgs } from 'kysely'
import type { Shape } from './columns.ts'

/** Marks a database on which every declared statement compares its rows with their shape. It changes nothing itself. */
export class CheckedRows implements KyselyPlugin {
  transformQuery({ node }: PluginTransformQueryArgs) {
    return node
  }

  async transformResult({ result }: PluginTransformResultArgs) {
    return result
  }
}

/** @throws Error naming the column that is missing, not declared, or holds a value of another kind. */
export function checkRow(shape: Shape, row: Readonly<Record<string, unknown>>): void {
  for (const name of Object.keys(row)) if (!shape[name]) throw new Error(`column ${name} is not declared`)
  for (const [name, column] of Object.entries(shape)) {
    if (!(name in row)) throw new Error(`column ${name} is missing`)
    if (!column.fits(row[name])) throw new Error(`column ${name} is declared ${column.type}, not ${told(row[name])}`)
  }
}

function told(value: unknown): string {
  return value === null ? 'null' : `${typeof value} ${JSON.stringify(value)?.slice(0, 100)}`
}
