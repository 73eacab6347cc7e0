import type { PlanSection } from '../../../../policy/plan/plan.ts'
import {
  type ChoiceFacts,
  type PlanColumn,
  type PlanListName,
  type PlanRow,
  planLists,
  valueText,
} from '../../../../policy/plan/plan-tables.ts'
import type { Fen } from '../../../../shared/money.ts'
import { formatYuan, sumFen } from '../../../../shared/money.ts'
import type { FieldColumn } from '../../../../ui/FieldTable.tsx'
import { useText } from '../../../../ui/language.tsx'
import type { GridColumn } from '../../../../ui/use-field-grid.ts'

const gridKinds = { choice: 'select' } as const

export function columnsOf(section: PlanSection, list: PlanListName): readonly PlanColumn[] {
  return planLists[section].find((one) => one.name === list)?.columns ?? []
}

/** The columns of a list to edit. */
export function useGridColumns<Row>(section: PlanSection, list: PlanListName, facts: ChoiceFacts): GridColumn<Row>[] {
  const say = useText()
  return columnsOf(section, list).map((column) => {
    const { key, kind, title, also = [], choices, perRow, units, ...rest } = column
    const texts = (row?: PlanRow) =>
      choices?.(facts, row).map((one) => ({
        value: one.value,
        text: say(one),
        also: [one.zh, one.en, ...(one.also ?? [])],
      })) ?? []
    return {
      ...rest,
      key: key as keyof Row & string,
      title,
      names: also,
      kind: kind === 'choice' ? gridKinds.choice : kind,
      units: (row: Row) => units?.(facts, row as unknown as PlanRow) ?? [],
      options: perRow ? (row: Row) => texts(row as unknown as PlanRow) : texts(),
    }
  })
}

/** The same columns to read. */
export function useTableColumns(section: PlanSection, list: PlanListName, facts: ChoiceFacts): FieldColumn<PlanRow>[] {
  const say = useText()
  return columnsOf(section, list).map((column) => ({
    key: column.key,
    title: say(column.title),
    width: column.long ? 160 : Math.min(column.width, 110),
    figure: column.kind === 'money' || column.kind === 'number',
    show: (row) => say(valueText(column, row[column.key], facts, row)),
  }))
}

/** The sums under a list, by column. */
export function sumsOf(section: PlanSection, list: PlanListName, rows: readonly PlanRow[]): Record<string, string> {
  return Object.fromEntries(
    columnsOf(section, list)
      .filter((column) => column.sum)
      .map(({ key, kind }) => {
        const values = rows.map((row) => row[key]).filter((value): value is Fen => typeof value === 'number')
        const sum = values.reduce((total, value) => total + value, 0)
        return [key, kind === 'money' ? formatYuan(sumFen(values)) : String(Number(sum.toFixed(6)))]
      }),
  )
}
