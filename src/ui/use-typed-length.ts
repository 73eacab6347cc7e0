import { keepable } from '../shared/typed-text.ts'
import { heldPersonalNumber, withoutPersonalNumbers } from '../shared/uscc.ts'
import { readLength } from './grid-cell.ts'
import { useFieldText } from './typed-texts.tsx'

const personal = { problem: 'personalNumberInside' } as const

type TypedLength = {
  value: string
  onChange: (text: string) => void
  most: number
  clean: (text: string) => string
}

/** The text of an input that takes so many characters; a longer one is kept by the form around, and its value is empty. */
export function useTypedLength({ value, onChange, most, clean }: TypedLength) {
  const { kept, keep } = useFieldText()
  return {
    text: kept?.text ?? value,
    lengthOf: (text: string) => clean(text).length,
    put: (typed: string) => {
      const reading = heldPersonalNumber(typed) ? personal : readLength(typed, clean, most)
      const text = withoutPersonalNumbers(typed)
      keep('problem' in reading ? keepable(typed, reading) : null)
      onChange('problem' in reading ? '' : text)
    },
  }
}
