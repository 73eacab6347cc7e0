// npm start: prepares what is missing, then becomes the server.
import { join } from 'node:path'
import { ensureInstalled, ensureScreens, main, pinnedNode, root, runThrough } from './prepare.mjs'

await main(async () => {
  await ensureInstalled()
  await ensureScreens()
  const follow = ['--import', join(root, 'tools/follow-parent.mjs')]
  const entry = process.env.NODE_ENV === 'production' ? 'src/server.ts' : 'database/demo/server.ts'
  // New objects have 4 MiB to live in instead of 16: a start takes 30 MiB less, a request the same time.
  const server = [
    '--max-semi-space-size=4',
    '--disable-warning=ExperimentalWarning',
    join(root, entry),
    ...process.argv.slice(2),
  ]
  // Compiled code is kept from one start to the next. What threads compress in goes back to two places instead of sixteen.
  const environment = { NODE_COMPILE_CACHE: join(root, '.cache/compiled'), MALLOC_ARENA_MAX: '2', ...process.env }
  const underNpm = process.env.npm_lifecycle_event === 'start'
  // Where it can be done, take the server's place: one process less, and signals reach it directly.
  if (process.execve) {
    process.removeAllListeners('warning')
    process.chdir(root)
    process.execve(pinnedNode, [pinnedNode, ...(underNpm ? follow : []), ...server], environment)
  }
  if (underNpm) await import('./follow-parent.mjs')
  return runThrough(pinnedNode, [...follow, ...server], environment)
})
