import { resolve } from 'node:path'

/** What the environment may set; everything has a default. */
export type Settings = {
  readonly host: string
  readonly port: number
  readonly dataDir: string
  readonly databaseUrl: string | undefined
  readonly production: boolean
  /** The address that people open the product at, without a slash at its end; null where it is not set. */
  readonly site: string | null
}

/** @throws RangeError with a sentence when PORT is no port, or PUBLIC_ADDRESS no address. */
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
    site: siteOf(env.PUBLIC_ADDRESS ?? ''),
  }
}

function siteOf(address: string): string | null {
  if (address.trim() === '') return null
  const url = URL.parse(address.trim())
  if (url && /^https?:$/.test(url.protocol) && url.search === '' && url.hash === '' && url.username === '')
    return url.href.replace(/\/+$/, '')
  throw new RangeError(
    `PUBLIC_ADDRESS 应为用户打开本系统的网址，如 https://host · PUBLIC_ADDRESS must be the address people open, such as https://host: ${address}`,
  )
}
