import { resolve } from 'node:path'

/** What the environment may set; everything has a default. */
export type Settings = {
  readonly host: string
  readonly port: number
  readonly dataDir: string
  readonly databaseUrl: string | undefined
  readonly production: boolean
}

/** @throws RangeError with a sentence when PORT is no port. */
export function readSettings(env: NodeJS.ProcessEnv): Settings {
  const port = Number(env.PORT ?? '3000')
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new RangeError(`PORT 应为 0–65535 · PORT must be 0–65535: ${env.PORT}`)
  return {
    host: env.HOST ?? '127.0.0.1',
    port,
    dataDir: resolve(env.DATA_DIR ?? './data'),
    databaseUrl: env.DATABASE_URL || undefined,
    production: env.NODE_ENV === 'production',
  }
}
