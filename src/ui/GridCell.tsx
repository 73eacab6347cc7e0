import { Select } from 'antd'
import { type ClipboardEvent, type KeyboardEvent, useState } from 'react'
import { type GridOption, readList } from './grid-cell.ts'
import { useStandingError } from './mended.tsx'
import type { GridColumn } from './use-field-grid.ts'

type GridCellProps<Row> = {
  field: string
  label: string
  column: GridColumn<Row>
  options: readonly GridOption[]
  text: string
  error: string | undefined
  /** Its text is no value. */
  fault: boolean
  disabled: boolean
  onText: (text: string) => void
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
  onPaste: (event: ClipboardEvent<HTMLElement>) => void
}

/** One cell of a grid; a plain input, so that hundreds of them stay quick. */
export function GridCell<Row>(props: GridCellProps<Row>) {
  const { field, label, column, options, text, error: told, fault, disabled, onText, onKeyDown, onPaste } = props
  // While the reader types, the text is theirs; it is read and tidied when they leave the cell.
  const [typed, setTyped] = useState<string | null>(null)
  const error = useStandingError(field, told, text)
  if (column.show || column.readOnly) return <output className="grid-shown">{text}</output>
  const shared = {
    'data-field': field,
    'data-fault': fault ? true : undefined,
    'aria-label': label,
    'aria-invalid': error ? true : undefined,
    'aria-describedby': error ? `${field}-error` : undefined,
    disabled,
    onKeyDown,
    onPaste,
  } as const
  return (
    <>
      {column.kind === 'choices' ? (
        <Choices {...shared} options={options} text={text} onText={onText} />
      ) : column.long ? (
        <textarea
          {...shared}
          rows={1}
          value={typed ?? text}
          onChange={(event) => {
            setTyped(event.target.value)
            onText(event.target.value)
          }}
          onBlur={() => setTyped(null)}
        />
      ) : column.kind === 'select' ? (
        <select {...shared} value={text} onChange={(event) => onText(event.target.value)}>
          <option value="" />
          {options.some((one) => one.value === text) || text === '' ? null : <option value={text}>{text}</option>}
          {options.map((one) => (
            <option key={one.value} value={one.value}>
              {one.text}
            </option>
          ))}
        </select>
      ) : (
        <input
          {...shared}
          type="text"
          inputMode={['text', 'name', 'code', 'uscc', 'day', 'list'].includes(column.kind) ? 'text' : 'decimal'}
          placeholder={column.kind === 'day' ? 'YYYY-MM-DD' : undefined}
          value={typed ?? text}
          onChange={(event) => {
            setTyped(event.target.value)
            onText(event.target.value)
          }}
          onBlur={() => setTyped(null)}
        />
      )}
      {error ? (
        <div id={`${field}-error`} className="grid-error">
          {error}
        </div>
      ) : null}
    </>
  )
}

type ChoicesProps = {
  'data-field': string
  'data-fault': true | undefined
  'aria-label': string
  'aria-invalid': true | undefined
  'aria-describedby': string | undefined
  disabled: boolean
  options: readonly GridOption[]
  text: string
  onText: (text: string) => void
  onPaste: (event: ClipboardEvent<HTMLElement>) => void
}

/** Several options in one cell; what was pasted and is none of them stays as a text of its own, to be put right. */
function Choices({ 'data-field': field, options, text, onText, onPaste, ...rest }: ChoicesProps) {
  const chosen = readList(text).map((part) => options.find((one) => one.text === part)?.value ?? part)
  const textOf = (value: string) => options.find((one) => one.value === value)?.text ?? value
  return (
    <div data-field={field} data-fault={rest['data-fault']} onPaste={onPaste} className="grid-choices">
      <Select
        mode="multiple"
        variant="borderless"
        value={chosen}
        options={options.map((one) => ({ value: one.value, label: one.text }))}
        onChange={(values: string[]) => onText(values.map(textOf).join('、'))}
        showSearch={{ optionFilterProp: 'label' }}
        popupMatchSelectWidth={false}
        aria-label={rest['aria-label']}
        aria-invalid={rest['aria-invalid']}
        aria-describedby={rest['aria-describedby']}
        disabled={rest.disabled}
      />
    </div>
  )
}
