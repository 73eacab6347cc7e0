import { Input } from 'antd'
import type { TextAreaProps } from 'antd/es/input'
import { cleanProse } from '../shared/clean.ts'
import { useTypedLength } from './use-typed-length.ts'

type ProseInputProps = Omit<TextAreaProps, 'value' | 'onChange' | 'count'> & {
  value: string
  /** Empty while the text is longer than `most`. */
  onChange: (text: string) => void
  /** Characters after cleaning, as the contract counts them. */
  most: number
}

/** A text of several lines. One that is too long stays whole with its error, and is not sent. */
export function ProseInput({ value, onChange, most, showCount = false, ...rest }: ProseInputProps) {
  const { text, put, lengthOf } = useTypedLength({ value, onChange, most, clean: cleanProse })
  return (
    <Input.TextArea
      {...rest}
      value={text}
      {...(showCount ? { count: { show: true, max: most, strategy: lengthOf } } : {})}
      onChange={(event) => put(event.target.value)}
    />
  )
}
