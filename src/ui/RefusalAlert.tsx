import { Alert } from 'antd'
import { useEffect, useRef } from 'react'
import { asApiError } from './api-error.ts'
import { focusField } from './focus-field.ts'
import { useText, useWords } from './language.tsx'
import { markShown } from './shown-errors.ts'
import { words } from './words.ts'

/** Says what the server refused, by which clause, and which fields to correct, each a jump. Nothing without an error. */
export function RefusalAlert({ error }: { error: unknown }) {
  const t = useWords(words)
  const say = useText()
  const box = useRef<HTMLDivElement>(null)
  if (error && typeof error === 'object') markShown(error)
  useEffect(() => {
    if (error) box.current?.scrollIntoView({ block: 'nearest' })
  }, [error])
  if (!error) return null
  const refusal = asApiError(error)
  // A refusal about one field says its sentence once, and the sentence is the jump.
  const [only] = refusal.fields.length === 1 ? refusal.fields.filter((field) => say(field) === say(refusal.text)) : []
  const fields = only ? [] : refusal.fields
  // A rule that said several things at once: each stands in the list with its own clause.
  const several = fields.length > 1 && fields.some((field) => say(field) === say(refusal.text))
  return (
    <div ref={box} className="refusal">
      <Alert
        type="error"
        showIcon
        role="alert"
        title={
          only ? (
            <button type="button" className="link" onClick={() => focusField(only.field)}>
              {say(only)}
            </button>
          ) : several ? (
            t.wrongFields(fields.length)
          ) : (
            say(refusal.text)
          )
        }
        description={
          refusal.clause || fields.length > 0 ? (
            <>
              {refusal.clause && !several ? <div className="clause">{t.byClause(refusal.clause)}</div> : null}
              {fields.length > 0 ? (
                <ul className="refusal-fields">
                  {fields.map((field) => (
                    <li key={`${field.field}-${field.zh}`}>
                      <button type="button" className="link" onClick={() => focusField(field.field)}>
                        {say(field)}
                      </button>
                      {field.clause ? <span className="clause"> {t.byClause(field.clause)}</span> : null}
                    </li>
                  ))}
                </ul>
              ) : null}
            </>
          ) : undefined
        }
      />
    </div>
  )
}
