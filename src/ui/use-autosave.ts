import { useEffect, useMemo, useSyncExternalStore } from 'react'
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

/** One keeper per text for as long as the window lives, so that a return to the page finds what was typed, not an older view. */
const keepers = new Map<string, DraftKeeper<unknown>>()

function keeperOf<Value>(storageKey: string, make: () => DraftKeeper<Value>): DraftKeeper<Value> {
  const found = keepers.get(storageKey) as DraftKeeper<Value> | undefined
  const keeper = found ?? make()
  if (!found) keepers.set(storageKey, keeper as DraftKeeper<unknown>)
  return keeper
}

/** Autosave with a revision: nothing typed is lost by a closed tab, a broken line, an ended session or a second editor. */
export function useAutosave<Value>(options: AutosaveOptions<Value>): Draft<Value> {
  const { key, loaded, save, load, delayMs = 1000 } = options
  const { data: session } = useSession()
  const storageKey = `yuanqitong.draft/${session?.accountId ?? 'guest'}/${key}`
  // biome-ignore lint/correctness/useExhaustiveDependencies: one keeper per text; the rest is handed on below
  const keeper = useMemo(
    () =>
      keeperOf<Value>(
        storageKey,
        () => new DraftKeeper(loaded, { storageKey, storage: localStorage, delayMs, save, load }),
      ),
    [storageKey],
  )

  useEffect(() => keeper.use({ save, load }))
  useEffect(() => keeper.refresh(loaded), [keeper, loaded])
  useEffect(() => {
    const flush = () => void keeper.flush()
    const hidden = () => {
      if (document.visibilityState === 'hidden') flush()
    }
    window.addEventListener('blur', flush)
    window.addEventListener('online', flush)
    window.addEventListener('pagehide', flush)
    document.addEventListener('visibilitychange', hidden)
    return () => {
      window.removeEventListener('blur', flush)
      window.removeEventListener('online', flush)
      window.removeEventListener('pagehide', flush)
      document.removeEventListener('visibilitychange', hidden)
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
