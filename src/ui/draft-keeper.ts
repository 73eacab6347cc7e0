import { canonical } from '../shared/canonical.ts'
import { withoutPersonalNumbers } from '../shared/uscc.ts'
import { type ApiError, asApiError } from './api-error.ts'
import { DraftShelf } from './draft-shelf.ts'
import type { Asked, DraftOptions, DraftSnapshot, Kept, Loaded } from './draft-state.ts'
import { type Merged, mergeThree } from './merge.ts'

const retryMs = 8_000

/**
 * Keeps a text that is being written: on this device at once, on the server soon after, never over somebody else's. Hand-written
 * because form and query libraries save or cache, but none reconciles a local draft with the server's revision.
 */
export class DraftKeeper<Value> {
  #options: DraftOptions<Value>
  readonly #shelf: DraftShelf
  #snapshot: DraftSnapshot<Value>
  #revision: number
  /** What stood on the server at that revision, as far as it is known. */
  #base: Value | undefined
  #dirty = false
  /** Sent, or about to be, when the window closed or the line broke: it may be on the server without our knowing. */
  #unanswered: Value | undefined
  #saving: Promise<void> | null = null
  #timer: ReturnType<typeof setTimeout> | undefined
  #listeners = new Set<() => void>()

  constructor(loaded: Loaded<Value>, options: DraftOptions<Value>) {
    this.#options = options
    this.#shelf = new DraftShelf(options.storage, options.storageKey)
    const kept = this.#kept()
    this.#unanswered = kept?.value
    this.#revision = kept?.revision ?? loaded.revision
    this.#base = kept ? kept.base : loaded.value
    this.#dirty = kept !== null
    this.#snapshot = {
      value: kept?.value ?? loaded.value,
      state: { kind: kept ? 'waiting' : 'unchanged' },
      restored: kept !== null,
      merged: false,
    }
    if (kept) this.#later(options.delayMs)
  }

  get snapshot(): DraftSnapshot<Value> {
    return this.#snapshot
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** The functions may be new ones with every rendering. */
  use(functions: Pick<DraftOptions<Value>, 'save' | 'load'>): void {
    this.#options = { ...this.#options, ...functions }
  }

  /** A fresh view of the server; taken over unless something typed is not saved yet. */
  refresh(loaded: Loaded<Value>): void {
    if (this.#dirty || this.#saving || loaded.revision <= this.#revision) return
    this.#revision = loaded.revision
    this.#base = loaded.value
    this.#show({ value: loaded.value, state: { kind: 'unchanged' }, restored: false })
  }

  change(value: Value): void {
    this.#dirty = true
    this.#keep(value)
    const { state } = this.#snapshot
    this.#show({ value, state: state.kind === 'conflict' || state.kind === 'offline' ? state : { kind: 'waiting' } })
    if (state.kind !== 'conflict') this.#later(this.#options.delayMs)
  }

  /** The revision on the server that what stands here goes back to. */
  get revision(): number {
    return this.#revision
  }

  /** Saves now what is not saved yet; returns whether everything that was typed is on the server. */
  async flush(): Promise<boolean> {
    clearTimeout(this.#timer)
    if (this.#saving) await this.#saving
    if (this.#dirty && this.#snapshot.state.kind !== 'conflict') {
      this.#saving = this.#saveOnce().finally(() => {
        this.#saving = null
      })
      await this.#saving
    }
    return !this.#dirty
  }

  async takeTheirs(): Promise<void> {
    const theirs = await this.#options.load()
    const { withTheirs } = this.#mergedWith(theirs)
    this.#rebase(theirs, withTheirs)
    await this.flush()
  }

  async putMine(): Promise<void> {
    const theirs = await this.#options.load()
    const { withMine } = this.#mergedWith(theirs)
    this.#rebase(theirs, withMine)
    await this.flush()
  }

  #mergedWith({ value }: Loaded<Value>): Merged<Value> {
    return (this.#options.merge ?? mergeThree)(this.#base, this.#snapshot.value, value)
  }

  /** Goes on from what stands on the server now. */
  #rebase(theirs: Loaded<Value>, value: Value): void {
    this.#revision = theirs.revision
    this.#base = theirs.value
    if (canonical(value) === canonical(theirs.value)) {
      this.#settle(theirs)
      this.#show({ value: theirs.value, state: { kind: 'unchanged' }, restored: false })
    } else {
      this.#keep(value)
      this.#show({ value, state: { kind: 'waiting' } })
    }
  }

  async #saveOnce(): Promise<void> {
    const sent = this.#snapshot.value
    this.#show({ state: { kind: 'saving' } })
    try {
      const { revision } = await this.#options.save(sent, this.#revision)
      this.#saved(sent, revision)
    } catch (thrown) {
      const error = asApiError(thrown)
      if (error.status === 409) await this.#refusedAsStale(sent, error)
      else if (error.status === 0 || error.status >= 500) {
        this.#unanswered = sent
        this.#show({ state: { kind: 'offline' } })
        this.#later(retryMs)
      } else this.#show({ state: { kind: 'refused', error } })
    }
  }

  #saved(sent: Value, revision: number): void {
    this.#revision = revision
    this.#base = sent
    this.#unanswered = undefined
    if (this.#snapshot.value === sent) {
      this.#settle({ value: sent, revision })
      this.#show({ state: { kind: 'saved', at: new Date() }, restored: false })
    } else {
      this.#keep(this.#snapshot.value)
      this.#show({ state: { kind: 'waiting' } })
      this.#later(this.#options.delayMs)
    }
  }

  /** Somebody else saved meanwhile, or the text itself had arrived although its answer was never read. */
  async #refusedAsStale(sent: Value, error: ApiError, tries = 3): Promise<void> {
    const theirs = await this.#options.load().catch(() => null)
    const arrived = theirs ? canonical(theirs.value) : null
    if (theirs && arrived === canonical(sent)) return this.#saved(sent, theirs.revision)
    if (theirs && this.#unanswered !== undefined && arrived === canonical(this.#unanswered)) {
      this.#revision = theirs.revision
      this.#unanswered = undefined
      return this.#saveOnce()
    }
    if (!theirs) return this.#show({ state: { kind: 'conflict', error } })
    const merged = this.#mergedWith(theirs)
    if (merged.clashes) return this.#askAbout(merged, { sent, theirs, error, tries })
    this.#rebase(theirs, merged.withMine)
    this.#show({ merged: true })
    if (this.#dirty) return this.#saveOnce()
  }

  /** Only the fields that both changed are asked about; for the others the choice is made, and they go on from theirs. */
  async #askAbout(
    { asked, withMine, base }: Merged<Value>,
    { sent, theirs, error, tries }: Asked<Value>,
  ): Promise<void> {
    this.#base = base as Value
    this.#keep(withMine)
    this.#show({ value: withMine, merged: true })
    // The server names fields where a text differs from its own: it is shown one that differs in these alone.
    const isNamed = canonical(asked) === canonical(sent) && error.facts.revision === theirs.revision
    const named = isNamed ? error : await this.#options.save(asked, this.#revision).then(() => error, asApiError)
    // They have saved again since it was read.
    const isLater = named.status === 409 && named !== error && named.facts.revision !== theirs.revision
    if (isLater && tries > 0) return this.#refusedAsStale(withMine, named, tries - 1)
    this.#show({ state: { kind: 'conflict', error: named.status === 409 ? named : error } })
  }

  #later(ms: number): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.flush(), ms)
  }

  #settle({ value, revision }: Loaded<Value>): void {
    this.#revision = revision
    this.#base = value
    this.#dirty = false
    this.#shelf.clear()
  }

  #keep(value: Value): void {
    this.#shelf.put(withoutPersonalNumbers(JSON.stringify({ value, revision: this.#revision, base: this.#base })))
  }

  #kept(): Kept<Value> | null {
    try {
      const text = this.#shelf.take()
      return text === null ? null : (JSON.parse(text) as Kept<Value>)
    } catch {
      return null
    }
  }

  #show(part: Partial<DraftSnapshot<Value>>): void {
    this.#snapshot = { ...this.#snapshot, ...part }
    for (const listener of this.#listeners) listener()
  }
}
