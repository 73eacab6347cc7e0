import { DeleteOutlined, PlusOutlined, UndoOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { type ClipboardEvent, type KeyboardEvent, useId, useRef, useState } from 'react'
import { sumFen } from '../shared/money.ts'
import { problemText } from '../shared/typed-text.ts'
import { ActionButton } from './ActionButton.tsx'
import { unless } from './ability.ts'
import { GridCell } from './GridCell.tsx'
import { type GridOption, writeCell } from './grid-cell.ts'
import { useText, useWords } from './language.tsx'
import { useStandingError } from './mended.tsx'
import { PastedNote } from './PastedNote.tsx'
import { type GridColumn, type Pasted, repeatedRows, useFieldGrid } from './use-field-grid.ts'
import { useErrorsByRow } from './use-row-errors.ts'
import { words } from './words.ts'

export type { GridColumn, GridOption }

type FieldGridProps<Row> = {
  /** The list's field name; cells are `name.0.key`. */
  name: string
  label: string
  columns: readonly GridColumn<Row>[]
  rows: readonly Row[]
  onChange: (rows: Row[]) => void
  newRow: () => Row
  /** What is wrong, by full field name (`fundLines.3.purpose`); see `fieldTexts`. */
  errors?: Readonly<Record<string, string>>
  disabled?: boolean
  maxRows?: number
}

/** Rows to edit: Tab between cells, Enter and arrows between rows, a pasted block from Excel or WPS. Cards on a phone. */
export function FieldGrid<Row extends { readonly id: string }>(props: FieldGridProps<Row>) {
  const { name, label, columns, rows, errors = {}, disabled, maxRows = 500 } = props
  const t = useWords(words)
  const say = useText()
  const id = useId()
  const frame = useRef<HTMLDivElement>(null)
  const [pasted, setPasted] = useState<Pasted | null>(null)
  const grid = useFieldGrid({ ...props, maxRows })
  const errorOf = useErrorsByRow(name, rows, errors)
  const listError = useStandingError(name, errors[name], rows.length)
  const sums = columns.some((column) => column.sum)
  const repeated = new Map(columns.map((column) => [column.key, repeatedRows(rows, column)]))
  function saidOf(row: Row, column: GridColumn<Row>): string | undefined {
    const problem = grid.problemOf(row, column)
    const before = repeated.get(column.key)?.get(row.id)
    if (problem) return say(problemText(problem))
    return errorOf(row, column.key) ?? (before === undefined ? undefined : t.sameAsRow(before + 1))
  }

  function focusCell(row: number, column: string): boolean {
    const cell = frame.current?.querySelector<HTMLElement>(`[data-field="${CSS.escape(`${name}.${row}.${column}`)}"]`)
    cell?.focus()
    if (cell instanceof HTMLInputElement) cell.select()
    return Boolean(cell)
  }

  function move(event: KeyboardEvent<HTMLElement>, row: number, column: GridColumn<Row>) {
    if ((event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === 'z' && grid.undo?.isNext) {
      event.preventDefault()
      return undo()
    }
    const inSelect = event.target instanceof HTMLSelectElement
    const down = event.key === 'Enter' ? !event.shiftKey : event.key === 'ArrowDown' && !inSelect
    const up = event.key === 'Enter' ? event.shiftKey : event.key === 'ArrowUp' && !inSelect
    if (!(down || up) || event.nativeEvent.isComposing || event.altKey) return
    event.preventDefault()
    const target = row + (down ? 1 : -1)
    if (focusCell(target, column.key) || !down || event.key !== 'Enter' || disabled || rows.length >= maxRows) return
    add(column.key)
  }

  function add(column = columns.find((one) => !one.show && !one.readOnly)?.key ?? '') {
    grid.add()
    setTimeout(() => focusCell(rows.length, column), 30)
  }

  function undo() {
    grid.undo?.run()
    setPasted(null)
  }

  function paste(event: ClipboardEvent<HTMLElement>, row: number, column: number) {
    const text = event.clipboardData.getData('text/plain')
    const kind = columns[column]?.kind
    // A list takes no text of the keyboard's: one cell is a block there, too.
    if (disabled || !(kind === 'select' || kind === 'choices' || /[\t\n]/.test(text.trimEnd()))) return
    event.preventDefault()
    setPasted(grid.pasteText(row, column, text))
  }

  return (
    <div className="field-grid" ref={frame} data-field={name}>
      <table aria-label={label} aria-describedby={`${id}-help`}>
        <thead>
          <tr>
            <th scope="col" className="grid-index">
              #
            </th>
            {columns.map((column) => (
              <th
                key={column.key}
                scope="col"
                style={{ width: column.width, minWidth: column.width }}
                className={`grid-${column.kind}`}
              >
                {say(column.title)}
                {column.required ? <span className="required"> *</span> : null}
              </th>
            ))}
            {disabled ? null : (
              <th className="grid-tools">
                <span className="visually-hidden">{t.rowTools}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={row.id}>
              <th scope="row" className="grid-index" data-label={t.row(index + 1)}>
                {index + 1}
              </th>
              {columns.map((column, at) => {
                const field = `${name}.${index}.${column.key}`
                return (
                  <td key={column.key} data-label={say(column.title)} className={`grid-${column.kind}`}>
                    <GridCell
                      field={field}
                      label={`${t.row(index + 1)} ${say(column.title)}`}
                      column={column}
                      options={grid.optionsOf(column, row)}
                      text={grid.textOf(row, column)}
                      error={saidOf(row, column)}
                      fault={grid.problemOf(row, column) !== undefined}
                      disabled={disabled ?? false}
                      onText={(text) => grid.write(index, column, text)}
                      onKeyDown={(event) => move(event, index, column)}
                      onPaste={(event) => paste(event, index, at)}
                    />
                  </td>
                )
              })}
              {disabled ? null : (
                <td className="grid-tools">
                  <Button
                    type="text"
                    size="small"
                    icon={<DeleteOutlined aria-hidden />}
                    aria-label={t.removeRow(index + 1)}
                    onClick={() => grid.remove(index)}
                  />
                </td>
              )}
            </tr>
          ))}
        </tbody>
        {sums && rows.length > 0 ? (
          <tfoot>
            <tr>
              <th scope="row" className="grid-index">
                <span className="grid-total">{t.total}</span>
              </th>
              {columns.map((column) => (
                <td
                  key={column.key}
                  data-label={say(column.title)}
                  className={`grid-${column.kind} ${column.sum ? '' : 'no-sum'}`}
                >
                  {column.sum ? writeCell(column.kind, sumOf(rows, column)) : ''}
                </td>
              ))}
              {disabled ? null : <td className="grid-tools" />}
            </tr>
          </tfoot>
        ) : null}
      </table>
      {listError ? (
        <div role="alert" className="field-error">
          {listError}
        </div>
      ) : null}
      {disabled ? null : (
        <div className="grid-foot">
          <ActionButton
            icon={<PlusOutlined aria-hidden />}
            onClick={() => add()}
            action={unless(
              rows.length >= maxRows && { zh: words.rowsAtMost.zh(maxRows), en: words.rowsAtMost.en(maxRows) },
            )}
          >
            {t.addRow}
          </ActionButton>
          {grid.undo && grid.undo.rowNo !== null ? (
            <span className="grid-removed" role="status">
              {t.rowGone(grid.undo.rowNo)}
              <Button type="link" size="small" onClick={undo}>
                {t.undo}
              </Button>
            </span>
          ) : null}
          {grid.undo?.rowNo === null ? (
            <Button size="small" icon={<UndoOutlined aria-hidden />} onClick={undo}>
              {t.undoPaste}
            </Button>
          ) : null}
          <span id={`${id}-help`} className="grid-help" role="status">
            {pasted ? <PastedNote pasted={pasted} /> : t.gridHelp}
          </span>
        </div>
      )}
    </div>
  )
}

function sumOf<Row extends object>(rows: readonly Row[], column: GridColumn<Row>): number {
  const values = rows
    .map((row): unknown => (column.show ? column.show(row) : row[column.key]))
    .filter((value) => typeof value === 'number')
  return column.kind === 'money' ? sumFen(values) : values.reduce((sum, value) => sum + value, 0)
}
