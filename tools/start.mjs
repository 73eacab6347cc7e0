// npm start: prepares what is missing, then becomes the server.
import { join } from 'node:path'
import { ensureInstalled, ensureScreens, main, pinnedNode, root, runThrough } from './prepare.mjs'

await main(async () => {
  await ensureInstalled()
  await ensureScreens()
  const follow = ['--import', join(root, 'tools/follow-parent.mjs')]
  const entry = process.env.NODE_ENV === 'production' ? 'src/server.ts' : 'database/demo/server.ts'
  const server = ['--disable-warning=ExperimentalWarning', join(root, entry), ...process.argv.slice(2)]
  // Compiled code is kept from one start to the next.
  const environment = { NODE_COMPILE_CACHE: join(root, '.cache/compiled'), ...process.env }
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
