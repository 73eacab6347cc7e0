import { cleanCode, cleanName } from '../shared/clean.ts'
import type { GridKind } from './grid-cell.ts'
import type { PastedCell } from './pasted-block.ts'

type KeyColumn = {
  readonly kind: GridKind
  readonly unique?: boolean
  readonly readOnly?: boolean
  readonly show?: unknown
}

/** Whether pasted cells make a filled row that of somebody else: by the column no two rows share, else by the name. */
export function changesWhose<Column extends KeyColumn>(
  cells: readonly PastedCell[],
  columns: readonly Column[],
  textOf: (column: Column) => string,
): boolean {
  const keys = cells.flatMap(([at, text]) => {
    const column = columns[at]
    return column && !column.readOnly && !column.show ? [{ column, text }] : []
  })
  const key = keys.find(({ column }) => column.unique) ?? keys.find(({ column }) => column.kind === 'name')
  if (!key) return false
  const clean = key.column.kind === 'uscc' ? cleanCode : cleanName
  const before = clean(textOf(key.column))
  return before !== '' && before !== clean(key.text)
}
