// npm run journeys: the browser's journeys. With --count, what their people spend: clicks and typed fields, beside the goals.
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { ensureInstalled, ensureScreens, main, pinnedNode, root, runThrough } from './prepare.mjs'

await main(async () => {
  await ensureInstalled()
  await ensureScreens()
  const isCounting = process.argv.includes('--count')
  const named = process.argv.slice(2).filter((one) => one !== '--count')
  const counted = isCounting && named.length === 0 ? ['tests/journeys/few-clicks.test.ts'] : named
  const list = join(root, `.cache/efforts-${process.pid}.jsonl`)
  mkdirSync(join(root, '.cache'), { recursive: true })
  const vitest = [join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--project', 'journeys', ...counted]
  try {
    const environment = { ...process.env, NODE_ENV: 'test', ...(isCounting ? { EFFORTS: list } : {}) }
    const code = await runThrough(pinnedNode, vitest, environment)
    if (isCounting) print(list)
    return code
  } finally {
    rmSync(list, { force: true })
  }
})

function print(list) {
  console.log('clicks  typed   goal    work')
  for (const line of readFileSync(list, 'utf8').trim().split('\n')) {
    const { name, spent, goal } = JSON.parse(line)
    const goals = `${goal.clicks}/${goal.fields ?? '–'}`
    console.log(`${String(spent.clicks).padEnd(8)}${String(spent.fields).padEnd(8)}${goals.padEnd(8)}${name}`)
  }
}
