import { useEffect, useMemo, useSyncExternalStore } from 'react'
import { DraftKeeper } from './draft-keeper.ts'
import type { DraftOptions, DraftSnapshot, DraftState, Loaded } from './draft-state.ts'
import { useSession } from './session.ts'

type AutosaveOptions<Value> = {
  /** Names the text on this device: `plan/${planId}`. */
  key: string
  /** What the server holds, with its revision. */
  loaded: Loaded<Value>
  /** Saves and returns the new revision; throws `ApiError` (409 when somebody else saved meanwhile). */
  save: (value: Value, revision: number) => Promise<{ readonly revision: number }>
  /** Reads afresh what the server holds, for a conflict. */
  load: () => Promise<Loaded<Value>>
  /** Unless its fields are merged one by one. */
  merge?: DraftOptions<Value>['merge']
}

/** A text that saves itself; show its state by `<AutosaveBadge draft={draft} />`. */
export type Draft<Value> = {
  readonly value: Value
  readonly change: (next: Value | ((before: Value) => Value)) => void
  readonly state: DraftState
  /** What stands here was typed earlier and never reached the server. */
  readonly restored: boolean
  /** What somebody else saved meanwhile was taken in, field by field. */
  readonly merged: boolean
  /** The revision on the server that the text goes back to; after `flush` the one just saved. */
  readonly revision: () => number
  /** Saves at once; returns whether all of it is on the server. Await it before a command that reads the text. */
  readonly flush: () => Promise<boolean>
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

const delayMs = 1000

/**
 * Texts that save themselves side by side, each with a revision: nothing typed is lost by a closed tab, a broken line, an ended
 * session or a second editor.
 */
export function useAutosaves<Value>(texts: readonly AutosaveOptions<Value>[]): readonly Draft<Value>[] {
  const { data: session } = useSession()
  const prefix = `yuanqitong.draft/${session?.accountId ?? 'guest'}/`
  const keys = texts.map(({ key }) => key).join('\n')
  // biome-ignore lint/correctness/useExhaustiveDependencies: one keeper per text; the rest is handed on below
  const open = useMemo(
    () =>
      texts.map(({ key, loaded, ...functions }) =>
        keeperOf<Value>(
          prefix + key,
          () => new DraftKeeper(loaded, { storageKey: prefix + key, storage: localStorage, delayMs, ...functions }),
        ),
      ),
    [prefix, keys],
  )
  useEffect(() => {
    for (const [i, { save, load, loaded }] of texts.entries()) {
      open[i]?.use({ save, load })
      open[i]?.refresh(loaded)
    }
  })
  useEffect(() => {
    const flush = () => {
      for (const keeper of open) void keeper.flush()
    }
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
  }, [open])

  const store = useMemo(() => watched(open), [open])
  const snapshots = useSyncExternalStore(store.subscribe, store.read)
  return open.map((keeper, i) => ({
    ...(snapshots[i] ?? keeper.snapshot),
    change: (next) =>
      keeper.change(typeof next === 'function' ? (next as (before: Value) => Value)(keeper.snapshot.value) : next),
    revision: () => keeper.revision,
    flush: () => keeper.flush(),
    takeTheirs: () => keeper.takeTheirs(),
    putMine: () => keeper.putMine(),
  }))
}

/** The snapshots of several keepers as one; the same array until one of them changes. */
function watched<Value>(open: readonly DraftKeeper<Value>[]) {
  let last: readonly DraftSnapshot<Value>[] = []
  return {
    subscribe: (notify: () => void) => {
      const ends = open.map((keeper) => keeper.subscribe(notify))
      return () => {
        for (const end of ends) end()
      }
    },
    read: () => {
      const now = open.map((keeper) => keeper.snapshot)
      if (now.length !== last.length || now.some((one, i) => one !== last[i])) last = now
      return last
    },
  }
}
