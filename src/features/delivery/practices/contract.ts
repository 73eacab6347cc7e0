import { z } from 'zod'
import { practiceSortList, practiceStateList } from '../../../policy/services/practice.ts'
import { dayInput, lineInput, proseInput, referenceInput } from '../../../shared/inputs.ts'
import { abilities, route } from '../../../shared/route.ts'
import { fileShape } from '../../programme/files/contract.ts'

const sort = z.enum(practiceSortList)
const pilotId = z.strictObject({ pilotId: z.uuid() })
const practiceId = z.strictObject({ practiceId: z.uuid() })

const practiceShape = z.object({
  practiceId: z.uuid(),
  sort,
  title: z.string(),
  writtenOn: z.string(),
  file: fileShape,
  submittedBy: z.string(),
  submittedAt: z.string(),
  state: z.enum(practiceStateList),
  /** The county's paper; null while it has not adopted it. */
  adoptedOn: z.string().nullable(),
  adoptionNo: z.string().nullable(),
  /** Empty where it was not sent back. */
  returnReason: z.string(),
  decidedBy: z.string().nullable(),
  decidedAt: z.string().nullable(),
  actions: abilities('adopt', 'return'),
})
export type PracticeView = z.infer<typeof practiceShape>

export const listPractices = route({
  method: 'GET',
  path: '/api/pilots/:pilotId/practices',
  permission: 'pilot.view',
  bySeat: true,
  summary: { zh: '长效机制与经验文件', en: 'Documents of lasting practice' },
  params: pilotId,
  reply: z.object({
    parkName: z.string(),
    /** The newest first. */
    practices: z.array(practiceShape),
    actions: abilities('submit'),
  }),
})

export const submitPractice = route({
  method: 'POST',
  path: '/api/pilots/:pilotId/practices',
  permission: 'practice.submit',
  summary: { zh: '提交机制与经验文件', en: 'Hand in a document of lasting practice' },
  params: pilotId,
  body: z.strictObject({ sort, title: lineInput(100), on: dayInput(), fileId: z.uuid() }),
  reply: z.object({ practiceId: z.uuid() }),
})

export const adoptPractice = route({
  method: 'POST',
  path: '/api/practices/:practiceId/adoption',
  permission: 'practice.decide',
  summary: { zh: '采纳机制与经验文件', en: 'Adopt a document of lasting practice' },
  params: practiceId,
  body: z.strictObject({ number: referenceInput(80, 1), on: dayInput() }),
  reply: z.object({ practiceId: z.uuid() }),
})

export const returnPractice = route({
  method: 'POST',
  path: '/api/practices/:practiceId/return',
  permission: 'practice.decide',
  summary: { zh: '退回机制与经验文件', en: 'Send back a document of lasting practice' },
  params: practiceId,
  body: z.strictObject({ reason: proseInput(1000) }),
  reply: z.object({ practiceId: z.uuid() }),
})
