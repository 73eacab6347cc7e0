import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'

/** `<boot>:<start time>` of a living process, which a later process with the same pid can't have; null if there is none. */
export function birthOf(pid: number): string | null {
  if (process.platform === 'linux') {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
      // The command may hold spaces and brackets: fields are counted after its closing one.
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
      if (fields[0] === 'Z' || fields[0] === 'X') return null
      return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}:${fields[19]}`
    } catch {
      return null
    }
  }
  try {
    const started = execFileSync('ps', ['-o', 'stat=,lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim()
    return started === '' || started.startsWith('Z') ? null : started.replace(/^\S+\s+/, '')
  } catch {
    return null
  }
}

export function isAlive(pid: number): boolean {
  return birthOf(pid) !== null
}

/** Every living PostgreSQL process of this data folder: postmaster and backends stand in it, `initdb` names it. */
export function postgresProcessesIn(dataFolder: string): number[] {
  if (process.platform !== 'linux') return []
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        const command = readFileSync(`/proc/${pid}/comm`, 'utf8').trim()
        if (command !== 'postgres' && command !== 'initdb') return false
        const here = readlinkSync(`/proc/${pid}/cwd`) === dataFolder
        const named = () => readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').includes(dataFolder)
        return (here || named()) && isAlive(pid)
      } catch {
        return false
      }
    })
}

/** Is this process a postgres? Where folders of processes can't be read, the name of the command must do. */
export function isPostgres(pid: number): boolean {
  try {
    const command =
      process.platform === 'linux'
        ? readFileSync(`/proc/${pid}/comm`, 'utf8')
        : execFileSync('ps', ['-o', 'comm=', '-p', String(pid)], { encoding: 'utf8' })
    return command.trim().endsWith('postgres')
  } catch {
    return false
  }
}

/** Sends a signal; a process that is gone already is no error. */
export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

/** Waits until the process is gone; false when it still lives after `milliseconds`. */
export async function waitUntilGone(pid: number, milliseconds: number): Promise<boolean> {
  const until = Date.now() + milliseconds
  while (isAlive(pid)) {
    if (Date.now() > until) return false
    await sleep(10)
  }
  return true
}

/** Fast shutdown, then immediate, then by force; false when even that did not end it. */
export async function stopPostmaster(pid: number, patience = 20_000): Promise<boolean> {
  for (const [name, milliseconds] of [
    ['SIGINT', patience],
    ['SIGQUIT', 5_000],
    ['SIGKILL', 5_000],
  ] as const) {
    signal(pid, name)
    if (await waitUntilGone(pid, milliseconds)) return true
  }
  return false
}
