import { z } from 'zod'
import { type SamplingMethod, samplingMethods } from '../../../policy/oversight/sampling.ts'
import { samplingFields as fields } from '../../../policy/oversight/sampling-fields.ts'
import { mostSampled, sampledHowList, samplingStateList } from '../../../policy/oversight/sampling-plans.ts'
import { serviceKindList } from '../../../policy/records/service-kinds.ts'
import { serviceStates } from '../../../policy/services/service.ts'
import { dayInput, named, proseInput, referenceInput, wordedInput } from '../../../shared/inputs.ts'
import { abilities, pageInputs, route, sortInput } from '../../../shared/route.ts'

const method = z.enum(Object.keys(samplingMethods) as [SamplingMethod, ...SamplingMethod[]])
const state = z.enum(samplingStateList)
const onPlan = z.strictObject({ planId: z.uuid() })
const weight = z.int().min(0).max(9)
/** Weights of the risks that a service may show, added to 1; 0 for none. */
const weights = z.strictObject({ fewCandidates: weight, disputed: weight, dayCorrected: weight })

const planRow = z.object({
  planId: z.uuid(),
  purpose: z.string(),
  countyName: z.string(),
  batchName: z.string(),
  method,
  size: z.number(),
  state,
  preparedOn: z.string(),
})
export type PlanRow = z.infer<typeof planRow>

export const listSamplingPlans = route({
  method: 'GET',
  path: '/api/sampling-plans',
  permission: 'sampling.view',
  summary: { zh: '抽样计划', en: 'Sampling plans' },
  search: z.strictObject({
    batchId: z.uuid().optional(),
    state: state.optional(),
    sort: sortInput('purpose', 'countyName', 'batchName', 'method', 'size', 'state', 'preparedOn'),
    ...pageInputs(),
  }),
  reply: z.object({ plans: z.array(planRow), total: z.number(), actions: abilities('propose') }),
})

export const samplingChoices = route({
  method: 'GET',
  path: '/api/sampling-plans/choices',
  permission: 'sampling.plan',
  summary: { zh: '可抽样的批次和园区', en: 'Batches and parks to sample from' },
  reply: z.object({
    batches: z.array(
      z.object({
        batchId: z.uuid(),
        name: z.string(),
        parks: z.array(z.object({ parkId: z.uuid(), name: z.string() })),
      }),
    ),
  }),
})

export const proposeSamplingPlan = route({
  method: 'POST',
  path: '/api/sampling-plans',
  permission: 'sampling.plan',
  summary: { zh: '编制抽样计划', en: 'Write a sampling plan' },
  body: z.strictObject({
    batchId: named(fields.batch, z.uuid()),
    purpose: named(fields.purpose, wordedInput(200, 2)),
    method: named(fields.method, method),
    size: named(fields.size, z.int().min(1).max(mostSampled)),
    seed: named(fields.seed, referenceInput(60, 1)),
    /** Empty for every park of the county in the batch. */
    parkIds: named(fields.parks, z.array(z.uuid()).max(100)),
    openedFrom: named(fields.openedFrom, dayInput()),
    openedTo: named(fields.openedTo, dayInput()),
    /** Empty for every state. */
    states: named(fields.states, z.array(z.enum(serviceStates)).max(serviceStates.length)),
    countedOnly: named(fields.countedOnly, z.boolean()),
    weights: named(fields.weights, weights),
  }),
  reply: z.object({ planId: z.uuid() }),
})

const who = z.object({ byName: z.string(), at: z.string() })

const item = z.object({
  no: z.string(),
  serviceId: z.uuid(),
  parkName: z.string(),
  kind: z.enum(serviceKindList),
  enterpriseName: z.string(),
  /** 0 of a service without a contract. */
  priceFen: z.number(),
  weight: z.number(),
  how: z.enum(sampledHowList),
  reason: z.string(),
  addedByName: z.string(),
  addedAt: z.string(),
})
export type SampleItem = z.infer<typeof item>

export const showSamplingPlan = route({
  method: 'GET',
  path: '/api/sampling-plans/:planId',
  permission: 'sampling.view',
  summary: { zh: '一份抽样计划', en: 'One sampling plan' },
  params: onPlan,
  reply: planRow.extend({
    seed: z.string(),
    /** Empty for every park. */
    parks: z.array(z.string()),
    openedFrom: z.string(),
    openedTo: z.string(),
    states: z.array(z.enum(serviceStates)),
    countedOnly: z.boolean(),
    weights,
    prepared: who,
    approvals: z.array(who.extend({ approvalId: z.uuid(), bureau: z.enum(['economy', 'finance']) })),
    withdrawal: who.extend({ reason: z.string() }).nullable(),
    /** `seed`: the one that was drawn by; `hash`: SHA-256 of the frozen frame. */
    draw: who.extend({ seed: z.string(), hash: z.string(), frameSize: z.number(), drawn: z.number() }).nullable(),
    /** In the order of their numbers. */
    items: z.array(item),
    actions: abilities('approve', 'withdraw', 'draw', 'add'),
  }),
})
export type PlanView = z.infer<typeof showSamplingPlan.reply>

const done = z.object({ state })

export const approveSamplingPlan = route({
  method: 'POST',
  path: '/api/sampling-plans/:planId/approval',
  permission: 'sampling.approve',
  summary: { zh: '批准抽样计划', en: 'Approve a sampling plan' },
  params: onPlan,
  reply: done,
})

export const withdrawSamplingPlan = route({
  method: 'POST',
  path: '/api/sampling-plans/:planId/withdrawal',
  permission: 'sampling.approve',
  summary: { zh: '撤回抽样计划', en: 'Withdraw a sampling plan' },
  params: onPlan,
  body: z.strictObject({ reason: proseInput(1000) }),
  reply: done,
})

export const drawSample = route({
  method: 'POST',
  path: '/api/sampling-plans/:planId/draw',
  permission: 'sampling.plan',
  summary: { zh: '抽取样本', en: 'Draw the sample' },
  params: onPlan,
  reply: z.object({ drawn: z.number(), hash: z.string() }),
})

export const addToSample = route({
  method: 'POST',
  path: '/api/sampling-plans/:planId/additions',
  permission: 'sampling.plan',
  summary: { zh: '人工补充样本', en: 'Add a service to the sample by hand' },
  params: onPlan,
  body: z.strictObject({ no: named(fields.no, referenceInput(40, 1)), reason: proseInput(1000) }),
  reply: z.object({ items: z.number() }),
})

export const samplingFrame = route({
  method: 'GET',
  path: '/api/sampling-plans/:planId/frame.csv',
  permission: 'sampling.view',
  summary: { zh: '导出抽样范围（CSV）', en: 'The frozen frame as CSV' },
  params: onPlan,
  download: true,
})

export const samplingWord = route({
  method: 'GET',
  path: '/api/sampling-plans/:planId/paper.docx',
  permission: 'sampling.view',
  summary: { zh: '下载抽样记录（Word）', en: 'The record of the sample as Word' },
  params: onPlan,
  search: z.strictObject({ language: z.enum(['zh', 'en']).default('zh') }),
  download: true,
})
