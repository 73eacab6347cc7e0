import { pathToFileURL } from 'node:url'
import pg from 'pg'
import { keptSums, wrongSums } from '../database/kept-sums.ts'
import { startPostgres } from '../src/platform/postgres/start.ts'
import { readSettings } from '../src/settings.ts'

const usage =
  '用法 Usage: npm run recount -- verify    核对数据库保存的各项合计 compare every kept sum with its records'

/** `npm run recount -- verify`: what it found, and whether all is right; the database is the one that the settings name. */
export async function recount(
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<{ text: string; right: boolean }> {
  if (args.join(' ') !== 'verify') return { text: usage, right: false }
  const { dataDir, databaseUrl } = readSettings(env)
  const postgres = await startPostgres({ dataDir, databaseUrl })
  const owner = new pg.Client(postgres.connection)
  try {
    await owner.connect()
    const wrong = await wrongSums(owner)
    const lines = wrong.map(({ sum, key, kept, counted }) => `${sum} ${key}: ${kept} ≠ ${counted}`)
    const total =
      wrong.length === 0
        ? `${keptSums.length} 项合计与明细一致 · all ${keptSums.length} sums are what their records come to`
        : `${wrong.length} 处不一致 · ${wrong.length} differences`
    return { text: [...lines, total].join('\n'), right: wrong.length === 0 }
  } finally {
    await owner.end()
    await postgres.stop()
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    const { text, right } = await recount(process.argv.slice(2), process.env)
    process.stdout.write(`${text}\n`)
    process.exitCode = right ? 0 : 1
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`)
    process.exitCode = 1
  }
}
