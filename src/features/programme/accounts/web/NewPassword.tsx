import { Input } from 'antd'
import { useState } from 'react'
import { refusalText } from '../../../../policy/guide/refuse.ts'
import { checkPassword } from '../../../../policy/people/passwords.ts'
import { Field } from '../../../../ui/Field.tsx'
import { useText, useWords } from '../../../../ui/language.tsx'
import { words } from '../words.ts'

type NewPasswordProps = {
  /** Whose it will be. */
  owner: { account: string; unit: string }
  error: string | undefined
  onChange: (password: string | null) => void
}

/** A new password, typed twice; hands up null until both are the same and nothing is wrong with it. */
export function NewPassword({ owner, error, onChange }: NewPasswordProps) {
  const t = useWords(words)
  const say = useText()
  const [first, setFirst] = useState('')
  const [second, setSecond] = useState('')
  const tell = (one: string, two: string) => onChange(one === two && checkPassword(one, owner) === null ? one : null)
  const refusal = first === '' ? null : checkPassword(first, owner)
  const weak = refusal ? say(refusalText(refusal)) : undefined
  const differs = second !== '' && second !== first ? t.passwordsDiffer : undefined
  const wrong = error ?? weak
  return (
    <>
      <Field label={t.passwordNew} name="password" required hint={t.passwordRule} {...(wrong ? { error: wrong } : {})}>
        {(bind) => (
          <Input.Password
            {...bind}
            autoComplete="new-password"
            value={first}
            onChange={(event) => {
              setFirst(event.target.value)
              tell(event.target.value, second)
            }}
          />
        )}
      </Field>
      <Field label={t.passwordAgain} required {...(differs ? { error: differs } : {})}>
        {(bind) => (
          <Input.Password
            {...bind}
            autoComplete="new-password"
            value={second}
            onChange={(event) => {
              setSecond(event.target.value)
              tell(first, event.target.value)
            }}
          />
        )}
      </Field>
    </>
  )
}
