import { z } from 'zod'
import { ability, pageInputs, route, sortInput } from '../../../shared/route.ts'

const text = z.object({ zh: z.string(), en: z.string() })

/** A tranche that was paid, with what the provincial platform gave for it (G4.3). Fen. */
const disbursement = z.object({
  pilotId: z.uuid(),
  trancheNo: z.number(),
  batchName: z.string(),
  countyName: z.string(),
  parkName: z.string(),
  parkUscc: z.string(),
  amountFen: z.number(),
  voucherNo: z.string(),
  paidOn: z.string(),
  received: z.boolean(),
  filing: z
    .object({ number: z.string(), name: z.string(), filedOn: z.string(), byName: z.string(), at: z.string() })
    .nullable(),
})
export type Disbursement = z.infer<typeof disbursement>

const filters = {
  batchId: z.uuid().optional(),
  filed: z.enum(['yes', 'no']).optional(),
}

export const listDisbursements = route({
  method: 'GET',
  path: '/api/disbursements',
  permission: 'funds.view',
  summary: { zh: '拨付备案台账', en: 'Disbursements and their filing' },
  search: z.strictObject({
    ...filters,
    sort: sortInput('parkName', 'countyName', 'batchName', 'trancheNo', 'amountFen', 'voucherNo', 'paidOn', 'filing'),
    ...pageInputs(),
  }),
  reply: z.object({
    disbursements: z.array(disbursement),
    total: z.number(),
    batches: z.array(z.object({ batchId: z.uuid(), name: z.string() })),
    /** How it gets to the provincial platform. */
    platform: z.object({ name: text, how: text, clause: z.string() }),
    /** Whether the reader may record filing numbers. */
    file: ability,
  }),
})

export const exportDisbursements = route({
  method: 'GET',
  path: '/api/disbursements/export',
  permission: 'funds.view',
  summary: { zh: '导出拨付备案表', en: 'Export disbursements for filing' },
  search: z.strictObject({ ...filters, language: z.enum(['zh', 'en']).default('zh') }),
  download: true,
})
