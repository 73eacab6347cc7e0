import { Input } from 'antd'
import { useState } from 'react'
import { isStrongPassword } from '../../../../policy/people/sign-in.ts'
import { Field } from '../../../../ui/Field.tsx'
import { useWords } from '../../../../ui/language.tsx'
import { words } from '../words.ts'

type NewPasswordProps = { error: string | undefined; onChange: (password: string | null) => void }

/** A new password, typed twice; hands up null until both are the same and strong. */
export function NewPassword({ error, onChange }: NewPasswordProps) {
  const t = useWords(words)
  const [first, setFirst] = useState('')
  const [second, setSecond] = useState('')
  const tell = (one: string, two: string) => onChange(one === two && isStrongPassword(one) ? one : null)
  const weak = first !== '' && !isStrongPassword(first) ? t.passwordRule : undefined
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
