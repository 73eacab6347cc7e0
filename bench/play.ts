import type pg from 'pg'
import { makePdf, makePhoto } from '../database/demo/photos.ts'
import { proofs } from '../src/policy/records/proofs.ts'
import { today } from './children.ts'
import { asOwner } from './generate.ts'
import { getJson, send, upload } from './people.ts'

/** What only the product can make: files on disk, secrets of links, an issued paper. */
export type Played = {
  /** Delivered, so that the enterprise may confirm it. */
  readonly deliveredId: string
  readonly pdfId: string
  readonly photoId: string
  readonly evidenceId: string
  readonly linkToken: string
  readonly feedToken: string
  readonly consultationId: string
  readonly paperCode: string
  readonly incidentId: string
  readonly incidentReportId: string
  /** Of the county, waiting for its bureaus. */
  readonly samplingPlanId: string
}

const day = today.slice(0, 10)

/**
 * Plays it by the product's own commands in the first park and its county: minutes, a visit with a photo, a delivery, a link for
 * the enterprise, a feed. On data that were played before, only the secrets are made anew.
 */
export async function play(connection: pg.PoolConfig, address: string): Promise<Played> {
  const before = await delivered(connection)
  if (before === null) await deliver(connection, address)
  const { serviceId, evidenceId, photoId, pdfId } = before ?? (await delivered(connection)) ?? nothing()
  const linkToken = await linkFor(connection, address, serviceId)
  const feed = await said<{ path: string }>(address, 'bench-county', '/api/calendar/feed')
  const { consultationId, paperCode } = (await minutes(connection)) ?? (await record(connection, address))
  const incident = (await incidentOf(connection)) ?? (await tell(connection, address))
  return {
    deliveredId: serviceId,
    pdfId,
    photoId,
    evidenceId,
    consultationId,
    paperCode,
    ...incident,
    samplingPlanId: (await samplingPlan(connection)) ?? (await plan(connection, address)),
    linkToken,
    feedToken: /([^/]+)\.ics/.exec(feed.path)?.[1] ?? '',
  }
}

/** Whom the link goes to; nobody has this number. */
const contact = { name: '企业联系人', phone: '19900000001', channel: 'sms' }

/** A link for the enterprise, read on its simulated telephone; an older build still tells it to the park. */
async function linkFor(connection: pg.PoolConfig, address: string, serviceId: string): Promise<string> {
  const { rows } = await asOwner(connection, async (owner) => {
    // Whoever plays often on one day is not held for somebody who rings a telephone without end.
    const earlier = `update confirmation_links set created_at = created_at - interval '1 day' where service_id = $1`
    await owner.query(earlier, [serviceId])
    return owner.query<{ id: string }>('select enterprise_id as id from services where id = $1', [serviceId])
  })
  await send(address, 'bench-county', 'POST', `/api/enterprises/${rows[0]?.id}/contact`, contact).catch(() => null)
  const invited = await said<{ path?: string }>(
    address,
    'bench-officer',
    `/api/services/${serviceId}/confirmation-links`,
  )
  if (invited.path) return invited.path.split('/').at(-1) ?? ''
  const path = `/api/simulated-messages?to=${contact.phone}`
  const { messages } = await getJson<{ messages: { text: string }[] }>(address, 'bench-officer', path)
  return /\/c\/([\w-]{43})/.exec(messages[0]?.text ?? '')?.[1] ?? ''
}

type Delivered = { serviceId: string; evidenceId: string; photoId: string; pdfId: string }

async function delivered(connection: pg.PoolConfig): Promise<Delivered | null> {
  const { rows } = await asOwner(connection, (owner) =>
    owner.query<Delivered>(
      `select e.service_id as "serviceId", e.id as "evidenceId", p.id as "photoId", d.file_id as "pdfId"
         from files p join evidence e on e.file_id = p.id join evidence d on d.service_id = e.service_id and d.proof = 'deliverable'
        where p.name = '走访.jpg' limit 1`,
    ),
  )
  return rows[0] ?? null
}

async function deliver(connection: pg.PoolConfig, address: string): Promise<void> {
  const { rows } = await asOwner(connection, (owner) =>
    owner.query<{ id: string }>(
      `select s.id from services s join accounts a on a.unit_id = (select park_id from pilots where id = s.pilot_id)
         join sessions n on n.account_id = a.id and n.token_hash = encode(sha256('bench-officer'), 'hex')
        where s.state = 'under-way' order by s.no limit 1`,
    ),
  )
  const on = `/api/services/${rows[0]?.id}`
  const capturedAt = new Date(`${day}T00:30:00Z`)
  const photo = await makePhoto({ seed: 1, capturedAt, latitude: 30.84, longitude: 120.92, caption: '走访' })
  const photos = [await upload(address, 'bench-officer', '走访.jpg', photo)]
  const visit = { visitedOn: day, place: '企业车间', way: 'on-site', content: '现场了解改进进度', photos }
  await send(address, 'bench-officer', 'POST', `${on}/visits`, visit)
  const pdf = makePdf({ title: proofs.deliverable.zh, lines: ['改进方案与成效'] })
  const files = [{ proof: 'deliverable', fileId: await upload(address, 'bench-officer', '成果报告.pdf', pdf) }]
  await send(address, 'bench-officer', 'POST', `${on}/deliveries`, { title: '成果报告', deliveredOn: day, files })
}

