import { z } from 'zod'
import { voidKinds } from '../../../policy/money/voiding.ts'
import { codeInput, dayInput, proseInput } from '../../../shared/inputs.ts'
import { route } from '../../../shared/route.ts'
import { fileOrNone } from '../../programme/files/contract.ts'

const kind = z.enum(voidKinds)

/** How an invoice came to stand no longer. */
export const invoiceVoid = z.object({
  kind,
  redLetterNo: z.string().nullable(),
  file: z.object({ fileId: z.uuid(), name: z.string(), size: z.number() }).nullable(),
  reason: z.string(),
  voidedOn: z.string(),
  byName: z.string(),
  at: z.string(),
})

export const voidInvoice = route({
  method: 'POST',
  path: '/api/invoices/:invoiceId/voiding',
  permission: 'service.invoice',
  summary: { zh: '作废发票', en: 'Void an invoice' },
  params: z.strictObject({ invoiceId: z.uuid() }),
  body: z.strictObject({
    kind,
    /** Of the red-letter invoice, written like those of any other; empty where there is none. */
    code: codeInput(200).default(''),
    number: codeInput(200).default(''),
    fileId: fileOrNone.default(''),
    reason: proseInput(1000),
    /** The day of the red-letter invoice, or of the discovery. */
    voidedOn: dayInput(),
  }),
  reply: z.object({ invoiceId: z.uuid(), state: z.string() }),
})
