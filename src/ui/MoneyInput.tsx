import { Input, type InputProps } from 'antd'
import { useEffect, useState } from 'react'
import { type Fen, formatYuan, parseYuan } from '../shared/money.ts'
import { useWords } from './language.tsx'
import { words } from './words.ts'

type MoneyInputProps = Omit<InputProps, 'value' | 'onChange' | 'defaultValue'> & {
  value?: Fen | null
  /** Fen; null while the field is empty or holds no amount. */
  onChange?: (fen: Fen | null) => void
}

/** Yuan as text, fen as value. What cannot be read stays as typed and is marked. */
export function MoneyInput({ value = null, onChange, ...rest }: MoneyInputProps) {
  const t = useWords(words)
  const [typed, setTyped] = useState<string | null>(null)
  const shown = typed ?? (value === null ? '' : formatYuan(value))
  const unreadable = typed !== null && typed.trim() !== '' && parseYuan(typed) === null
  useEffect(() => {
    // A new value from outside replaces the typed text only if it says something else.
    setTyped((text) => (text !== null && parseYuan(text) !== value && value !== null ? null : text))
  }, [value])
  return (
    <Input
      prefix="¥"
      suffix={<span aria-hidden>{t.yuan}</span>}
      inputMode="decimal"
      className="number"
      status={unreadable ? 'error' : undefined}
      title={unreadable ? t.notAnAmount : undefined}
      aria-invalid={unreadable || undefined}
      {...rest}
      value={shown}
      onChange={(event) => {
        setTyped(event.target.value)
        onChange?.(parseYuan(event.target.value))
      }}
      onBlur={(event) => {
        if (!unreadable) setTyped(null)
        rest.onBlur?.(event)
      }}
    />
  )
}
