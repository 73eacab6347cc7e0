// npm start: prepares what is missing, then becomes the server.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { ensureInstalled, ensureScreens, main, pinnedNode, root, runThrough } from './prepare.mjs'

await main(async () => {
  await ensureInstalled()
  await ensureScreens()
  const args = ['--disable-warning=ExperimentalWarning', join(root, 'src/server.ts'), ...process.argv.slice(2)]
  // On the pinned Node already: take its place, so that one process less stays behind and signals need no forwarding.
  if (process.execve && existsSync(pinnedNode)) {
    process.removeAllListeners('warning')
    process.chdir(root)
    process.execve(pinnedNode, [pinnedNode, ...args], process.env)
  }
  return runThrough(pinnedNode, args)
})
