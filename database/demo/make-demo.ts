import * as accounts from '../../src/features/accounts/contract.ts'
import * as activities from '../../src/features/activities/contract.ts'
import * as diagnoses from '../../src/features/diagnoses/contract.ts'
import * as funds from '../../src/features/funds/contract.ts'
import * as units from '../../src/features/units/contract.ts'
import { demoPassword } from '../../src/opening.ts'
import { questions } from '../../src/policy/diagnosis-questions.ts'
import { tailoredKinds } from '../../src/policy/service-kinds.ts'
import { addDays } from '../../src/shared/dates.ts'
import { makePdf, makePhoto } from './photos.ts'
import { play, type Step } from './play.ts'
import { approve, draftPlan, openCounty, type Park, submitPlan } from './programme.ts'
import { returnSteps } from './returns.ts'
import { samplePlan } from './sample-plan.ts'
import { type Goal, type Served, serviceSteps } from './serve.ts'
import { openStage, type Stage, type StageOptions } from './stage.ts'

const county = '嘉善县'

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

/**
 * One county with two pilot parks, 30 pilot enterprises and 6 agencies each, and 200 services in every state: made by
 * running the product's own commands with the clock set from April to November of the first year.
 */
export async function makeDemo(options: Omit<StageOptions, 'at'>): Promise<void> {
  const { stage, close } = await openStage({ ...options, at: '2026-04-01T09:00:00+08:00' })
  try {
    const { first, second } = await openCounty(stage, county)
    await approvePlans(stage, [first, second])
    for (const park of [first, second]) await openContacts(stage, park)
    await play(stage, [
      ...moneySteps(stage, first, 1, '2026-05-12', '500万元的30%,先行拨付'),
      ...moneySteps(stage, second, 1, '2026-05-14', '500万元的30%,先行拨付'),
      ...diagnosisSteps(stage, first, 30),
      ...diagnosisSteps(stage, second, 28),
    ])
    await play(stage, [
      ...(await allServices(stage, first, second)),
      ...activitySteps(stage, first),
      ...activitySteps(stage, second),
      ...moneySteps(stage, first, 2, '2026-10-12', '工作机制已建立，服务已实质性开展'),
      ...returnSteps(stage, first, second, county),
    ])
  } finally {
    await close()
  }
}

async function approvePlans(stage: Stage, parks: readonly Park[]): Promise<void> {
  for (const [i, park] of parks.entries()) {
    stage.setClock(`2026-04-${i === 0 ? 16 : 22}`)
    await draftPlan(stage, park, samplePlan(park.name, { enterprises: 30, agencies: 6 }))
    await submitPlan(stage, park)
    stage.setClock(`2026-05-0${i + 6}`)
    await approve(stage, park, `${county}经信局·经办`)
    await approve(stage, park, `${county}财政局·经办`)
  }
}

/** Three enterprises of each park have an account; the others confirm by link. */
async function openContacts(stage: Stage, park: Park): Promise<void> {
  const admin = await stage.administrator()
  const { units: all } = await admin.done(units.listUnits, { search: { kind: 'enterprise', parentId: park.parkId } })
  for (const { unitId, name } of all.slice(0, 3)) {
    const body = { unitId, post: 'enterprise-contact', name: `${name}·联系人`, password: demoPassword }
    await admin.done(accounts.createAccount, { body })
  }
}

/** Recommended, released and received: the first tranche is 30 %, the second 50 % of the award. */
function moneySteps(stage: Stage, park: Park, no: number, from: string, recommendation: string): Step[] {
  const params = { pilotId: park.pilotId, no }
  const amountFen = no === 1 ? 150_000_000 : 250_000_000
  const released = addDays(from, 3)
  return [
    ...(no === 1 ? [] : judgmentSteps(stage, params, addDays(from, -2))),
    {
      day: from,
      act: async () => {
        const client = await stage.as(`${county}经信局·经办`)
        await client.done(funds.recommendTranche, { params, body: { amountFen, recommendation } })
      },
    },
    {
      day: released,
      act: async () => {
        const client = await stage.as(`${county}财政局·经办`)
        const pdf = makePdf({ title: '拨款凭证', lines: [park.name, `第${no}期`] })
        const voucherFileId = await client.upload(`拨款凭证-${park.name}-${no}.pdf`, pdf)
        const body = { voucherNo: `BK2026-${park.name.slice(2, 4)}-${no}`, voucherFileId, paidOn: released }
        await client.done(funds.releaseTranche, { params, body })
      },
    },
    {
      day: addDays(from, 5),
      act: async () => void (await (await stage.as(`${park.name}·资金专员`)).done(funds.confirmReceipt, { params })),
    },
  ]
}

