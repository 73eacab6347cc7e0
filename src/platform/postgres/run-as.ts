import { type ChildProcess, type SpawnOptions, spawn, spawnSync } from 'node:child_process'
import { chownSync, existsSync, lchownSync, readdirSync, statSync } from 'node:fs'
import { userInfo } from 'node:os'
import { join } from 'node:path'
import type { Binaries } from './binaries.ts'
import { ownLocales } from './character-type.ts'
import { DatabaseUnavailable, words } from './words.ts'

/** How PostgreSQL's programs are run here: as ourselves, or, because they refuse root, under a real account without privileges. */
export type RunAs = {
  spawn(program: string, args: readonly string[], options: SpawnOptions): ChildProcess
  /** Gives a file or folder to the account that the programs run under. */
  give(path: string): void
}

type Account = { readonly prefix: readonly string[]; readonly uid?: number; readonly gid?: number }

const nobody = 65534
/** An operator may make one for the database alone, which then reads nobody else's files. */
const ownAccount = 'yuanqitong'
const asOurselves: Account = { prefix: [] }
// A user namespace in which our own files belong to "nobody": no capabilities, but still our own uid; below any folder that we may enter.
const inNamespace: Account = { prefix: ['unshare', '-U', `--map-user=${nobody}`, `--map-group=${nobody}`, '--'] }

/** Finds the account under which the programs can run and `folder` (where the data is or will be) can be written. */
export function chooseRunAs(binaries: Binaries, dataDir: string, folder: string): RunAs {
  const ourId = process.geteuid?.() ?? -1
  const made = existsSync(folder)
  const owner = statSync(made ? folder : dataDir)
  if (ourId > 0 && made && owner.uid !== ourId) throw new DatabaseUnavailable(words.otherOwner(folder))
  let reason = ''
  for (const account of candidates(ourId, made, owner)) {
    const failure = tryAccount(account, binaries, dataDir)
    if (failure === null) return runAs(account)
    reason = failure
  }
  throw new DatabaseUnavailable(words.noAccount(dataDir, reason))
}

function candidates(ourId: number, made: boolean, owner: { uid: number; gid: number }): Account[] {
  const asNobody = { prefix: [], uid: nobody, gid: nobody }
  const own = accountNamed(ownAccount)
  const harmless = own ? [own, asNobody] : [asNobody]
  const asOwner = { prefix: [], uid: owner.uid, gid: owner.gid }
  // initdb wants a name for its account; a container may run us under a bare number.
  if (ourId !== 0) return hasName() ? [asOurselves] : [inNamespace, asOurselves]
  if (owner.uid === 0) return [...harmless, inNamespace]
  return made ? [asOwner] : [asOwner, ...harmless, inNamespace]
}

function accountNamed(name: string): Account | null {
  const idOf = (kind: '-u' | '-g') => spawnSync('id', [kind, name], { encoding: 'utf8' })
  const [uid, gid] = [idOf('-u'), idOf('-g')]
  return uid.status === 0 && gid.status === 0 ? { prefix: [], uid: Number(uid.stdout), gid: Number(gid.stdout) } : null
}

function hasName(): boolean {
  try {
    return userInfo().username !== ''
  } catch {
    return false
  }
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

/** Null when the account can enter the programs', the locale's and the data folder; else what stood in the way. */
function tryAccount(account: Account, binaries: Binaries, dataDir: string): string | null {
  const script = '"$1" --version >/dev/null && cd "$2" && cd "$3"'
  const shell = ['/bin/sh', '-c', script, 'sh', binaries.postgres, ownLocales, dataDir]
  const [command = '/bin/sh', ...args] = [...account.prefix, ...shell]
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
