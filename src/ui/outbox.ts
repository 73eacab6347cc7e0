import { ApiError, asApiError } from './api-error.ts'
import { withSentFiles } from './local-file.ts'
import { actsOf, dropAct, fileOf, putAct, putFile, type Refused, type WaitingAct } from './outbox-store.ts'
import { sendAct } from './send-act.ts'
import { postFile } from './send-file.ts'
import { words } from './words.ts'

/** `waiting`: nothing answered, it goes again later. */
export type Outcome =
  | { readonly kind: 'sent'; readonly reply: unknown }
  | { readonly kind: 'waiting' }
  | { readonly kind: 'refused'; readonly error: ApiError }

/** Six days; the server forgets a key after seven. */
const knownMs = 6 * 86_400_000

type State = { readonly acts: readonly WaitingAct[]; readonly sending: boolean }

/**
 * The acts of one account that wait on this device. Each is posted once: only after all of its files are there, under one
 * Idempotency-Key however often it is tried, and as the account that wrote it.
 */
export class Outbox {
  readonly accountId: string
  #state: State = { acts: [], sending: false }
  #listeners = new Set<() => void>()
  #watchers = new Set<(outcomes: readonly Outcome[]) => void>()
  #running: Promise<Map<string, Outcome>> | null = null
  /** Acts whose form waits for the answer itself. */
  readonly #asked = new Map<string, Outcome | undefined>()

  constructor(accountId: string) {
    this.accountId = accountId
  }

  get state(): State {
    return this.#state
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Told what became of acts that no form waits for, whoever had them sent; not of those that wait on. */
  watch(watcher: (outcomes: readonly Outcome[]) => void): () => void {
    this.#watchers.add(watcher)
    return () => this.#watchers.delete(watcher)
  }

  async refresh(): Promise<void> {
    this.#show({ acts: await actsOf(this.accountId) })
  }

  /** Throws where this device keeps nothing: no room, or a private window. */
  async add(act: WaitingAct): Promise<void> {
    await putAct(act)
    await this.refresh()
  }

  /** Sends what waits; the answer to this act goes to its form alone. */
  async ask(act: WaitingAct): Promise<Outcome | undefined> {
    this.#asked.set(act.id, undefined)
    try {
      await this.send()
      // A round that somebody else began may have sent it.
      return this.#asked.get(act.id)
    } finally {
      this.#asked.delete(act.id)
    }
  }

  /** `withFiles` false: the form that it came from goes on with them. */
  async drop(act: WaitingAct, withFiles: boolean): Promise<void> {
    await dropAct(act, withFiles)
    await this.refresh()
  }

  /** What was refused goes again, too. */
  async retry(): Promise<Map<string, Outcome>> {
    for (const act of await actsOf(this.accountId)) if (act.refused) await putAct({ ...act, refused: null })
    return this.send()
  }

  /** Sends what waits, in its order; returns what became of each. */
  async send(): Promise<Map<string, Outcome>> {
    // What was added while a round ran is not in it.
    while (this.#running) await this.#running
    this.#running = this.#alone().finally(() => {
      this.#running = null
    })
    return this.#running
  }

  /** Two windows of one browser send one after the other; where the browser cannot say so, the keys see to it. */
  #alone(): Promise<Map<string, Outcome>> {
    const round = () => this.#round()
    return 'locks' in navigator ? navigator.locks.request(`outbox/${this.accountId}`, round) : round()
  }

  async #round(): Promise<Map<string, Outcome>> {
    const outcomes = new Map<string, Outcome>()
    /** Pages on which something was refused: what was done there later waits until it is mended. */
    const held = new Set<string>()
    const acts = await actsOf(this.accountId)
    this.#show({ acts, sending: acts.length > 0 })
    for (const act of acts) {
      const page = act.page.split('?')[0] ?? ''
      const outcome: Outcome = act.refused || held.has(page) ? { kind: 'waiting' } : await this.#one(act)
      if (act.refused || outcome.kind === 'refused') held.add(page)
      outcomes.set(act.id, outcome)
      if (this.#asked.has(act.id)) this.#asked.set(act.id, outcome)
      if (outcome.kind === 'waiting' && !held.has(page)) break
    }
    this.#show({ acts: await actsOf(this.accountId), sending: false })
    const news = [...outcomes].filter(([id, { kind }]) => kind !== 'waiting' && !this.#asked.has(id))
    if (news.length > 0) for (const watcher of this.#watchers) watcher(news.map(([, outcome]) => outcome))
    return outcomes
  }

  async #one(act: WaitingAct): Promise<Outcome> {
    try {
      const sent = await this.#sendFiles(act)
      if (act.postedAt !== null && Date.now() - Date.parse(act.postedAt) > knownMs) throw doubtful()
      await putAct({ ...act, postedAt: act.postedAt ?? new Date().toISOString() })
      const reply = await sendAct({ ...act, body: withSentFiles(act.body, sent) })
      await dropAct(act, true)
      return { kind: 'sent', reply }
    } catch (thrown) {
      const error = asApiError(thrown)
      // No line, a server that is ill or busy, or somebody else signed in: nothing was decided about the act.
      if (error.status === 0 || error.status === 401 || error.status === 429 || error.status >= 500)
        return { kind: 'waiting' }
      // What was decided stays: mended, it goes as a new act.
      await putAct({ ...act, refused: refusedBy(error) })
      return { kind: 'refused', error }
    }
  }

  async #sendFiles({ files }: WaitingAct): Promise<Map<string, string>> {
    const sent = new Map<string, string>()
    for (const id of files) sent.set(id, await this.#fileSent(id))
    return sent
  }

  /** What the server calls a file of this device; sends it if that has not been done. Throws `ApiError`. */
  async #fileSent(id: string): Promise<string> {
    const file = await fileOf(id, this.accountId)
    if (!file) throw fileLost()
    if (file.fileId) return file.fileId
    const { name, key, to, content } = file
    const { fileId } = (await postFile(to, content, { name, key, account: this.accountId })) as { fileId: string }
    await putFile({ ...file, fileId })
    return fileId
  }

  #show(part: Partial<State>): void {
    this.#state = { ...this.#state, ...part }
    for (const listener of this.#listeners) listener()
  }
}

function refusedBy({ text, clause, fields }: ApiError): Refused {
  return { text, clause, fields }
}

/** Posted longer ago than the server remembers its key: it may be there, and a second time would be a second act. */
function doubtful(): ApiError {
  return new ApiError(422, { text: words.outboxDoubtful })
}

function fileLost(): ApiError {
  return new ApiError(422, { text: words.fileLost })
}
