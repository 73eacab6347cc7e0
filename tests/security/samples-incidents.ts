import * as affected from '../../src/features/oversight/incidents/affected-contract.ts'
import * as contacts from '../../src/features/oversight/incidents/contacts-contract.ts'
import * as incidents from '../../src/features/oversight/incidents/contract.ts'
import { summaryFieldList } from '../../src/policy/oversight/incident-report.ts'
import { minuteOf } from '../../src/shared/dates.ts'
import { nextNumber } from '../support/numbers.ts'
import { type Making, sample } from './sample.ts'
import type { Side } from './side.ts'

const now = ({ world }: Side) => minuteOf(world.services.clock())

const noticed = (side: Side) => ({
  noticedAt: now(side),
  what: `${side.park.name}账号异常登录 ${nextNumber()}`,
  place: '企业名单页面',
})

/** What the park of a side noticed. */
async function notice(side: Side) {
  const manager = await side.world.as(`${side.park.name}·负责人`)
  return manager.done(incidents.noticeIncident, { body: noticed(side) })
}

const assessment = {
  occurredAt: '',
  kind: 'data-leak',
  persons: 1_000_000,
  lossFen: 0,
  minutesUnreachable: 0,
  minutesImpaired: 0,
  critical: false,
  grade: 'larger',
  gradeReason: '',
} as const
const told = (side: Side) =>
  ({ recipient: 'cyberspace', channel: 'hotline', reportedAt: now(side), lateReason: '' }) as const
const first = (side: Side) => ({
  kind: 'first' as const,
  ...told(side),
  content: { unit: '园企通', found: '园区发现', impact: '名单外泄', measures: '已关闭账号' },
})
const ending = (side: Side) => ({ endedAt: now(side), handling: '已改密并核对名单' })
const summary = (side: Side) => ({
  ...told(side),
  content: Object.fromEntries(summaryFieldList.map((field) => [field, '已经写明'])),
})

async function assessed(side: Side) {
  const params = await notice(side)
  await (await side.world.security()).done(incidents.assessIncident, { params, body: assessment })
  return params
}

async function reported(side: Side) {
  const params = await assessed(side)
  const admin = await side.world.security()
  const { reportId } = await admin.done(incidents.reportIncident, { params, body: first(side) })
  return { params, reportId }
}

const contactList = { contacts: [{ role: '网信值班', office: '省委网信办', phone: '0571-87051234' }] }

/** An incident that was noticed in the park of a side and reported, with whom to call. */
export async function playIncident(side: Side): Promise<void> {
  await reported(side)
  await (await side.world.security()).done(contacts.writeContacts, { body: contactList })
}

export const incidentSamples: readonly Making[] = [
  sample(incidents.noticeIncident, (side) => ({ body: noticed(side), scope: null })),
  sample(incidents.ownIncidents, () => ({ scope: null })),
  sample(incidents.listIncidents, () => ({ scope: null })),
  sample(incidents.showIncident, async (side) => ({ params: await notice(side), scope: side.park.scope })),
  sample(incidents.assessIncident, async (side) => ({
    params: await notice(side),
    body: assessment,
    scope: side.park.scope,
  })),
  sample(incidents.reportIncident, async (side) => ({
    params: await assessed(side),
    body: first(side),
    scope: side.park.scope,
  })),
  sample(incidents.endIncident, async (side) => {
    const { params } = await reported(side)
    return { params, body: ending(side), scope: side.park.scope }
  }),
  sample(incidents.sumUpIncident, async (side) => {
    const { params } = await reported(side)
    await (await side.world.security()).done(incidents.endIncident, { params, body: ending(side) })
    return { params, body: summary(side), scope: side.park.scope }
  }),
  sample(incidents.dismissIncident, async (side) => ({
    params: await notice(side),
    body: { reason: '本机网络故障' },
    scope: side.park.scope,
  })),
  sample(incidents.reportWord, async (side) => {
    const { params, reportId } = await reported(side)
    return { params: { ...params, reportId }, scope: side.park.scope }
  }),
  sample(affected.showAffected, async (side) => ({ params: await notice(side), scope: side.park.scope })),
  sample(affected.exportAffected, async (side) => ({ params: await notice(side), scope: side.park.scope })),
  sample(contacts.listContacts, () => ({ scope: null })),
  sample(contacts.writeContacts, () => ({ body: contactList, scope: null })),
]
