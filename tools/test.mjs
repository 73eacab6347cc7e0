// npm test: prepares what is missing, runs every test (or those named), and closes with `N passed, N failed`.
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { ensureInstalled, ensureScreens, main, pinnedNode, root, runThrough } from './prepare.mjs'

await main(async () => {
  await ensureInstalled()
  await ensureScreens()
  const report = join(root, `.cache/tests-${process.pid}.json`)
  mkdirSync(join(root, '.cache'), { recursive: true })
  const vitest = [join(root, 'node_modules/vitest/vitest.mjs'), 'run', ...process.argv.slice(2)]
  const ours = ['tools/count-tests.mjs', 'tools/sweep-progress.mjs'].map((path) => `--reporter=${join(root, path)}`)
  const reporters = ['--reporter=default', ...ours]
  try {
    const environment = { ...process.env, NODE_ENV: 'test', TEST_COUNT: report }
    const code = await runThrough(pinnedNode, [...vitest, ...reporters], environment)
    const { passed, failed } = count(report, code)
    console.log(`${passed} passed, ${failed} failed`)
    return failed > 0 || passed === 0 ? code || 1 : code
  } finally {
    rmSync(report, { force: true })
  }
})

/** A run that ended badly without saying how counts as one failure. */
function count(report, code) {
  try {
    const { passed, failed } = JSON.parse(readFileSync(report, 'utf8'))
    return { passed, failed: failed === 0 && code !== 0 ? 1 : failed }
  } catch {
    return { passed: 0, failed: 1 }
  }
}
