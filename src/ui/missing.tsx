import { createContext, type ReactNode, useContext } from 'react'
import { focusField } from './focus-field.ts'
import { useWords } from './language.tsx'
import { useStandingError } from './mended.tsx'
import { words } from './words.ts'

/** A field that is still to be filled in. */
export type Missing = {
  /** Its name (`Field name`), to which the list leads. */
  readonly field: string
  readonly label: string
  /** What stands at the field once somebody has tried to send; 请填写 if left out. */
  readonly says?: string
}

/** What a form hands over: false and null are fields that have been filled in. */
export type MissingIn = readonly (Missing | false | null)[]

export function missingOf(all: MissingIn): Missing[] {
  return all.filter((one): one is Missing => Boolean(one))
}

type Marked = ReadonlyMap<string, string>
const MarkedContext = createContext<Marked>(new Map())

type MarkMissingProps = {
  missing: readonly Missing[]
  /** Whether somebody has tried to send. */
  asked: boolean
  children: ReactNode
}

/** Once somebody has tried to send, every field inside that is still empty says so. */
export function MarkMissing({ missing, asked, children }: MarkMissingProps) {
  const t = useWords(words)
  const marked = new Map(asked ? missing.map(({ field, says }) => [field, says ?? t.fillIn]) : [])
  return <MarkedContext value={marked}>{children}</MarkedContext>
}

/** What stands at the field of that name because it is still empty. */
export function useMarked(name: string | undefined): string | undefined {
  const marked = useContext(MarkedContext)
  return name === undefined ? undefined : marked.get(name)
}

type FieldErrorProps = {
  name: string
  error?: string | undefined
  /** What stands in the group. */
  value: unknown
}

/** The error of a group that is no `Field`: what the server said, or that it is still empty. */
export function FieldError({ name, error, value }: FieldErrorProps) {
  const marked = useMarked(name)
  const standing = useStandingError(name, error, value)
  const says = standing || marked
  if (!says) return null
  return (
    <div role="alert" className="field-error">
      {says}
    </div>
  )
}

/** What is still to be filled in, in sight from the first moment, each a jump; nothing where all is there. */
export function MissingList({ missing, asked }: { missing: readonly Missing[]; asked: boolean }) {
  const t = useWords(words)
  if (missing.length === 0) return null
  return (
    <p className={asked ? 'missing is-asked' : 'missing'} role={asked ? 'alert' : undefined}>
      {t.stillMissing}
      {missing.map(({ field, label }, at) => (
        <span key={field}>
          {at > 0 ? t.listComma : null}
          <button type="button" className="link" onClick={() => focusField(field)}>
            {label}
          </button>
        </span>
      ))}
    </p>
  )
}
