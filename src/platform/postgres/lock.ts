import { randomUUID } from 'node:crypto'
import { linkSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { birthOf } from './processes.ts'
import { DatabaseUnavailable, words } from './words.ts'

type Holder = { readonly pid: number; readonly birth: string; readonly id: string; readonly stopping?: boolean }

export type DataLock = {
  /** Throws if another process took the folder since. */
  check(): void
  /** Tells who waits for the folder that it will soon be free. */
  stopping(): void
  release(): void
}

// A holder whose launcher was just killed needs a moment to notice; one that says it is stopping gets longer.
const graceOfLiving = 1_500
const graceOfStopping = 30_000

/** Takes the data folder for this process, or says in one sentence who has it. A dead holder's lock is taken over. */
export async function lockDataFolder(dataDir: string): Promise<DataLock> {
  const path = join(dataDir, 'running.lock')
  const mine: Holder = { pid: process.pid, birth: birthOf(process.pid) ?? '', id: randomUUID() }
  const draft = `${path}.${mine.id}`
  writeFileSync(draft, JSON.stringify(mine))
  try {
    const began = Date.now()
    while (!take(draft, path)) {
      const holder = read(path)
      if (!holder || !lives(holder)) {
        setAside(path, holder)
        continue
      }
      const grace = holder.pid === process.pid ? 0 : holder.stopping ? graceOfStopping : graceOfLiving
      if (Date.now() - began >= grace) throw new DatabaseUnavailable(words.alreadyRunning(dataDir, holder.pid))
      await sleep(25)
    }
  } finally {
    rmSync(draft, { force: true })
  }
  sweepDrafts(dataDir)
  const isMine = () => read(path)?.id === mine.id
  return {
    check() {
      if (!isMine()) throw new DatabaseUnavailable(words.alreadyRunning(dataDir, read(path)?.pid ?? 0))
    },
    stopping() {
      if (!isMine()) return
      writeFileSync(draft, JSON.stringify({ ...mine, stopping: true }))
      renameSync(draft, path)
    },
    release() {
      if (isMine()) rmSync(path, { force: true })
    },
  }
}

/** Drafts of processes that were killed between writing and linking. */
function sweepDrafts(dataDir: string): void {
  for (const name of readdirSync(dataDir).filter((entry) => entry.startsWith('running.lock.'))) {
    const holder = read(join(dataDir, name))
    if (holder && !lives(holder)) rmSync(join(dataDir, name), { force: true })
  }
}

/** A hard link appears whole or not at all, and never replaces another's. */
function take(draft: string, path: string): boolean {
  try {
    linkSync(draft, path)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
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
    const { pid, birth, id, stopping } = value as Partial<Holder>
    return typeof pid === 'number' && typeof birth === 'string' && typeof id === 'string'
      ? { pid, birth, id, stopping: stopping === true }
      : null
  } catch {
    return null
  }
}
