import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { demoPassword } from '../../database/demo/password.ts'

// node writers.ts SERVER SERVER: service officers of two parks of the demo write until SIGTERM, each act with a key of its own that is
// sent again, to the servers in turn, until it is acknowledged. Then every act is counted in the lists of the product.

const parks = ['嘉善归谷智造园', '嘉善大云精密园']
const servers = process.argv.slice(2)
let going = true
process.on('SIGTERM', () => {
  going = false
})

type Act = { title: string; activityId: string; tries: number; sentAt: number; answeredAt: number }
type Reply = { status: number; body: Record<string, unknown>; headers: Headers }
type Known = { uscc: string; name: string }
type Writer = {
  pilotId: string
  firm: Known
  ask: (path: string, body?: unknown, key?: string) => Promise<Reply>
  acts: Act[]
}

type Ask = Writer['ask']

async function signIn(name: string): Promise<Ask> {
  let turn = 0
  let cookie = ''
  const ask: Ask = async (path, body, key = randomUUID()) => {
    const server = servers[turn++ % servers.length] ?? ''
    const sent = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }
    const typed = body === undefined ? {} : { 'content-type': 'application/json', 'idempotency-key': key }
    const answer = await fetch(server + path, {
      ...sent,
      headers: { cookie, ...typed },
      signal: AbortSignal.timeout(60_000),
    })
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown>, headers: answer.headers }
  }
  const entered = await ask('/api/session', { name, password: demoPassword })
  if (entered.status !== 200) throw new Error(`${name} → ${entered.status}`)
  cookie = entered.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  return ask
}

async function writersOf(parks: readonly string[]): Promise<Writer[]> {
  const { body } = await (await signIn('省经信厅·处室'))('/api/pilots')
  const pilots = body.pilots as { pilotId: string; parkName: string; batchName: string }[]
  return Promise.all(
    parks.map(async (park) => {
      const pilotId = pilots.find((one) => one.parkName === park && one.batchName === '2026年批次')?.pilotId ?? ''
      const ask = await signIn(`${park}·服务专员`)
      const { known } = (await ask(`/api/pilots/${pilotId}/activities`)).body as { known: Known[] }
      const [firm] = known
      if (!firm) throw new Error(`${park}: no enterprise is known`)
      return { pilotId, firm, ask, acts: [] }
    }),
  )
}

const refused = new Map<string, number>()
function count(what: string): void {
  refused.set(what, (refused.get(what) ?? 0) + 1)
}

async function write({ pilotId, firm, ask, acts }: Writer, name: string): Promise<void> {
  for (let nth = 0; going; nth++) {
    const act = { title: `切换演练${name}-${nth}`, activityId: '', tries: 0, sentAt: Date.now(), answeredAt: 0 }
    const held = { kind: 'training', title: act.title, heldOn: '2026-09-08', place: '会议中心' }
    const body = { ...held, attendees: [{ ...firm, people: 2 }], papers: [] }
    const key = randomUUID()
    while (act.activityId === '') {
      act.tries++
      const reply = await ask(`/api/pilots/${pilotId}/activities`, body, key).catch((error: Error) => {
        count(error.name)
        return null
      })
      if (reply?.status === 200) act.activityId = String(reply.body.activityId)
      else {
        if (reply) count(`${reply.status} ${JSON.stringify(reply.body).slice(0, 90)}`)
        await pause(200)
      }
    }
    act.answeredAt = Date.now()
    acts.push(act)
  }
}

async function standing({ pilotId, ask }: Writer, name: string): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>()
  for (let page = 1, total = 1; (page - 1) * 50 < total; page++) {
    const { body } = await ask(`/api/pilots/${pilotId}/activities?pageSize=50&page=${page}`)
    total = Number(body.total)
    for (const { title, activityId } of body.activities as { title: string; activityId: string }[])
      if (title.startsWith(`切换演练${name}-`)) found.set(title, [...(found.get(title) ?? []), activityId])
  }
  return found
}

const run = Date.now().toString(36)
const writers = await writersOf(parks)
await Promise.all(writers.map((writer, i) => write(writer, `${run}${i}`)))

const all = writers.flatMap(({ acts }) => acts).toSorted((a, b) => a.answeredAt - b.answeredAt)
let longest = 0
for (const [i, act] of all.entries())
  longest = Math.max(longest, act.answeredAt - (all[i - 1]?.answeredAt ?? act.sentAt))
let lost = 0
let doubled = 0
for (const [i, writer] of writers.entries()) {
  const found = await standing(writer, `${run}${i}`)
  lost += writer.acts.filter(({ title, activityId }) => !found.get(title)?.includes(activityId)).length
  doubled += [...found.values()].filter((ids) => ids.length > 1).length
}
const again = all.filter(({ tries }) => tries > 1).length
process.stdout.write(
  `${all.length} acts acknowledged, ${again} of them after more than one try; ${lost} lost, ${doubled} doubled; ` +
    `longest time without an acknowledged act ${(longest / 1000).toFixed(1)} s\n`,
)
for (const [what, times] of refused) process.stdout.write(`  ${times} × ${what}\n`)
