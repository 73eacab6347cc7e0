import type { FieldError } from './api-error.ts'
import { focusField, labelOfField } from './focus-field.ts'
import { useWords } from './language.tsx'
import { words } from './words.ts'

/** Why nothing was sent: something inside is no value, or has not arrived; each a jump. */
export function FaultsLeft({ faults }: { faults: readonly FieldError[] }) {
  const t = useWords(words)
  if (faults.length === 0) return null
  const named = faults.flatMap(({ field }) => {
    const label = labelOfField(field)
    return label ? [{ field, label }] : []
  })
  return (
    <p role="alert" className="field-error">
      {t.faultsLeft}
      {named.map(({ field, label }, at) => (
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
