import { Input, type InputProps } from 'antd'
import { useState } from 'react'
import { cleanCode } from '../shared/clean.ts'
import { judgeUscc, personalNumber } from '../shared/uscc.ts'
import { useText } from './language.tsx'

type UsccInputProps = Omit<InputProps, 'value' | 'onChange' | 'onBlur'> & {
  value: string
  onChange: (code: string) => void
}

/** A credit code, tidied when the reader leaves it. What names a person is never handed on, so that no draft keeps it. */
export function UsccInput({ value, onChange, ...rest }: UsccInputProps) {
  const say = useText()
  const [refused, setRefused] = useState(false)
  // While somebody types, a code may look like a number of another kind; nobody but the field sees it.
  const [typing, setTyping] = useState<string | null>(null)
  return (
    <>
      <Input
        {...rest}
        value={typing ?? value}
        onChange={(event) => {
          const isPersonal = judgeUscc(cleanCode(event.target.value)) === 'personal'
          setTyping(event.target.value)
          setRefused(isPersonal)
          onChange(isPersonal ? '' : event.target.value)
        }}
        onBlur={() => {
          setTyping(null)
          if (cleanCode(value) !== value) onChange(cleanCode(value))
        }}
      />
      {refused ? (
        <div role="alert" className="field-error">
          {say(personalNumber)}
        </div>
      ) : null}
    </>
  )
}
