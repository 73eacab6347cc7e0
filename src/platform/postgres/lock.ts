import { randomUUID } from 'node:crypto'
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { birthOf } from './processes.ts'
import { DatabaseUnavailable, words } from './words.ts'

type Holder = { readonly pid: number; readonly birth: string; readonly id: string }

export type DataLock = {
  /** Throws if another process took the folder since. */
  check(): void
  release(): void
}

/** Takes the data folder for this process, or says in one sentence who has it. A dead holder's lock is taken over. */
export function lockDataFolder(dataDir: string): DataLock {
  const path = join(dataDir, 'running.lock')
  const mine: Holder = { pid: process.pid, birth: birthOf(process.pid) ?? '', id: randomUUID() }
  const draft = `${path}.${mine.id}`
  writeFileSync(draft, JSON.stringify(mine))
  try {
    for (let attempt = 0; ; attempt++) {
      try {
        // A hard link appears whole or not at all, and never replaces another's.
        linkSync(draft, path)
        break
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST' || attempt > 50) throw error
        const holder = read(path)
        if (holder && lives(holder)) throw new DatabaseUnavailable(words.alreadyRunning(dataDir, holder.pid))
        setAside(path, holder)
      }
    }
  } finally {
    rmSync(draft, { force: true })
  }
  const isMine = () => read(path)?.id === mine.id
  return {
    check() {
      if (!isMine()) throw new DatabaseUnavailable(words.alreadyRunning(dataDir, read(path)?.pid ?? 0))
    },
    release() {
      if (isMine()) rmSync(path, { force: true })
    },
  }
}

/** Is the data folder held by a living process? */
export function isDataFolderHeld(dataDir: string): boolean {
  const holder = read(join(dataDir, 'running.lock'))
  return holder !== null && lives(holder)
}

function setAside(path: string, dead: Holder | null): void {
  const aside = `${path}.${randomUUID()}`
  try {
    renameSync(path, aside)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return
    throw error
  }
  // Between reading and renaming somebody else may have taken it over: then it is put back.
  const taken = read(aside)
  if (taken && taken.id !== dead?.id && lives(taken)) {
    try {
      linkSync(aside, path)
    } catch {
      // A third one was faster; its holder notices in check().
    }
  }
  rmSync(aside, { force: true })
}

function lives(holder: Holder): boolean {
  return holder.birth !== '' && birthOf(holder.pid) === holder.birth
}

function read(path: string): Holder | null {
  try {
    const value: unknown = JSON.parse(readFileSync(path, 'utf8'))
    if (typeof value !== 'object' || value === null) return null
    const { pid, birth, id } = value as Partial<Holder>
    return typeof pid === 'number' && typeof birth === 'string' && typeof id === 'string' ? { pid, birth, id } : null
  } catch {
    return null
  }
}
