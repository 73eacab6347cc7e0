import { z } from 'zod'
import { proofFields } from '../../../policy/records/proofs.ts'
import { dayInput, named, proseInput, referenceInput, wordedInput } from '../../../shared/inputs.ts'
import { route } from '../../../shared/route.ts'
import { paperInput, proofName } from '../evidence/contract.ts'
import { standing } from './contract.ts'

const serviceId = z.strictObject({ serviceId: z.uuid() })
const day = dayInput()

export const recordVisit = route({
  method: 'POST',
  path: '/api/services/:serviceId/visits',
  permission: 'service.visit',
  summary: { zh: '登记服务过程', en: 'Record a visit' },
  params: serviceId,
  body: z.strictObject({
    visitedOn: day,
    place: wordedInput(100),
    way: z.enum(['on-site', 'online', 'phone']),
    content: proseInput(2000),
    photos: named({ zh: '现场照片', en: 'Photos on site' }, z.array(z.uuid()).max(20)).default([]),
  }),
  reply: standing,
})

export const addEvidence = route({
  method: 'POST',
  path: '/api/services/:serviceId/evidence',
  permission: 'service.visit',
  summary: { zh: '补充佐证', en: 'Add evidence' },
  params: serviceId,
  body: z.strictObject({ proof: proofName, files: named(proofFields.papers, z.array(z.uuid()).min(1).max(20)) }),
  reply: standing,
})

export const deliver = route({
  method: 'POST',
  path: '/api/services/:serviceId/deliveries',
  permission: 'service.deliver',
  summary: { zh: '登记服务成果', en: 'Record the delivery' },
  params: serviceId,
  body: z.strictObject({
    title: wordedInput(200),
    resultNo: referenceInput(100).default(''),
    /** After a dispute: what was put right. */
    remedy: proseInput(2000).default(''),
    deliveredOn: day,
    files: named(proofFields.papers, z.array(paperInput).max(20)).default([]),
  }),
  reply: standing,
})

export const resumeService = route({
  method: 'POST',
  path: '/api/services/:serviceId/resumption',
  permission: 'service.visit',
  summary: { zh: '异议后继续服务', en: 'Resume after a dispute' },
  params: serviceId,
  reply: standing,
})
