import { isIP } from 'node:net'
import { resolve } from 'node:path'
import type { SignInRules } from './opening.ts'
import type { S3Settings } from './platform/files/s3-store.ts'
import { usualRoom } from './platform/room.ts'
import { type LogLevel, logLevels } from './platform/watch/log.ts'

/** What the environment may set; everything has a default. */
export type Settings = {
  readonly host: string
  readonly port: number
  readonly dataDir: string
  readonly databaseUrl: string | undefined
  /** The server's own address in that database. */
  readonly serverUrl: string | undefined
  /** The bucket that holds the files; null where they lie below `dataDir`. */
  readonly s3: S3Settings | null
  readonly production: boolean
  /** The address that people open the product at, without a slash at its end; null where it is not set. */
  readonly site: string | null
  /** Addresses or ranges of the proxies that end TLS: what they say of scheme, host and address of a request is believed. */
  readonly trustedProxies: readonly string[]
  /** When told to end: so long it is not ready, and still takes requests; then so long those under way may take. Milliseconds. */
  readonly ending: { readonly leaveFor: number; readonly finishFor: number }
  /** Where the metrics are read; null where they are off. */
  readonly metrics: { readonly host: string; readonly port: number } | null
  /** In bytes: what the files of one unit may take together. */
  readonly roomOfUnit: number
  /** How people come in. */
  readonly signIn: SignInRules
  /** From which level on something is logged. */
  readonly logLevel: LogLevel
}

/** @throws RangeError with a sentence that names the variable and what it must be. */
export function readSettings(env: NodeJS.ProcessEnv): Settings {
  const production = env.NODE_ENV === 'production'
  return {
    host: env.HOST ?? '127.0.0.1',
    port: portOf('PORT', env.PORT ?? '3000'),
    dataDir: resolve(env.DATA_DIR ?? './data'),
    databaseUrl: env.DATABASE_URL || undefined,
    serverUrl: env.DATABASE_SERVER_URL || undefined,
    s3: s3Of(env),
    production,
    site: siteOf(env.PUBLIC_ADDRESS ?? ''),
    trustedProxies: proxiesOf(env.TRUSTED_PROXIES ?? 'loopback'),
    ending: { leaveFor: seconds(env, 'DRAIN_SECONDS', 0), finishFor: seconds(env, 'STOP_SECONDS', 5) },
    metrics: env.METRICS_PORT
      ? { host: env.METRICS_HOST || '127.0.0.1', port: portOf('METRICS_PORT', env.METRICS_PORT) }
      : null,
    roomOfUnit: gigabytes(env, 'UNIT_STORAGE_GB', usualRoom),
    signIn: {
      passwordDays: env.PASSWORD_DAYS ? countOf(env, 'PASSWORD_DAYS', 0) : null,
      idleMinutes: countOf(env, 'IDLE_MINUTES', 30),
      sessionHours: countOf(env, 'SESSION_HOURS', 12),
    },
    // At a terminal nobody wants a line for every request.
    logLevel: levelOf(env.LOG_LEVEL || (production ? 'info' : 'warn')),
  }
}

function portOf(name: string, set: string): number {
  const port = Number(set)
  if (Number.isInteger(port) && port >= 0 && port <= 65535) return port
  throw new RangeError(`${name} 应为 0–65535 · ${name} must be 0–65535: ${set}`)
}

function countOf(env: NodeJS.ProcessEnv, name: string, usual: number): number {
  const set = env[name]?.trim() || `${usual}`
  if (/^[1-9]\d{0,3}$/.test(set)) return Number(set)
  throw new RangeError(`${name} 应为 1–9999 · ${name} must be 1 to 9999: ${set}`)
}

function levelOf(set: string): LogLevel {
  const level = logLevels.find((one) => one === set)
  if (level) return level
  const all = logLevels.join(', ')
  throw new RangeError(`LOG_LEVEL 应为 ${all} 之一 · LOG_LEVEL must be one of ${all}: ${set}`)
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

function seconds(env: NodeJS.ProcessEnv, name: string, usual: number): number {
  const set = env[name]?.trim() || `${usual}`
  if (/^\d{1,3}$/.test(set)) return Number(set) * 1000
  throw new RangeError(`${name} 应为 0–999 秒 · ${name} must be 0 to 999 seconds: ${set}`)
}

/** In bytes. */
function gigabytes(env: NodeJS.ProcessEnv, name: string, usual: number): number {
  const set = env[name]?.trim()
  if (!set) return usual
  if (/^[1-9]\d{0,5}$/.test(set)) return Number(set) * 1024 ** 3
  throw new RangeError(`${name} 应为 1–999999（GB） · ${name} must be 1 to 999999 (GB): ${set}`)
}

function s3Of(env: NodeJS.ProcessEnv): S3Settings | null {
  const bucket = env.S3_BUCKET?.trim()
  if (!bucket) return null
  const needed = (name: string) => {
    const value = env[name]?.trim()
    if (value) return value
    throw new RangeError(`设置了 S3_BUCKET 时须设置 ${name} · ${name} must be set where S3_BUCKET is`)
  }
  const endpoint = env.S3_ENDPOINT?.trim() || null
  if (endpoint !== null && !/^https?:$/.test(URL.parse(endpoint)?.protocol ?? ''))
    throw new RangeError(
      `S3_ENDPOINT 应为网址，如 https://host · S3_ENDPOINT must be an address such as https://host: ${endpoint}`,
    )
  const pathStyle = env.S3_PATH_STYLE?.trim() || 'true'
  if (!['true', 'false'].includes(pathStyle))
    throw new RangeError(`S3_PATH_STYLE 应为 true 或 false · S3_PATH_STYLE must be true or false: ${pathStyle}`)
  return {
    bucket,
    endpoint,
    region: env.S3_REGION?.trim() || 'us-east-1',
    pathStyle: pathStyle === 'true',
    accessKeyId: needed('S3_ACCESS_KEY_ID'),
    secretAccessKey: needed('S3_SECRET_ACCESS_KEY'),
  }
}

function proxiesOf(list: string): string[] {
  const names = list
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean)
  const wrong = names.find((one) => one !== 'loopback' && !isRange(one))
  if (wrong === undefined) return names
  throw new RangeError(
    `TRUSTED_PROXIES 应为以逗号分隔的 IP 地址、网段或 loopback · TRUSTED_PROXIES must be IP addresses, ranges or loopback, separated by commas: ${wrong}`,
  )
}

/** `10.0.0.0/8`, or one address. A range of all addresses would believe everybody. */
function isRange(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/')
  const version = isIP(address)
  if (version === 0 || more.length > 0) return false
  return (
    bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) > 0 && Number(bits) <= (version === 4 ? 32 : 128))
  )
}
