// npm run check: every check runs, also after a failed one; closes with `N passed, N failed`.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { ensureInstalled, main, pinnedNode, root, run } from './prepare.mjs'

const bin = (name) => join(root, 'node_modules', name)

const steps = [
  { name: 'format and lint', args: [bin('@biomejs/biome/bin/biome'), 'ci', '--colors=off', '--max-diagnostics=50'] },
  ...['pure', 'server', 'web'].map((part) => ({
    name: `types: ${part}`,
    args: [bin('typescript/bin/tsc'), '-p', `tsconfig.${part}.json`],
  })),
  { name: 'architecture', args: [bin('vitest/vitest.mjs'), 'run', '--reporter=dot', 'tests/architecture'] },
  { name: 'unused code', args: [bin('knip/bin/knip.js'), '--no-progress'] },
  // Files printed from code: each tool prints them again and compares.
  ...['schema', 'openapi']
    .filter((name) => existsSync(join(root, `tools/${name}.ts`)))
    .map((name) => ({ name: `up to date: ${name}`, args: [join(root, `tools/${name}.ts`), '--check'] })),
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
