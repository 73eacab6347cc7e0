import { type FormEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import type { Text } from '../shared/words.ts'
import { type ApiError, asApiError } from './api-error.ts'
import { useText, useWords } from './language.tsx'
import type { Session } from './session.ts'
import { signIn } from './sign-in.ts'
import { signInWords } from './sign-in-words.ts'

type SignInFormProps = {
  /** Whose session ended; fills in the name. */
  formerName?: string | null
  /** The button stays busy until whoever is told has taken the form away. */
  onSignedIn: (session: Session) => void
}

type Name = 'name' | 'password'
type Faults = Partial<Record<Name, Text>>

/**
 * Name and password, in plain HTML: the page that signs in loads no Ant Design. A wrong pair keeps what was typed and says no more
 * than that it is wrong.
 */
export function SignInForm({ formerName = null, onSignedIn }: SignInFormProps) {
  const t = useWords(signInWords)
  const form = useRef<HTMLFormElement>(null)
  const [faults, setFaults] = useState<Faults>({})
  const [refusal, setRefusal] = useState<ApiError | null>(null)
  const [busy, setBusy] = useState(false)
  const [shown, setShown] = useState(false)
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (busy) return
    const typed = new FormData(event.currentTarget)
    const name = String(typed.get('name')).trim()
    const password = String(typed.get('password'))
    const empty: Faults = {
      ...(name ? {} : { name: signInWords.accountNameRequired }),
      ...(password ? {} : { password: signInWords.passwordRequired }),
    }
    setFaults(empty)
    if (empty.name || empty.password) return focusOn(empty.name ? 'name' : 'password')
    setRefusal(null)
    setBusy(true)
    try {
      onSignedIn(await signIn({ name, password }))
    } catch (thrown) {
      const error = asApiError(thrown)
      setRefusal(error)
      setFaults(Object.fromEntries(error.fields.map(({ field, zh, en }) => [field, { zh, en }])))
      setBusy(false)
    }
  }
  const focusOn = (name: Name) => form.current?.querySelector<HTMLInputElement>(`[name="${name}"]`)?.focus()
  const field = (name: Name) => ({
    name,
    fault: faults[name],
    onEdit: () => setFaults({ ...faults, [name]: undefined }),
  })
  return (
    <form ref={form} className="sign-in-form" noValidate onSubmit={(event) => void submit(event)}>
      <Refusal error={refusal} />
      <SignInField
        {...field('name')}
        label={t.accountName}
        input={{
          autoComplete: 'username',
          autoCapitalize: 'none',
          autoFocus: formerName === null,
          defaultValue: formerName ?? '',
        }}
      />
      <SignInField
        {...field('password')}
        label={t.password}
        input={{
          type: shown ? 'text' : 'password',
          autoComplete: 'current-password',
          autoCapitalize: 'none',
          autoFocus: formerName !== null,
        }}
      >
        <button
          type="button"
          className="sign-in-toggle"
          aria-label={t.showPassword}
          aria-pressed={shown}
          onClick={() => setShown(!shown)}
        >
          <svg viewBox="0 0 16 16" aria-hidden="true" className="line-icon">
            <path d="M1 8c3.3-6 10.7-6 14 0-3.3 6-10.7 6-14 0z" />
            <circle cx="8" cy="8" r="2.2" />
            {shown ? null : <path d="M2.5 14 13.5 2" />}
          </svg>
        </button>
      </SignInField>
      <button type="submit" className="sign-in-submit" aria-busy={busy}>
        {t.signIn}
      </button>
    </form>
  )
}

type SignInFieldProps = {
  name: Name
  label: string
  fault: Text | undefined
  onEdit: () => void
  input: React.InputHTMLAttributes<HTMLInputElement>
  /** What stands within the frame of the input, at its end. */
  children?: ReactNode
}

function SignInField({ name, label, fault, onEdit, input, children }: SignInFieldProps) {
  const say = useText()
  const id = useId()
  return (
    <div className="sign-in-field">
      <label htmlFor={id}>{label}</label>
      <div className={children ? 'sign-in-input has-toggle' : 'sign-in-input'}>
        <input
          {...input}
          id={id}
          name={name}
          spellCheck={false}
          aria-required
          aria-invalid={fault !== undefined}
          aria-describedby={fault ? `${id}-fault` : undefined}
          onChange={onEdit}
        />
        {children}
      </div>
      {fault ? (
        <div id={`${id}-fault`} role="alert" className="sign-in-error">
          {say(fault)}
        </div>
      ) : null}
    </div>
  )
}

/** The sentence of the refusal; what it says of a field stands at the field. */
function Refusal({ error }: { error: ApiError | null }) {
  const say = useText()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (error) box.current?.scrollIntoView({ block: 'nearest' })
  }, [error])
  if (!error) return null
  return (
    <div ref={box} role="alert" className="sign-in-refusal">
      <svg viewBox="0 0 14 14" aria-hidden="true">
        <path
          fillRule="evenodd"
          d="M7 0a7 7 0 1 1 0 14A7 7 0 0 1 7 0zM5.2 4.3l-.9.9L6.1 7 4.3 8.8l.9.9L7 7.900l1.8 1.8.9-.9L7.9 7l1.8-1.8-.9-.9L7 6.100z"
        />
      </svg>
      <span>{say(error.text)}</span>
    </div>
  )
}
