import { Input, type InputProps } from 'antd'
import { useState } from 'react'
import { cleanCode } from '../shared/clean.ts'
import { personalNumber } from '../shared/inputs.ts'
import { judgeUscc } from '../shared/uscc.ts'
import { useText } from './language.tsx'

type UsccInputProps = Omit<InputProps, 'value' | 'onChange' | 'onBlur'> & {
  value: string
  onChange: (code: string) => void
}

/** A credit code, tidied when the reader leaves it. A resident's number is dropped at once, so that no draft keeps it. */
export function UsccInput({ value, onChange, ...rest }: UsccInputProps) {
  const say = useText()
  const [refused, setRefused] = useState(false)
  return (
    <>
      <Input
        {...rest}
        value={value}
        onChange={(event) => {
          const isPersonal = judgeUscc(cleanCode(event.target.value)) === 'personal'
          setRefused(isPersonal)
          onChange(isPersonal ? '' : event.target.value)
        }}
        onBlur={() => {
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
