import type { ParsedRow, Remark } from './account.ts'
import type { Column } from './columns.ts'
import { tableWords as words } from './table-words.ts'

type Row = ParsedRow<Readonly<Record<string, unknown>>> & { readonly problems: readonly Remark[] }
type ByRow<Each> = Map<Each, Remark[]>

/** Second and further rows with the value of an earlier one in a column that is declared unique, or the same in every column. */
export function repeated<Each extends Row>(
  rows: readonly Each[],
  columns: readonly Column[],
): { readonly refused: ByRow<Each>; readonly warned: ByRow<Each> } {
  const refused: ByRow<Each> = new Map()
  const warned: ByRow<Each> = new Map()
  const say = (list: ByRow<Each>, row: Each, remark: Remark) => list.set(row, [...(list.get(row) ?? []), remark])
  for (const column of columns.filter((each) => each.unique)) {
    for (const [row, before] of again(rows, ({ value }) => plainValue(value[column.key]))) {
      const remark = words.twice(row, column, String(row.value[column.key]), before)
      say(column.unique === 'refused' ? refused : warned, row, remark)
    }
  }
  const whole = ({ value }: Row) =>
    columns
      .map(({ key }) => plainValue(value[key]))
      .join('\n')
      .trim()
  const sound = rows.filter((row) => row.problems.length === 0)
  for (const [row, before] of again(sound, whole)) {
    if (!refused.has(row) && !warned.has(row)) say(warned, row, words.sameRow(row.sheet, row.row, before))
  }
  return { refused, warned }
}

/** Each row that has the key of an earlier one, with that one; an empty key is like no other. */
function again<Each>(rows: readonly Each[], key: (row: Each) => string): (readonly [Each, Each])[] {
  const first = new Map<string, Each>()
  return rows.flatMap((row) => {
    const own = key(row)
    if (own === '') return []
    const before = first.get(own)
    if (before) return [[row, before] as const]
    first.set(own, row)
    return []
  })
}

function plainValue(value: unknown): string {
  return value === null || value === undefined ? '' : String(value).normalize('NFKC').replace(/\s/g, '').toLowerCase()
}
