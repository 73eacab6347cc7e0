import { Input } from 'antd'
import { isValidElement, type ReactNode, useId } from 'react'
import { problemText } from '../shared/typed-text.ts'
import { heldPersonalNumber, holdsPersonalNumber, personalNumberInside } from '../shared/uscc.ts'
import { useText } from './language.tsx'
import { useStandingError } from './mended.tsx'
import { useMarked } from './missing.tsx'
import { FieldName, TypedFields, useTypedStore } from './typed-texts.tsx'

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
  /** The field's name for jumps, and for what is typed and is no value: `fundLines.3.purpose`. */
  name?: string
  required?: boolean
  error?: string
  hint?: ReactNode
  children: (bind: FieldBinding) => ReactNode
}

type BareFieldProps = {
  name: string
  className?: string
  /** `describedBy`: its error, where there is one. */
  children: (describedBy: string | undefined) => ReactNode
}

/** A field that its place names, in a row of a table: what is typed and is no value stands with its error. */
export function BareField({ name, className, children }: BareFieldProps) {
  const id = useId()
  const say = useText()
  const store = useTypedStore()
  const typed = store.of(name)
  return (
    <div className={className} data-field={name} data-fault={typed ? true : undefined}>
      <TypedFields store={store}>
        <FieldName name={name}>{children(typed ? `${id}-error` : undefined)}</FieldName>
      </TypedFields>
      {typed ? (
        <div id={`${id}-error`} className="field-error">
          {say(problemText(typed))}
        </div>
      ) : null}
    </div>
  )
}

const unbound: FieldBinding = {
  id: '',
  'aria-describedby': undefined,
  'aria-invalid': undefined,
  'aria-required': undefined,
  status: undefined,
}

/** A text of one's own in an input that no component of ours reads; passwords are nobody's to look into. */
function ownText(node: ReactNode): string {
  if (Array.isArray(node)) return node.map(ownText).find((text) => text !== '') ?? ''
  if (!isValidElement<{ value?: unknown; children?: ReactNode }>(node)) return ''
  if (node.type === Input.Password) return ''
  const { value, children } = node.props
  return node.type === Input && typeof value === 'string' ? value : ownText(children)
}

/** What stands in the input, or in the first one of several. */
function valueIn(node: ReactNode): unknown {
  if (Array.isArray(node)) return node.map(valueIn).find((value) => value !== undefined)
  if (!isValidElement<{ value?: unknown; children?: ReactNode }>(node)) return undefined
  return node.props.value ?? valueIn(node.props.children)
}

/** A labelled field with its hint and its error, bound for those who hear the page. */
export function Field({ label, name, required, error: given, hint, children }: FieldProps) {
  const id = useId()
  const say = useText()
  const store = useTypedStore()
  const typed = store.of(name ?? id)
  const marked = useMarked(name)
  const standing = useStandingError(name ?? id, given, valueIn(children(unbound)))
  // A form kept on this device leaves the number of a person out; so it is said while it is written.
  const own = ownText(children(unbound))
  const isPersonal = heldPersonalNumber(own)
  const fault = typed !== undefined || isPersonal
  const personal = holdsPersonalNumber(own) ? personalNumberInside : problemText({ problem: 'personalNumberInside' })
  const error = typed ? say(problemText(typed)) : isPersonal ? say(personal) : standing || marked
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ')
  return (
    <div className="field" data-field={name} data-fault={fault ? true : undefined}>
      <label htmlFor={id}>
        {label}
        {required ? <span className="required"> *</span> : null}
      </label>
      <TypedFields store={store}>
        <FieldName name={name ?? id}>
          {children({
            id,
            'aria-describedby': described || undefined,
            'aria-invalid': error ? true : undefined,
            'aria-required': required ? true : undefined,
            status: error ? 'error' : undefined,
          })}
        </FieldName>
      </TypedFields>
      {hint ? (
        <div id={`${id}-hint`} className="field-hint">
          {hint}
        </div>
      ) : null}
      {error ? (
        // Said aloud when the server refused; while one types it only stands there.
        <div id={`${id}-error`} role={fault ? undefined : 'alert'} className="field-error">
          {error}
        </div>
      ) : null}
    </div>
  )
}
