import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type pg from 'pg'
import type { RunningPostgres } from '../src/platform/postgres/running-postgres.ts'
import { startPostgres } from '../src/platform/postgres/start.ts'
import { type Product, startProduct } from './children.ts'
import { expect } from './expect.ts'
import { generate, generatedBefore } from './generate.ts'

export type Size = { readonly parks: number; readonly servicesEach: number }

/** One of two builds that are measured in turn: its product, over data of its own. */
export type Side = {
  readonly connection: pg.PoolConfig
  readonly product: Product
  stop(): Promise<void>
}

/** The build of another checkout, over data that its own generator made, or that lie in `folder` already. */
export async function sideOf(checkout: string, folder: string, size: Size): Promise<Side> {
  if (!existsSync(dataDirOf(folder, size))) await generateBy(checkout, folder, size)
  return open(folder, size, pathToFileURL(`${resolve(checkout)}/`).href)
}

/** This build, over data of this generator. */
export async function ownSide(folder: string, size: Size): Promise<Side> {
  return open(folder, size)
}

const dataDirOf = (folder: string, { parks, servicesEach }: Size) => join(folder, `parks-${parks}-${servicesEach}`)

async function open(folder: string, size: Size, root?: string): Promise<Side> {
  const dataDir = dataDirOf(folder, size)
  const filesDir = join(dataDir, 'files')
  const running: RunningPostgres = await startPostgres({ dataDir, databaseUrl: undefined })
  const { connection } = running
  try {
    const services = await generatedBefore(connection)
    if (root) expect(services > 0, `${dataDir} holds no programme`)
    else if (services === 0) await generate(connection, filesDir, size)
    const product = await startProduct(connection, filesDir, root ? { root } : {})
    return {
      connection,
      product,
      async stop() {
        await product.stop()
        await running.stop()
      },
    }
  } catch (error) {
    await running.stop()
    throw error
  }
}

/** The other checkout's own benchmark makes its data and measures nothing. */
async function generateBy(checkout: string, folder: string, { parks, servicesEach }: Size): Promise<void> {
  const size = ['--parks', `${parks}`, '--services', `${servicesEach}`]
  const args = ['bench/main.ts', ...size, '--only', 'none', '--keep', resolve(folder)]
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...args], {
    cwd: checkout,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const [code] = await once(child, 'exit')
  expect(code === 0, `the generator of ${checkout} ended with ${code}: see --help on data of another day`)
}
