import { readFileSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { isAlive, isPostgres, postgresProcessesIn, signal, stopPostmaster, waitUntilGone } from './processes.ts'
import { DatabaseUnavailable, words } from './words.ts'

export const socketPrefix = 'yuanqitong-'

export type PostmasterFile = { readonly pid: number; readonly socketFolder: string; readonly status: string }

/** What a postmaster wrote about itself into its data folder; null when there is no (readable) file. */
export function readPostmasterFile(folder: string): PostmasterFile | null {
  try {
    const lines = readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n')
    const pid = Number(lines[0])
    return pid > 0 ? { pid, socketFolder: lines[4]?.trim() ?? '', status: lines[7]?.trim() ?? '' } : null
  } catch {
    return null
  }
}

/**
 * Clears what an earlier run left behind: an orphan postmaster is stopped, its lost backends are ended, its pid file and
 * socket folder go. Must be called under the data folder's lock. Returns whether anything was left.
 */
export async function clearLeftovers(folder: string, options = { keepSocketFolder: false }): Promise<boolean> {
  const left = readPostmasterFile(folder)
  const inFolder = postgresProcessesIn(folder)
  if (
    left &&
    isAlive(left.pid) &&
    (process.platform === 'linux' ? inFolder.includes(left.pid) : isPostgres(left.pid))
  ) {
    if (!(await stopPostmaster(left.pid))) throw new DatabaseUnavailable(words.notStopped(left.pid))
  }
  // Backends outlive a killed postmaster until they next look up; a new one must not start beside them.
  await endProcessesIn(folder)
  // PostgreSQL itself would take a reused pid in this file for a living postmaster.
  rmSync(join(folder, 'postmaster.pid'), { force: true })
  if (left && !options.keepSocketFolder && basename(left.socketFolder).startsWith(socketPrefix)) {
    rmSync(left.socketFolder, { recursive: true, force: true })
  }
  return left !== null || inFolder.length > 0
}

export async function endProcessesIn(folder: string): Promise<void> {
  for (const pid of postgresProcessesIn(folder)) {
    signal(pid, 'SIGKILL')
    if (!(await waitUntilGone(pid, 5_000))) throw new DatabaseUnavailable(words.notStopped(pid))
  }
}
