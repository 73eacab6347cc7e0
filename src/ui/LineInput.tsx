import { Input, type InputProps } from 'antd'
import { cleanLine } from '../shared/clean.ts'
import { useTypedLength } from './use-typed-length.ts'

type LineInputProps = Omit<InputProps, 'value' | 'onChange' | 'count'> & {
  value: string
  /** Empty while the text is longer than `most`. */
  onChange: (text: string) => void
  /** Characters after cleaning, as the contract counts them. */
  most: number
}

/** A text of one line. One that is too long stays whole with its error, and is not sent. */
export function LineInput({ value, onChange, most, ...rest }: LineInputProps) {
  const { text, put } = useTypedLength({ value, onChange, most, clean: cleanLine })
  return <Input {...rest} value={text} onChange={(event) => put(event.target.value)} />
}
