import { Input, type InputProps } from 'antd'
import { readFigure } from './grid-cell.ts'
import { useTypedValue } from './typed-texts.tsx'

type NumberInputProps = Omit<InputProps, 'value' | 'onChange' | 'defaultValue' | 'min' | 'max'> & {
  value?: number | null
  /** Null while the field is empty or holds no number that it takes. */
  onChange?: (value: number | null) => void
  min?: number
  max?: number
  whole?: boolean
  /** What may stand behind the figure: `%`. */
  units?: readonly string[]
}

/** A number as text. What is none, or lies outside `min` and `max`, stays as typed and is never put right in silence. */
export function NumberInput({
  value = null,
  onChange,
  min,
  max,
  whole = false,
  units = [],
  ...rest
}: NumberInputProps) {
  const { text, put, leave } = useTypedValue<number>({
    value,
    read: (typed) => readFigure(typed, { min, max, whole }, ['', ...units]),
    write: String,
    onChange,
  })
  return (
    <Input
      inputMode="decimal"
      className="number"
      {...rest}
      value={text}
      onChange={(event) => put(event.target.value)}
      onBlur={leave}
    />
  )
}