type Minutes = { consultationId: string; paperCode: string }

async function minutes(connection: pg.PoolConfig): Promise<Minutes | null> {
  const { rows } = await asOwner(connection, (owner) =>
    owner.query<Minutes>(
      `select subject as "consultationId", upper(concat_ws('-', substr(hash, 1, 4), substr(hash, 5, 4), substr(hash, 9, 4), substr(hash, 13, 4))) as "paperCode"
         from issued_papers where kind = 'minutes' order by issued_at desc limit 1`,
    ),
  )
  return rows[0] ?? null
}

async function record(connection: pg.PoolConfig, address: string): Promise<Minutes> {
  const batchId = await onlyBatch(connection)
  const { units } = await getJson<Choices>(address, 'bench-county', `/api/consultations/choices?batchId=${batchId}`)
  const park = units.find(({ posts }) => posts.some(({ post }) => post === 'park-manager')) ?? nothing()
  const other = units.find(({ unitId }) => unitId !== park.unitId) ?? nothing()
  await send(address, 'bench-county', 'POST', '/api/consultations', {
    batchId,
    heldOn: day,
    way: 'meeting',
    place: '会议室',
    topic: '试点推进会商',
    matters: '研究试点服务推进事项。',
    participants: [park, other].map(({ unitId }) => ({ unitId, person: '经办' })),
    decisions: [{ what: '补齐材料', unitId: park.unitId, post: 'park-manager', dueOn: '2027-03-01' }],
  })
  return (await minutes(connection)) ?? nothing()
}
type Incident = { incidentId: string; incidentReportId: string }

async function incidentOf(connection: pg.PoolConfig): Promise<Incident | null> {
  const { rows } = await asOwner(connection, (owner) =>
    owner.query<Incident>(
      'select incident_id as "incidentId", id as "incidentReportId" from incident_reports order by id limit 1',
    ),
  )
  return rows[0] ?? null
}

/** A security incident, noticed by the county and reported by the administrator. */
async function tell(connection: pg.PoolConfig, address: string): Promise<Incident> {
  const at = `${day} 08:00`
  const noticed = { noticedAt: at, what: '账号异常登录', place: '企业名单页面' }
  const made = await send(address, 'bench-county', 'POST', '/api/incidents', noticed)
  const { incidentId } = (await made.json()) as { incidentId: string }
  const figures = { persons: 0, lossFen: 0, minutesUnreachable: 0, minutesImpaired: 0, critical: false }
  const graded = { ...figures, occurredAt: '', kind: 'misuse', grade: 'larger', gradeReason: '' }
  await send(address, 'bench-security', 'POST', `/api/incidents/${incidentId}/assessment`, graded)
  const content = { unit: '园企通', found: '县级发现', impact: '名单外泄', measures: '已关闭账号' }
  const report = { kind: 'first', recipient: 'cyberspace', channel: 'hotline', reportedAt: at, lateReason: '', content }
  await send(address, 'bench-security', 'POST', `/api/incidents/${incidentId}/reports`, report)
  return (await incidentOf(connection)) ?? nothing()
}

async function samplingPlan(connection: pg.PoolConfig): Promise<string | null> {
  const { rows } = await asOwner(connection, (owner) =>
    owner.query<{ id: string }>('select id from sampling_plans order by id limit 1'),
  )
  return rows[0]?.id ?? null
}

/** A sampling plan of the county, to be approved. */
async function plan(connection: pg.PoolConfig, address: string): Promise<string> {
  await send(address, 'bench-county', 'POST', '/api/sampling-plans', {
    ...{ batchId: await onlyBatch(connection), purpose: '服务抽查', method: 'stratified', size: 1, seed: day },
    ...{ parkIds: [], openedFrom: '2026-01-01', openedTo: day, states: [], countedOnly: false },
    weights: { fewCandidates: 0, disputed: 0, dayCorrected: 0 },
  })
  return (await samplingPlan(connection)) ?? nothing()
}

type Choices = { units: { unitId: string; posts: { post: string }[] }[] }

export async function onlyBatch(connection: pg.PoolConfig): Promise<string> {
  const { rows } = await asOwner(connection, (owner) => owner.query<{ id: string }>('select id from batches'))
  return rows[0]?.id ?? ''
}

async function said<T>(address: string, session: string, path: string): Promise<T> {
  return (await send(address, session, 'POST', path, {})).json() as Promise<T>
}

function nothing(): never {
  throw new Error('the benchmark played its records, and they are not there')
}
