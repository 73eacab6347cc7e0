import { z } from 'zod'
import { strictDayInput } from '../../../shared/inputs.ts'
import { route } from '../../../shared/route.ts'

/** Trail, accounts, seals, ledger and evidence of the reader's scope, with how to verify them, as a zip. Days of the programme, both counted. */
export const downloadPackage = route({
  method: 'GET',
  path: '/api/audit/package',
  permission: 'audit.view',
  summary: { zh: '审计资料包', en: 'Package for an auditor' },
  search: z.strictObject({ from: strictDayInput(), to: strictDayInput() }),
  download: true,
})
