import { type ReactNode, useId } from 'react'

/** What a field hands to its input: `<Field …>{(bind) => <Input {...bind} />}</Field>`. */
export type FieldBinding = {
  readonly id: string
  readonly 'aria-describedby': string | undefined
  readonly 'aria-invalid': true | undefined
  readonly 'aria-required': true | undefined
  readonly status: 'error' | undefined
}

type FieldProps = {
  label: ReactNode
  /** The field's name for jumps: `fundLines.3.purpose`. */
  name?: string
  required?: boolean
  error?: string
  hint?: ReactNode
  children: (bind: FieldBinding) => ReactNode
}

/** A labelled field with its hint and its error, bound for those who hear the page. */
export function Field({ label, name, required, error, hint, children }: FieldProps) {
  const id = useId()
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ')
  return (
    <div className="field" data-field={name}>
      <label htmlFor={id}>
        {label}
        {required ? <span className="required"> *</span> : null}
      </label>
      {children({
        id,
        'aria-describedby': described || undefined,
        'aria-invalid': error ? true : undefined,
        'aria-required': required ? true : undefined,
        status: error ? 'error' : undefined,
      })}
      {hint ? (
        <div id={`${id}-hint`} className="field-hint">
          {hint}
        </div>
      ) : null}
      {error ? (
        <div id={`${id}-error`} role="alert" className="field-error">
          {error}
        </div>
      ) : null}
    </div>
  )
}
