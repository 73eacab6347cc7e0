import type { ChildProcess } from 'node:child_process'
import { closeSync, openSync, readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Binaries } from './binaries.ts'
import { bareEnvironment, settings } from './cluster.ts'
import { readPostmasterFile } from './recover.ts'
import type { RunAs } from './run-as.ts'
import { DatabaseUnavailable, words } from './words.ts'

export type Launch = {
  readonly folder: string
  readonly socketFolder: string
  readonly logFile: string
  readonly binaries: Binaries
  readonly runAs: RunAs
  readonly durable: boolean
}

/** Starts the postmaster; recovery after a crash may take its time, so only its own exit is a failure. */
export async function launch(options: Launch, spawned: (child: ChildProcess) => void): Promise<ChildProcess> {
  const log = openSync(options.logFile, 'w', 0o600)
  const args = ['-D', options.folder, ...settings(options.socketFolder, options.durable)]
  // Its own process group: Ctrl-C at the terminal reaches us alone, and we stop it after our own work.
  const child = options.runAs.spawn(options.binaries.postgres, args, {
    cwd: '/',
    env: bareEnvironment,
    detached: true,
    stdio: ['ignore', log, log],
  })
  closeSync(log)
  child.unref()
  spawned(child)
  let failure: string | null = null
  child.once('error', (error) => {
    failure = error.message
  })
  while (true) {
    if (failure !== null || child.exitCode !== null || child.signalCode !== null) {
      const reason = failure ?? lastWords(options.logFile)
      throw new DatabaseUnavailable(words.startFailed(options.logFile, reason))
    }
    const file = readPostmasterFile(options.folder)
    if (file?.pid === child.pid && file?.status === 'ready') return child
    await sleep(5)
  }
}

function lastWords(logFile: string): string {
  try {
    const lines = readFileSync(logFile, 'utf8').trim().split('\n')
    return lines.findLast((line) => /FATAL|PANIC/.test(line))?.replace(/^.*?(FATAL|PANIC)/, '$1') ?? lines.at(-1) ?? ''
  } catch {
    return ''
  }
}
