import { Input, type InputProps } from 'antd'
import { type Fen, formatYuan } from '../shared/money.ts'
import { readCell } from './grid-cell.ts'
import { useWords } from './language.tsx'
import { type Reading, useTypedValue } from './typed-texts.tsx'
import { words } from './words.ts'

type MoneyInputProps = Omit<InputProps, 'value' | 'onChange' | 'defaultValue' | 'min' | 'max'> & {
  value?: Fen | null
  /** Fen; null while the field is empty or holds no amount. */
  onChange?: (fen: Fen | null) => void
  /** Fen; nought if left out: no rule takes an amount below it. */
  min?: Fen
  max?: Fen
}

/** Yuan as text, fen as value. What cannot be read stays as typed. */
export function MoneyInput({ value = null, onChange, min = 0, max, ...rest }: MoneyInputProps) {
  const t = useWords(words)
  const read = (text: string) => readCell('money', text, [], { min, max }) as Reading<Fen>
  const { text, put, leave } = useTypedValue({ value, read, write: formatYuan, onChange })
  return (
    <Input
      prefix="¥"
      suffix={<span aria-hidden>{t.yuan}</span>}
      inputMode="decimal"
      className="number"
      {...rest}
      value={text}
      onChange={(event) => put(event.target.value)}
      onBlur={(event) => {
        leave()
        rest.onBlur?.(event)
      }}
    />
  )
}
