import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import type pg from 'pg'
import type { ExcelRead } from './excel-in.ts'
import type { Load, Loaded, Statement } from './load.ts'

/** Bytes of resident memory: at this moment, and the most there ever was. */
export type Memory = { readonly now: number; readonly most: number }

export type ProductOrder = 'memory' | 'holds' | 'heard' | 'stop'
export type ProductSaid = { address?: string; memory?: Memory; longestHold?: number; heard?: Statement[] }

const ownRoot = new URL('../', import.meta.url).href

/** The day on which every measurement takes place: three quarters are over, the returns of two are in. */
export const today = '2027-01-15T09:00:00+08:00'

export type Product = {
  readonly address: string
  memory(): Promise<Memory>
  /** The longest time, in milliseconds, for which one piece of work kept all others waiting since this was last asked. */
  longestHold(): Promise<number>
  /** Everything sent to the database while `work` ran; only where the product was started to be listened to. */
  statementsOf(work: () => Promise<unknown>): Promise<Statement[]>
  stop(): Promise<void>
}

export async function startProduct(
  connection: pg.PoolConfig,
  filesDir: string,
  { listening = false, screens = false, root = ownRoot } = {},
): Promise<Product> {
  const child = start('product.ts', [
    JSON.stringify({ connection, filesDir, at: today, root, own: root === ownRoot, listening, screens }),
  ])
  const { address = '' } = await answer<ProductSaid>(child)
  const ask = (order: ProductOrder) => answer<ProductSaid>(child, order)
  return {
    address,
    memory: async () => (await ask('memory')).memory ?? { now: 0, most: 0 },
    longestHold: async () => (await ask('holds')).longestHold ?? 0,
    async statementsOf(work) {
      await ask('heard')
      await work()
      return (await ask('heard')).heard ?? []
    },
    async stop() {
      child.send('stop' satisfies ProductOrder)
      if (child.exitCode === null) await once(child, 'exit')
    },
  }
}

/** Ten connections from another process than the product's. */
export async function load(order: Load): Promise<Loaded> {
  const child = start('load.ts')
  const loaded = await answer<Loaded>(child, order)
  child.disconnect()
  return loaded
}

/** Reads a workbook in a process of its own, so that its memory can be told. */
export async function readInChild(path: string): Promise<ExcelRead> {
  const child = start('excel-in.ts', [path])
  const read = await answer<ExcelRead>(child)
  child.disconnect()
  return read
}

function start(file: string, args: string[] = []): ChildProcess {
  return fork(new URL(file, import.meta.url), args, {
    serialization: 'advanced',
    execArgv: ['--disable-warning=ExperimentalWarning'],
    env: { ...process.env, NODE_ENV: 'production' },
  })
}

/** Sends, where there is something to send, and waits for the next message. A child that dies instead is an error. */
function answer<T>(child: ChildProcess, message?: object | string): Promise<T> {
  return new Promise((resolve, reject) => {
    const died = (code: number | null) => reject(new Error(`${child.spawnfile} ended with ${code}`))
    child.once('exit', died)
    child.once('message', (said) => {
      child.off('exit', died)
      resolve(said as T)
    })
    if (message !== undefined) child.send(message)
  })
}
