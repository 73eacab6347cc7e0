import * as diagnoses from '../../src/features/delivery/diagnoses/contract.ts'
import { tailoredKinds } from '../../src/policy/records/service-kinds.ts'
import { addDays } from '../../src/shared/dates.ts'
import { makePhoto } from './photos.ts'
import type { Step } from './play.ts'
import type { Park } from './programme.ts'
import { type Goal, type Served, serviceSteps } from './serve.ts'
import type { Stage } from './stage.ts'

/** How many services of the demo end in each state, over both parks. */
const goals: readonly (readonly [Goal, number])[] = [
  ['closed', 84],
  ['paid', 12],
  ['payment-approved', 6],
  ['payment-prepared', 6],
  ['invoiced', 8],
  ['confirmed', 12],
  ['delivered', 12],
  ['disputed', 4],
  ['under-way', 22],
  ['contracted', 12],
  ['selected', 10],
  ['needed', 8],
  ['cancelled', 4],
]

/** 200 services of two parks, in every state. */
export async function allServices(stage: Stage, first: Park, second: Park): Promise<Step[]> {
  const reused = await makePhoto({
    seed: 999_983,
    capturedAt: new Date('2026-08-20T10:20:00+08:00'),
    latitude: 30.84,
    longitude: 120.93,
    caption: '现场',
  })
  const order = goals.flatMap(([goal, count]) => Array.from({ length: count }, () => goal))
  const parks = await Promise.all([first, second].map((park) => diagnosedOf(stage, park)))
  return order.flatMap((goal, i) => {
    // Three services in five are the first park's; the two parks' own counters keep kinds and enterprises evenly spread.
    const mine = i % 5 < 3 ? 0 : 1
    const park = mine === 0 ? first : second
    const enterprise = parks[mine]?.[i % 28]
    const kind = tailoredKinds[(i * 5 + mine) % tailoredKinds.length]
    if (!enterprise || !kind) throw new Error('the demo has run out of enterprises')
    const from = startOf(goal, i)
    const served: Served = { park, enterprise, kind, goal, from, no: i + 1 }
    return serviceSteps(stage, i === 3 || i === 6 ? { ...served, from: '2026-08-10', reusedPhoto: reused } : served)
  })
}

/** Days from the need to the last thing that happens to a service with this goal. */
const lasting: Readonly<Record<Goal, number>> = {
  needed: 0,
  selected: 3,
  contracted: 6,
  'under-way': 17,
  delivered: 24,
  disputed: 26,
  confirmed: 26,
  invoiced: 30,
  'payment-prepared': 31,
  'payment-approved': 33,
  paid: 35,
  closed: 37,
  cancelled: 5,
}

/** Closed services begin from June to October; the others so that their last act lies in the week or two before 20 November. */
function startOf(goal: Goal, i: number): string {
  if (goal === 'closed') return addDays('2026-06-02', Math.floor((i / 84) * 18) * 7)
  return addDays('2026-11-20', -lasting[goal] - ((i * 7) % 10))
}

/** Enterprises of a park that are diagnosed, in the order of their credit codes. */
export async function diagnosedOf(stage: Stage, park: Park) {
  const client = await stage.as(`${park.name}·服务专员`)
  const { enterprises } = await client.done(diagnoses.listEnterprises, { params: { pilotId: park.pilotId } })
  return enterprises.filter((one) => one.class !== null).toSorted((a, b) => a.uscc.localeCompare(b.uscc, 'en'))
}
