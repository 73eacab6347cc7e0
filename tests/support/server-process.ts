import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { inject } from 'vitest'
import type { Door } from '../../database/demo/client.ts'
import { serverAccount } from '../../src/platform/postgres/accounts.ts'

const server = fileURLToPath(new URL('../../src/server.ts', import.meta.url))

export type ServerProcess = {
  readonly child: ChildProcess
  said(): string
  readonly ended: Promise<number | null>
  readonly ready: Promise<URL>
}

/** The server as a process of its own, in production, on a database of the run's PostgreSQL; `more`: of its environment. */
export function startProcess(database: string, dataDir: string, more: Record<string, string> = {}): ServerProcess {
  const { user, password, host, port, serverPassword } = inject('postgres')
  const address = (name: string, secret: string) => {
    const url = new URL(`postgresql://${name}@localhost:${port}/${database}`)
    url.password = secret
    url.searchParams.set('host', host)
    return url.href
  }
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', server], {
    env: {
      PATH: process.env.PATH,
      NODE_ENV: 'production',
      DATA_DIR: dataDir,
      DATABASE_URL: address(user, password),
      ...(serverPassword ? { DATABASE_SERVER_URL: address(serverAccount, serverPassword) } : {}),
      PORT: '0',
      ...more,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  const listeners = new Set<() => void>()
  for (const stream of [child.stdout, child.stderr]) {
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
