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
  return (
    <div ref={box} className="refusal">
      <Alert
        type="error"
        showIcon
        role="alert"
        title={say(refusal.text)}
        description={
          refusal.clause || refusal.fields.length > 0 ? (
            <>
              {refusal.clause ? <div className="clause">{t.byClause(refusal.clause)}</div> : null}
              {refusal.fields.length > 0 ? (
                <ul className="refusal-fields">
                  {refusal.fields.map((field) => (
                    <li key={`${field.field}-${field.zh}`}>
                      <button type="button" className="link" onClick={() => focusField(field.field)}>
                        {say(field)}
                      </button>
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
