export type DraftStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/** So many windows may keep a draft of one text at once. */
const places = 8

/**
 * Where a window keeps its draft of a text on this device. Windows of one account share the device: each writes and removes its own
 * draft alone, and one that another window left is taken up by whoever opens the text next.
 */
export class DraftShelf {
  readonly #storage: DraftStorage
  readonly #keys: readonly string[]
  #key: string
  /** What this window put there, or found there. */
  #own: string | null = null

  constructor(storage: DraftStorage, key: string) {
    this.#storage = storage
    this.#key = key
    this.#keys = Array.from({ length: places }, (_, at) => (at === 0 ? key : `${key}#${at + 1}`))
  }

  /** The first draft that was left. */
  take(): string | null {
    for (const key of this.#keys) {
      const text = this.#read(key)
      if (text === null) continue
      this.#key = key
      this.#own = text
      return text
    }
    return null
  }

  put(text: string): void {
    const isOthers = (key: string) => {
      const there = this.#read(key)
      return there !== null && !(key === this.#key && there === this.#own)
    }
    if (isOthers(this.#key)) this.#key = this.#keys.find((key) => !isOthers(key)) ?? this.#key
    try {
      this.#storage.setItem(this.#key, text)
      this.#own = text
    } catch {
      // A full storage is no reason to stop typing; the server still gets it.
    }
  }

  clear(): void {
    if (this.#own === null || this.#read(this.#key) !== this.#own) return
    try {
      this.#storage.removeItem(this.#key)
    } catch {
      // Storage that cannot be reached holds nothing either.
    }
    this.#own = null
  }

  #read(key: string): string | null {
    try {
      return this.#storage.getItem(key)
    } catch {
      return null
    }
  }
}