/** Before the second tranche both bureaus judge, each for itself, that the services are really under way. */
function judgmentSteps(stage: Stage, params: { pilotId: string; no: number }, day: string): Step[] {
  const words = [
    ['经信局', '试点企业已全部诊断，多项个性服务已进入实施，服务台账与现场核查一致'],
    ['财政局', '抽查合同与支付凭证，资金按用途支出，服务确已开展'],
  ] as const
  return words.map(([bureau, reason]) => ({
    day,
    act: async () => {
      const client = await stage.as(`${county}${bureau}·经办`)
      await client.done(funds.judgeTranche, { params, body: { underWay: true, reason } })
    },
  }))
}

/** The first `count` enterprises of a park are diagnosed before the summer. */
function diagnosisSteps(stage: Stage, park: Park, count: number): Step[] {
  return Array.from({ length: count }, (_, i) => ({
    day: addDays('2026-05-20', Math.floor(i / 6) * 2),
    act: async () => {
      const client = await stage.as(`${park.name}·服务专员`)
      const { enterprises } = await client.done(diagnoses.listEnterprises, { params: { pilotId: park.pilotId } })
      const enterprise = enterprises.toSorted((a, b) => a.uscc.localeCompare(b.uscc, 'en'))[i]
      if (!enterprise) throw new Error(`${park.name} has no enterprise ${i}`)
      const answers = Object.fromEntries(
        questions.map((question, q) => [
          question.id,
          question.options[(i * 7 + q * 3) % question.options.length]?.id ?? '',
        ]),
      )
      const titles: ('tech-sme' | 'innovative')[] = i % 4 === 0 ? ['innovative'] : i % 3 === 0 ? ['tech-sme'] : []
      const facts = {
        foundedOn: `20${String(10 + (i % 14)).padStart(2, '0')}-03-15`,
        revenueWan: enterprise.revenueWan,
        researchWan: 40 + i * 5,
        titles,
      }
      await client.done(diagnoses.recordDiagnosis, {
        params: { enterpriseId: enterprise.enterpriseId },
        body: { answers, facts },
      })
    },
  }))
}

async function allServices(stage: Stage, first: Park, second: Park): Promise<Step[]> {
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

async function diagnosedOf(stage: Stage, park: Park) {
  const client = await stage.as(`${park.name}·服务专员`)
  const { enterprises } = await client.done(diagnoses.listEnterprises, { params: { pilotId: park.pilotId } })
  return enterprises.filter((one) => one.class !== null).toSorted((a, b) => a.uscc.localeCompare(b.uscc, 'en'))
}

/** A training a month, with everybody who was there. */
function activitySteps(stage: Stage, park: Park): Step[] {
  return ['2026-06-18', '2026-07-16', '2026-08-20', '2026-09-17', '2026-10-22', '2026-11-12'].map((day, i) => ({
    day,
    act: async () => {
      const client = await stage.as(`${park.name}·服务专员`)
      const { enterprises } = await client.done(diagnoses.listEnterprises, { params: { pilotId: park.pilotId } })
      const papers: {
        proof: 'notice' | 'materials' | 'agenda' | 'sign-in-sheet' | 'survey' | 'photo'
        fileId: string
      }[] = []
      for (const proof of ['notice', 'materials', 'agenda', 'sign-in-sheet', 'survey'] as const) {
        const pdf = makePdf({ title: proof, lines: [park.name, day] })
        papers.push({ proof, fileId: await client.upload(`${proof}-${day}.pdf`, pdf) })
      }
      for (const shot of [1, 2]) {
        const seed = 500_000 + i * 10 + shot + (park.name.codePointAt(2) ?? 0) * 1000
        const capturedAt = new Date(`${day}T14:${10 + shot * 20}:00+08:00`)
        const photo = await makePhoto({ seed, capturedAt, latitude: 30.85, longitude: 120.93, caption: day })
        papers.push({ proof: 'photo', fileId: await client.upload(`活动照片${shot}.jpg`, photo) })
      }
      const attendees = enterprises.slice(i, i + 16).map(({ uscc, name }) => ({ uscc, name, people: 2 }))
      const body = {
        kind: 'training' as const,
        title: `第${i + 1}期经营管理培训`,
        heldOn: day,
        place: `${park.name}会议中心`,
        attendees,
        papers,
      }
      await client.done(activities.recordActivity, { params: { pilotId: park.pilotId }, body })
    },
  }))
}
