import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { inject } from 'vitest'
import type { Door } from '../../database/demo/client.ts'
import { serverAccount } from '../../src/platform/postgres/accounts.ts'

const server = fileURLToPath(new URL('../../src/server.ts', import.meta.url))

export type ServerProcess = {
  readonly child: ChildProcess
  /** All that it has said so far, on both its outputs. */
  said(): string
  /** With its exit code; null where a signal ended it. */
  readonly ended: Promise<number | null>
  /** With the address that it serves at; never where it does not get so far. */
  readonly ready: Promise<URL>
}

type How = {
  /** Nobody reads its log. */
  readonly unread?: boolean
}

/** The server as a process of its own, in production, on a database of the run's PostgreSQL; `more`: of its environment. */
export function startProcess(
  database: string,
  dataDir: string,
  more: Readonly<Record<string, string>> = {},
  how: How = {},
): ServerProcess {
  const { user, password, host, port, serverPassword } = inject('postgres')
  const address = (name: string, secret: string) => {
    const url = new URL(`postgresql://${name}@localhost:${port}/${database}`)
    url.password = secret
    url.searchParams.set('host', host)
    return url.href
  }
  const serverUrl: Record<string, string> = serverPassword
    ? { DATABASE_SERVER_URL: address(serverAccount, serverPassword) }
    : {}
  return spawnServer(
    { DATA_DIR: dataDir, DATABASE_URL: address(user, password), ...serverUrl, PORT: '0', ...more },
    how,
  )
}

const running: ChildProcess[] = []

/** The server as it ships, in a process of its own and in production. */
export function spawnServer(
  environment: Readonly<Record<string, string>>,
  { unread = false }: How = {},
): ServerProcess {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', server], {
    env: { PATH: process.env.PATH, NODE_ENV: 'production', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.push(child)
  let said = ''
  const listeners = new Set<() => void>()
  for (const stream of unread ? [child.stdout] : [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      for (const look of listeners) look()
    })
  }
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  const ready = new Promise<URL>((resolve) => {
    listeners.add(() => {
      const found = /Open {2}(http:\S+)/.exec(said)?.[1]
      if (found) resolve(new URL(found))
    })
  })
  return { child, said: () => said, ended, ready }
}

/** The door of a process, for `newClient`. */
export function doorOf(place: () => URL | string): Door {
  return {
    async inject({ method, url, headers, payload }) {
      const isText = payload === undefined || Buffer.isBuffer(payload)
      const answer = await fetch(new URL(url, place()), {
        method,
        headers: { ...(isText ? {} : { 'content-type': 'application/json' }), ...headers },
        ...(payload === undefined
          ? {}
          : { body: isText ? new Uint8Array(payload as Buffer) : JSON.stringify(payload) }),
      })
      const rawPayload = Buffer.from(await answer.arrayBuffer())
      const cookies = answer.headers.getSetCookie().map((line) => {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
        return { name, value }
      })
      return {
        statusCode: answer.status,
        headers: Object.fromEntries(answer.headers),
        cookies,
        rawPayload,
        json: () => JSON.parse(rawPayload.toString('utf8')),
      }
    },
  }
}

/** Ends whatever of it still runs, at once. */
export function killServers(): void {
  for (const child of running.splice(0)) if (child.exitCode === null) child.kill('SIGKILL')
}
