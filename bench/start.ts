import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'
import { expect } from './expect.ts'
import type { Single } from './results.ts'

const server = fileURLToPath(new URL('../src/server.ts', import.meta.url))

/** From the launch of the real server, with its own database under `dataDir`, to its first answer; and its memory then. */
export async function startToFirstAnswer(dataDir: string): Promise<Single> {
  const port = await freePort()
  const begun = performance.now()
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', server], {
    env: { ...process.env, NODE_ENV: 'production', DATA_DIR: dataDir, PORT: String(port), DATABASE_URL: '' },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  try {
    for (;;) {
      expect(child.exitCode === null && performance.now() - begun < 60_000, 'the server did not start')
      const answered = await fetch(`http://127.0.0.1:${port}/api/health`).then(
        (answer) => answer.ok,
        () => false,
      )
      if (answered) break
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
    const milliseconds = performance.now() - begun
    return { work: 'start', milliseconds, extraBytes: residentBytes(child.pid ?? 0) }
  } finally {
    child.kill('SIGTERM')
    if (child.exitCode === null) await once(child, 'exit')
  }
}

/** Zero where the system does not tell. */
function residentBytes(pid: number): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8')
    return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? 0) * 1024
  } catch {
    return 0
  }
}

export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  return typeof address === 'object' && address ? address.port : 0
}
