import type { PoolConfig } from 'pg'
import { buildApp } from '../../src/app.ts'
import { administratorNames } from '../../src/features/programme/accounts/found-administrators.ts'
import type { About } from '../../src/features/programme/system/routes.ts'
import type { S3Settings } from '../../src/platform/files/s3-store.ts'
import { type SentMessage, simulatedMessenger } from '../../src/platform/messages/messenger.ts'
import { type Client, newClient, officeOf } from './client.ts'
import { demoPassword } from './password.ts'

/** Where people act one after another: a product of its own, whose clock the play sets. */
export type Stage = {
  readonly now: Date
  /** `2026-06-30T17:00:00+08:00`, or a day alone for its 9 o'clock. */
  setClock(to: string): void
  /** A signed-in person, by the name of the post: `stage.as('嘉善县经信局·经办')`. */
  as(name: string): Promise<Client>
  /** Of the three administrators the one who keeps units and prepares accounts; `security`, `auditor`: the two others. */
  administrator(): Promise<Client>
  security(): Promise<Client>
  auditor(): Promise<Client>
  /** Nobody: no session at all. */
  stranger(): Client
  /** What has arrived on the simulated telephones, the last one last. */
  messages(): readonly SentMessage[]
  /** Where a stage can be cloned, a long preparation is played once and its result, plain data, is remembered by its name. */
  once?<T>(name: string, prepare: (fresh: Stage) => Promise<T>): Promise<T>
}

export type StageOptions = {
  readonly connection: PoolConfig
  readonly filesDir: string
  readonly s3?: S3Settings | null
  readonly about: About
  readonly at: string
  readonly site?: string
  readonly strict?: boolean
  readonly log?: (message: string, error: unknown) => void
}

export async function openStage({ at, ...options }: StageOptions) {
  let now = new Date(at)
  const messenger = simulatedMessenger()
  const app = await buildApp({ ...options, messenger, sharedPassword: demoPassword, budgeted: false, clock: () => now })
  const known = new Map<string, { client: Client; signedIn: number }>()
  const stage: Stage = {
    get now() {
      return now
    },
    setClock(to) {
      now = new Date(to.length === 10 ? `${to}T09:00:00+08:00` : to)
    },
    async as(name) {
      const before = known.get(name)
      // A session ends by itself; whoever comes back on another day signs in again.
      if (before && Math.abs(now.getTime() - before.signedIn) < 9 * 3_600_000) return before.client
      const client = before?.client ?? newClient(app.http, officeOf(name))
      const answer = await client.post('/api/session', { name, password: demoPassword })
      if (answer.status !== 200) throw new Error(`${name} cannot sign in: ${JSON.stringify(answer.body)}`)
      known.set(name, { client, signedIn: now.getTime() })
      return client
    },
    administrator: () => stage.as(administratorNames['system-admin']),
    security: () => stage.as(administratorNames['security-admin']),
    auditor: () => stage.as(administratorNames['audit-admin']),
    stranger: () => newClient(app.http),
    messages: () => messenger.simulated?.() ?? [],
  }
  return { ...app, stage }
}
