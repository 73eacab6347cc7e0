import { Input, type InputProps } from 'antd'
import { partsCode } from '../shared/clean.ts'
import { keepable } from '../shared/typed-text.ts'
import { useFieldText } from './typed-texts.tsx'

type CodeInputProps = Omit<InputProps, 'value' | 'onChange' | 'onPaste'> & {
  value: string
  onChange: (text: string) => void
}

/** The number of a document. What is pasted on two lines would be joined to one by the browser; it stays apart, with its error. */
export function CodeInput({ value, onChange, ...rest }: CodeInputProps) {
  const { kept, keep } = useFieldText()
  return (
    <Input
      {...rest}
      value={kept?.text ?? value}
      onChange={(event) => {
        keep(null)
        onChange(event.target.value)
      }}
      onPaste={(event) => {
        const text = event.clipboardData.getData('text/plain').trim()
        if (!partsCode(text)) return
        event.preventDefault()
        keep(keepable(text.replace(/\s+/g, ' '), { problem: 'severalCodes' }))
        onChange('')
      }}
    />
  )
}
