// npm run check: every check runs, also after a failed one; closes with `N passed, N failed`.
import { join } from 'node:path'
import { ensureInstalled, main, pinnedNode, root, run } from './prepare.mjs'

const bin = (name) => join(root, 'node_modules', name)

const tests = (path) => [bin('vitest/vitest.mjs'), 'run', '--reporter=dot', path]

const steps = [
  { name: 'format and lint', args: [bin('@biomejs/biome/bin/biome'), 'ci', '--colors=off', '--max-diagnostics=50'] },
  ...['pure', 'server', 'web'].map((part) => ({
    name: `types: ${part}`,
    args: [bin('typescript/bin/tsc'), '-p', `tsconfig.${part}.json`],
  })),
  { name: 'architecture', args: tests('tests/architecture') },
  { name: 'generated files up to date', args: tests('tests/platform/generated.test.ts') },
  { name: 'unused code', args: [bin('knip/bin/knip.js'), '--no-progress', '--no-config-hints'] },
]

await main(async () => {
  await ensureInstalled()
  let failed = 0
  for (const { name, args } of steps) {
    const started = Date.now()
    const { code, said } = await run(pinnedNode, args, root, { ...process.env, NO_COLOR: '1' })
    console.log(`${code === 0 ? '✓' : '✗'} ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`)
    if (code === 0) continue
    failed++
    console.log(said.trim())
  }
  console.log(`${steps.length - failed} passed, ${failed} failed`)
  return failed > 0 ? 1 : 0
})
