import { z } from 'zod'
import { filingStates } from '../../../policy/filings/filing.ts'
import { strictDayInput } from '../../../shared/inputs.ts'
import { route } from '../../../shared/route.ts'
import { telephoneShape } from '../personal/personal-contract.ts'

const day = strictDayInput()

const officer = z.object({
  officerId: z.uuid(),
  unitKind: z.enum(['economy', 'finance', 'park', '']),
  unit: z.string(),
  name: z.string(),
  office: z.string(),
  duty: z.string(),
  /** Masked for other units than the officer's own. */
  phone: telephoneShape,
  mobile: telephoneShape,
  seat: z.enum(['A', 'B', '']),
  from: z.string(),
  until: z.string(),
  remark: z.string(),
})
export type OfficerView = z.infer<typeof officer>

const change = z.object({
  /** The day the newer list was recorded. */
  on: z.string(),
  unit: z.string(),
  unitKind: officer.shape.unitKind,
  seat: officer.shape.seat,
  before: z.string().nullable(),
  after: z.string().nullable(),
})
export type OfficerChange = z.infer<typeof change>

const county = z.object({
  batchId: z.uuid(),
  batchName: z.string(),
  countyId: z.uuid(),
  countyName: z.string(),
  clause: z.string(),
  /** Null where the reader does not see what the county owes. */
  dueOn: z.string().nullable(),
  /** The list as it is filed; null while nobody has begun it, or where the reader does not see the filing. */
  filing: z.object({ filingId: z.uuid(), state: z.enum(filingStates) }).nullable(),
  recordedOn: z.string().nullable(),
  officers: z.array(officer),
  /** Newest first. */
  changes: z.array(change),
})
export type CountyOfficers = z.infer<typeof county>

export const showLiaison = route({
  method: 'GET',
  path: '/api/liaison',
  permission: 'liaison.view',
  summary: { zh: '现任联络员', en: 'Liaison officers in force' },
  search: z.strictObject({ batchId: z.uuid().optional(), countyId: z.uuid().optional(), day: day.optional() }),
  reply: z.object({
    today: z.string(),
    day: z.string(),
    batches: z.array(z.object({ batchId: z.uuid(), name: z.string() })),
    counties: z.array(county),
  }),
})
