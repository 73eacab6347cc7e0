import { useEffect, useState, useSyncExternalStore } from 'react'
import { DraftKeeper, type DraftSnapshot, type DraftState, type Loaded } from './draft-keeper.ts'
import { useSession } from './session.ts'

type AutosaveOptions<Value> = {
  /** Names the text on this device: `plan/${planId}`. */
  key: string
  /** What the server holds, with its revision. */
  loaded: Loaded<Value>
  /** Saves and answers the new revision; throws `ApiError` (409 when somebody else saved meanwhile). */
  save: (value: Value, revision: number) => Promise<{ readonly revision: number }>
  /** Reads afresh what the server holds, for a conflict. */
  load: () => Promise<Loaded<Value>>
  delayMs?: number
}

/** A text that saves itself; show its state by `<AutosaveBadge draft={draft} />`. */
export type Draft<Value> = {
  readonly value: Value
  readonly change: (next: Value | ((before: Value) => Value)) => void
  readonly state: DraftState
  /** What stands here was typed earlier and never reached the server. */
  readonly restored: boolean
  /** Saves at once; await it before a command that reads the text. */
  readonly flush: () => Promise<void>
  readonly takeTheirs: () => Promise<void>
  readonly putMine: () => Promise<void>
}

/** Autosave with a revision: nothing typed is lost by a closed tab, a broken line, an ended session or a second editor. */
export function useAutosave<Value>(options: AutosaveOptions<Value>): Draft<Value> {
  const { key, loaded, save, load, delayMs = 1000 } = options
  const { data: session } = useSession()
  const storageKey = `yuanqitong.draft/${session?.accountId ?? 'guest'}/${key}`
  const [{ keeper, made }, setKeeper] = useState(() => ({ keeper: make(), made: storageKey }))
  if (made !== storageKey) setKeeper({ keeper: make(), made: storageKey })

  function make(): DraftKeeper<Value> {
    return new DraftKeeper(loaded, { storageKey, storage: localStorage, delayMs, save, load })
  }

  useEffect(() => keeper.use({ save, load }))
  useEffect(() => keeper.refresh(loaded), [keeper, loaded])
  useEffect(() => {
    const flush = () => void keeper.flush()
    const hidden = () => {
      if (document.visibilityState === 'hidden') flush()
    }
    const warn = (event: BeforeUnloadEvent) => {
      if (!keeper.dirty) return
      flush()
      event.preventDefault()
    }
    window.addEventListener('blur', flush)
    window.addEventListener('online', flush)
    window.addEventListener('beforeunload', warn)
    document.addEventListener('visibilitychange', hidden)
    return () => {
      window.removeEventListener('blur', flush)
      window.removeEventListener('online', flush)
      window.removeEventListener('beforeunload', warn)
      document.removeEventListener('visibilitychange', hidden)
      keeper.stop()
      flush()
    }
  }, [keeper])

  const snapshot: DraftSnapshot<Value> = useSyncExternalStore(
    (notify) => keeper.subscribe(notify),
    () => keeper.snapshot,
  )
  return {
    ...snapshot,
    change: (next) =>
      keeper.change(typeof next === 'function' ? (next as (before: Value) => Value)(keeper.snapshot.value) : next),
    flush: () => keeper.flush(),
    takeTheirs: () => keeper.takeTheirs(),
    putMine: () => keeper.putMine(),
  }
}
