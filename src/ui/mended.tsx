import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from 'react'
import { canonical } from '../shared/canonical.ts'

/** Which of the errors of the last refusal have been mended since: what stands there now is not what was refused. */
type Mended = {
  readonly has: (field: string, text: string) => boolean
  readonly tell: (field: string, text: string, isMended: boolean) => void
  readonly forget: () => void
}

const MendedContext = createContext<Mended | null>(null)
const keyOf = (field: string, text: string) => `${field}\n${text}`
/** A shape names a field by its whole path, a form by what it holds of it. */
const isSame = (one: string, other: string) => one === other || one.endsWith(`.${other}`) || other.endsWith(`.${one}`)

/** Stands around a form that is sent once: an error goes as soon as its field is edited. Drafts are checked anew instead. */
export function MendedErrors({ children }: { children: ReactNode }) {
  const [keys, setKeys] = useState<ReadonlySet<string>>(new Set())
  const mended = useMemo<Mended>(
    () => ({
      has: (field, text) =>
        [...keys].some((key) => {
          const [name = '', ...rest] = key.split('\n')
          return rest.join('\n') === text && isSame(name, field)
        }),
      tell: (field, text, isMended) =>
        setKeys((before) => {
          const key = keyOf(field, text)
          if (before.has(key) === isMended) return before
          return isMended ? new Set([...before, key]) : new Set([...before].filter((one) => one !== key))
        }),
      forget: () => setKeys((before) => (before.size === 0 ? before : new Set())),
    }),
    [keys],
  )
  return <MendedContext value={mended}>{children}</MendedContext>
}

/** Null outside of a form that is sent once. */
export function useMended(): Mended | null {
  return useContext(MendedContext)
}

/** The error as long as what it is about still stands in the field. */
export function useStandingError(name: string, error: string | undefined, value: unknown): string | undefined {
  const mended = useMended()
  const now = canonical(value ?? null)
  const [refused, setRefused] = useState({ name, error, value: now })
  // A new error is about what stands there as it arrives; its row may move afterwards.
  if (refused.error !== error) setRefused({ name, error, value: now })
  const place = refused.name
  const isMended = mended !== null && Boolean(error) && refused.error === error && refused.value !== now
  const tell = mended?.tell
  const last = useRef<(() => void) | null>(null)
  useEffect(() => {
    if (tell && error) tell(place, error, isMended)
    last.current = tell && error ? () => tell(place, error, true) : null
  }, [tell, place, error, isMended])
  // A field that is gone, with its row or its choice, is wrong no longer.
  useEffect(() => () => last.current?.(), [])
  return isMended ? undefined : error
}
