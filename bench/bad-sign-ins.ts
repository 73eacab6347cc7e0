import { setTimeout } from 'node:timers/promises'
import type { Disturbance } from './beside.ts'
import { expect } from './expect.ts'

const connections = 50
/** Networks they come from: more than the budget of one, and of all together. */
const networks = 250

/** Fifty connections sign in with wrong passwords as fast as they are answered, for names that there are and names that there are not. */
export const badSignIns: Disturbance = { what: `${connections} connections with bad sign-ins`, begin: flood }

async function flood(address: string): Promise<() => Promise<void>> {
  const answers = new Map<number, number>()
  const wrong: string[] = []
  let goesOn = true
  const one = async (no: number) => {
    for (let at = no; goesOn; at += connections) {
      const reply = await fetch(`${address}/api/session`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-forwarded-for': `198.51.${at % networks}.${at % 200}` },
        body: JSON.stringify({ name: at % 2 ? `某人${at}` : '浙江省省经信厅·处室', password: `wrong-${at}` }),
      })
      const text = await reply.text()
      answers.set(reply.status, (answers.get(reply.status) ?? 0) + 1)
      if (![401, 422, 429, 503].includes(reply.status)) wrong.push(`${reply.status} ${text.slice(0, 200)}`)
    }
  }
  const all = Array.from({ length: connections }, (_, no) => one(no).catch((error) => wrong.push(String(error))))
  await setTimeout(2_000)
  return async () => {
    goesOn = false
    await Promise.all(all)
    expect(wrong.length === 0, `bad sign-ins were answered ${wrong[0]}`)
    expect([...answers.values()].reduce((sum, n) => sum + n, 0) > 100, 'the flood was none')
    await setTimeout(5_000)
  }
}
