import { spawn } from 'node:child_process'
import type { Text } from '../../shared/words.ts'
import { BackupFailed, words } from './words.ts'

type Tool = 'pg_dump' | 'pg_restore'

/** One snapshot of the database in PostgreSQL's own format. @throws BackupFailed with what the tool says */
export function dumpTo(file: string, { url, snapshot }: { url: string; snapshot: string }): Promise<void> {
  return run(
    'pg_dump',
    ['--format=custom', '--compress=3', '--no-owner', `--snapshot=${snapshot}`, '--file', file],
    url,
  )
}

/** @throws BackupFailed with what the tool says */
export function restoreFrom(file: string, { url }: { url: string }): Promise<void> {
  return run('pg_restore', ['--no-owner', '--exit-on-error', '--single-transaction', '--dbname', '', file], url)
}

/** The address stays out of the list of processes. */
function run(tool: Tool, args: readonly string[], url: string): Promise<void> {
  const address = new URL(url)
  const env = {
    ...process.env,
    PGHOST: address.searchParams.get('host') ?? address.hostname,
    PGPORT: address.port || '5432',
    PGUSER: decodeURIComponent(address.username),
    PGPASSWORD: decodeURIComponent(address.password),
    PGDATABASE: decodeURIComponent(address.pathname.slice(1)),
  }
  const asked = args.flatMap((arg, at) => (args[at - 1] === '--dbname' ? [env.PGDATABASE] : [arg]))
  return new Promise((resolve, reject) => {
    const child = spawn(tool, asked, { env, stdio: ['ignore', 'ignore', 'pipe'] })
    let said = ''
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString()
    })
    const fail = (text: Text) => reject(new BackupFailed(text))
    child.once('error', () => fail(words.toolMissing(tool)))
    child.once('close', (code) =>
      code === 0 ? resolve() : fail(words.toolFailed(tool, said.trim().split('\n').at(-1) ?? '')),
    )
  })
}
