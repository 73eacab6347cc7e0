import { type ChildProcess, type SpawnOptions, spawn, spawnSync } from 'node:child_process'
import { chownSync, existsSync, lchownSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Binaries } from './binaries.ts'
import { DatabaseUnavailable, words } from './words.ts'

/** How PostgreSQL's programs are run here: as ourselves, or — because they refuse root — as somebody harmless. */
export type RunAs = {
  spawn(program: string, args: readonly string[], options: SpawnOptions): ChildProcess
  /** Gives a file or folder to the account that the programs run under. */
  give(path: string): void
}

type Account = { readonly prefix: readonly string[]; readonly uid?: number; readonly gid?: number }

const nobody = 65534
const asOurselves: Account = { prefix: [] }
// A user namespace in which our own files belong to "nobody": no privileges outside, yet below any folder that we may enter.
const inNamespace: Account = { prefix: ['unshare', '-U', `--map-user=${nobody}`, `--map-group=${nobody}`, '--'] }

/** Finds the account under which the programs can run and `folder` (where the data is or will be) can be written. */
export function chooseRunAs(binaries: Binaries, dataDir: string, folder: string): RunAs {
  const owner = existsSync(folder) ? statSync(folder) : statSync(dataDir)
  const ourId = process.geteuid?.() ?? -1
  if (ourId !== 0) {
    if (existsSync(folder) && ourId >= 0 && owner.uid !== ourId) {
      throw new DatabaseUnavailable(words.otherOwner(folder))
    }
    return runAs(asOurselves)
  }
  const candidates: Account[] = []
  const asOwner = { prefix: [], uid: owner.uid, gid: owner.gid }
  if (owner.uid === 0 || !existsSync(folder)) candidates.push(inNamespace)
  candidates.push(owner.uid === 0 ? { prefix: [], uid: nobody, gid: nobody } : asOwner)
  let reason = ''
  for (const account of candidates) {
    const failure = tryAccount(account, binaries, dataDir)
    if (failure === null) return runAs(account)
    reason = failure
  }
  throw new DatabaseUnavailable(words.noAccount(dataDir, reason))
}

function runAs(account: Account): RunAs {
  return {
    spawn(program, args, options) {
      const [command = program, ...rest] = [...account.prefix, program, ...args]
      return spawn(command, rest, { ...options, uid: account.uid, gid: account.gid })
    },
    give(path) {
      if (account.uid !== undefined && account.gid !== undefined) giveAll(path, account.uid, account.gid)
    },
  }
}

/** Null when the account can enter both the programs' and the data folder; else what stood in the way. */
function tryAccount(account: Account, binaries: Binaries, dataDir: string): string | null {
  const script = '"$1" --version >/dev/null && cd "$2"'
  const [command = '/bin/sh', ...args] = [...account.prefix, '/bin/sh', '-c', script, 'sh', binaries.postgres, dataDir]
  const result = spawnSync(command, args, { cwd: '/', uid: account.uid, gid: account.gid, encoding: 'utf8' })
  if (result.status === 0) return null
  const said = `${result.error?.message ?? ''} ${result.stderr ?? ''}`.trim()
  return said.split('\n').at(-1) ?? ''
}

function giveAll(path: string, uid: number, gid: number): void {
  const stat = statSync(path)
  if (stat.uid === uid && stat.gid === gid) return
  chownSync(path, uid, gid)
  if (!stat.isDirectory()) return
  for (const entry of readdirSync(path, { withFileTypes: true, recursive: true })) {
    lchownSync(join(entry.parentPath, entry.name), uid, gid)
  }
}
