import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { Binaries } from './binaries.ts'
import { characterType, localePath } from './character-type.ts'
import { endProcessesIn } from './recover.ts'
import type { RunAs } from './run-as.ts'
import { DatabaseUnavailable, words } from './words.ts'

export const superuser = 'postgres'
const draftMark = '.initialising-'

/** What the programs see of our environment: nothing that would change what they do. */
export const bareEnvironment: NodeJS.ProcessEnv = { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC', ...localePath() }

/** Makes the cluster in `folder` if there is none: beside it first, then renamed, so that a half-made one is never used. */
export async function ensureCluster(
  folder: string,
  binaries: Binaries,
  runAs: RunAs,
  options: { durable: boolean; log: (line: string) => void },
): Promise<void> {
  await clearDrafts(folder)
  if (existsSync(join(folder, 'PG_VERSION'))) {
    const found = readFileSync(join(folder, 'PG_VERSION'), 'utf8').trim()
    if (found !== binaries.major) throw new DatabaseUnavailable(words.wrongMajor(folder, found, binaries.major))
    runAs.give(folder)
    // A folder copied back from elsewhere may stand open, and PostgreSQL would refuse it.
    chmodSync(folder, 0o700)
    return
  }
  options.log(words.initialising().zh)
  const draft = mkdtempSync(`${folder}${draftMark}`)
  runAs.give(draft)
  try {
    await initdb(draft, binaries, runAs, options.durable, characterType)
  } catch (error) {
    if (!(error as Error).message.includes('invalid locale name')) throw error
    const { zh, en } = words.noCharacterType(characterType)
    options.log(zh)
    options.log(en)
    await initdb(draft, binaries, runAs, options.durable, 'C')
  }
  renameSync(draft, folder)
}

/** Half-made clusters of a first start that was killed; its `initdb` may even be still at work. */
async function clearDrafts(folder: string): Promise<void> {
  const parent = dirname(folder)
  for (const name of readdirSync(parent).filter((entry) => entry.startsWith(`${basename(folder)}${draftMark}`))) {
    const draft = join(parent, name)
    const until = Date.now() + 5_000
    do {
      // A program that initdb was just starting may show itself, or write, only now.
      await endProcessesIn(draft)
      rmSync(draft, { recursive: true, force: true, maxRetries: 5 })
    } while (existsSync(draft) && Date.now() < until)
  }
}

function initdb(draft: string, binaries: Binaries, runAs: RunAs, durable: boolean, ctype: string): Promise<void> {
  const args = [
    ...['-D', draft, '-U', superuser, '--encoding=UTF8'],
    // Sorted by code point, letters of every script: neither can be changed later.
    ...['--locale=C', `--lc-ctype=${ctype}`, '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
    // Only those who can enter the socket's folder (0700) can connect at all.
    ...['--auth-local=trust', '--auth-host=reject', '--no-instructions'],
    ...(durable ? [] : ['--no-sync']),
  ]
  return new Promise((resolve, reject) => {
    const child = runAs.spawn(binaries.initdb, args, {
      cwd: '/',
      env: bareEnvironment,
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    let said = ''
    child.stderr?.on('data', (chunk: Buffer) => {
      said += chunk.toString()
    })
    const fail = (reason: string) => reject(new DatabaseUnavailable(words.initFailed(reason)))
    child.once('error', (error) => fail(error.message))
    child.once('close', (code) => {
      if (code === 0) resolve()
      else fail(reasonIn(said) || `initdb ${code}`)
    })
  })
}

function reasonIn(said: string): string {
  const lines = said.trim().split('\n')
  return lines.find((line) => /error:|FATAL|PANIC/.test(line)) ?? lines.at(-1) ?? ''
}

/** Settings on the command line, so that the data folder holds data only. */
export function settings(socketFolder: string, durable: boolean): string[] {
  const values: Record<string, string> = {
    listen_addresses: '',
    unix_socket_directories: socketFolder,
    unix_socket_permissions: '0700',
    max_connections: '100',
    shared_buffers: '128MB',
    work_mem: '8MB',
    maintenance_work_mem: '128MB',
    random_page_cost: '1.1',
    jit: 'off',
    max_wal_size: '1GB',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_checkpoints: 'off',
    // Statements and details hold what people entered: they stay out of the log.
    log_error_verbosity: 'terse',
    log_min_error_statement: 'panic',
    ...(durable
      ? {}
      : {
          fsync: 'off',
          full_page_writes: 'off',
          synchronous_commit: 'off',
          wal_level: 'minimal',
          max_wal_senders: '0',
        }),
  }
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}
