import { Alert } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { type ApiError, asApiError, type FieldError, saysNothing } from './api-error.ts'
import { useOwnFaults } from './faults.ts'
import { focusField, labelOfField } from './focus-field.ts'
import { useText, useWords } from './language.tsx'
import { type Rests, useMended } from './mended.tsx'
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
  const mended = useMended()
  const refusal = asApiError(error)
  const own = useOwnFaults()
  // What the form says itself of other fields stands in the same list; a refusal about no field is not about them.
  const said = refusal.fields.filter(({ field }) => !own.some((one) => one.field === field))
  const all = refusal.fields.length > 0 ? [...own, ...said] : []
  const named = useNamed(all)
  const begin = mended?.begin
  // biome-ignore lint/correctness/useExhaustiveDependencies: each refusal begins with nothing mended
  useEffect(() => begin?.(restsOf(refusal, say)), [error])
  if (!error || saysNothing(refusal)) return null
  const left = all.filter((field) => !mended?.has(field.field, say(field)))
  // A rule that said one or several things about fields: its sentence is that of the first of them.
  const isOfFields = refusal.fields.some((field) => say(field) === say(refusal.text))
  if (refusal.fields.length > 0 && left.length === 0 && (isOfFields || refusal.code === 'common.invalid'))
    return (
      <div ref={box} className="refusal">
        <Alert type="info" showIcon role="status" title={t.mended} />
      </div>
    )
  // A refusal about one field says its sentence once, and the sentence is the jump.
  const [only] = isOfFields && left.length === 1 ? left : []
  const fields = only ? [] : left
  // Several things at once: each stands in the list with its own clause.
  const several = isOfFields && fields.length > 1
  const clause = only?.clause ?? refusal.clause
  return (
    <div ref={box} className="refusal">
      <Alert
        type="error"
        showIcon
        role="alert"
        title={
          only ? (
            <button type="button" className="link" onClick={() => focusField(only.field)}>
              {named(only)}
            </button>
          ) : several ? (
            t.wrongFields(fields.length)
          ) : (
            say(refusal.text)
          )
        }
        description={
          clause || fields.length > 0 ? (
            <>
              {clause && !several ? <div className="clause">{t.byClause(clause)}</div> : null}
              {fields.length > 0 ? (
                <ul className="refusal-fields">
                  {fields.map((field) => (
                    <li key={`${field.field}-${field.zh}`}>
                      <button type="button" className="link" onClick={() => focusField(field.field)}>
                        {named(field)}
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

/** What is said of a field that others hang together with, and which those are. */
function restsOf({ fields }: ApiError, say: ReturnType<typeof useText>): Rests[] {
  return fields.flatMap((one) => (one.rests?.length ? [{ field: one.field, text: say(one), rests: one.rests }] : []))
}

/** The sentence about a field with the field's name before it, where the sentence does not say it. */
function useNamed(all: readonly FieldError[]): (field: FieldError) => string {
  const t = useWords(words)
  const say = useText()
  const [labels, setLabels] = useState<Readonly<Record<string, string | null>>>({})
  const fields = all.map(({ field }) => field).join('\n')
  useEffect(() => {
    setLabels(Object.fromEntries(fields.split('\n').map((field) => [field, labelOfField(field)])))
  }, [fields])
  return (field) => {
    const label = labels[field.field] ?? (field.place ? say(field.place) : null)
    return label && !say(field).includes(label) ? `${label}${t.colon}${say(field)}` : say(field)
  }
}
