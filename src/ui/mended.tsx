import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from 'react'
import { canonical } from '../shared/canonical.ts'

/** What was said of one field, and the other fields that the rule held it against. */
export type Rests = { readonly field: string; readonly text: string; readonly rests: readonly string[] }

/** Which of the errors of the last refusal have been mended since: what stands there now is not what was refused. */
type Mended = {
  readonly has: (field: string, text: string) => boolean
  readonly tell: (field: string, text: string, isMended: boolean) => void
  /** Told by each field whether it holds something else than when the last refusal came. */
  readonly edit: (field: string, isEdited: boolean) => void
  /** A new refusal has come, or none stands any more; counted by `round`. */
  readonly begin: (rests: readonly Rests[]) => void
  readonly round: number
}

type State = {
  readonly keys: ReadonlySet<string>
  readonly edited: ReadonlySet<string>
  readonly rests: readonly Rests[]
  readonly round: number
}

const MendedContext = createContext<Mended | null>(null)
const keyOf = (field: string, text: string) => `${field}\n${text}`
/** A shape names a field by its whole path, a form by what it holds of it. */
const isSame = (one: string, other: string) => one === other || one.endsWith(`.${other}`) || other.endsWith(`.${one}`)
const toggled = (set: ReadonlySet<string>, key: string, on: boolean): ReadonlySet<string> =>
  set.has(key) === on ? set : on ? new Set([...set, key]) : new Set([...set].filter((one) => one !== key))

/**
 * Stands around a form that is sent once: an error goes as soon as its field is edited, or one of those that it hangs on. Drafts are
 * checked anew instead.
 */
export function MendedErrors({ children }: { children: ReactNode }) {
  const [state, setState] = useState<State>({ keys: new Set(), edited: new Set(), rests: [], round: 0 })
  const acts = useMemo(() => {
    const put = (part: 'keys' | 'edited', key: string, on: boolean) =>
      setState((before) => {
        const after = toggled(before[part], key, on)
        return after === before[part] ? before : { ...before, [part]: after }
      })
    return {
      tell: (field: string, text: string, isMended: boolean) => put('keys', keyOf(field, text), isMended),
      edit: (field: string, isEdited: boolean) => put('edited', field, isEdited),
      begin: (rests: readonly Rests[]) =>
        setState(({ round }) => ({ keys: new Set(), edited: new Set(), rests, round: round + 1 })),
    }
  }, [])
  const mended = useMemo<Mended>(() => {
    const { keys, edited, rests, round } = state
    const isOf = ({ field, text }: Rests, of: string, said: string) => text === said && isSame(field, of)
    return {
      ...acts,
      round,
      has: (field, text) =>
        [...keys].some((key) => {
          const [name = '', ...rest] = key.split('\n')
          return rest.join('\n') === text && isSame(name, field)
        }) ||
        rests.some(
          (one) => isOf(one, field, text) && one.rests.some((other) => [...edited].some((name) => isSame(name, other))),
        ),
    }
  }, [state, acts])
  return <MendedContext value={mended}>{children}</MendedContext>
}

/** Null outside of a form that is sent once. */
export function useMended(): Mended | null {
  return useContext(MendedContext)
}

/** The error as long as what it is about still stands in the field, and in those it hangs on. */
export function useStandingError(name: string, error: string | undefined, value: unknown): string | undefined {
  const mended = useMended()
  const now = canonical(value ?? null)
  const round = mended?.round ?? 0
  const [refused, setRefused] = useState({ name, error, value: now, round })
  // A new error is about what stands there as it arrives; its row may move afterwards.
  if (refused.error !== error || refused.round !== round) setRefused({ name, error, value: now, round })
  const place = refused.name
  const isEdited = mended !== null && refused.error === error && refused.round === round && refused.value !== now
  const isMended = isEdited && Boolean(error)
  const { tell, edit } = mended ?? {}
  const last = useRef<(() => void) | null>(null)
  useEffect(() => {
    if (tell && error) tell(place, error, isMended)
    last.current = tell && error ? () => tell(place, error, true) : null
  }, [tell, place, error, isMended])
  useEffect(() => edit?.(place, isEdited), [edit, place, isEdited])
  // A field that is gone, with its row or its choice, is wrong no longer.
  useEffect(() => () => last.current?.(), [])
  return isMended || (error && mended?.has(place, error)) ? undefined : error
}
