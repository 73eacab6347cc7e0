import { z } from 'zod'
import { route } from '../../../shared/route.ts'

const einvoice = z.object({
  number: z.string(),
  code: z.string(),
  issuedOn: z.string().nullable(),
  /** Fen, with tax; below 0 on a red-letter invoice. */
  sumFen: z.number().nullable(),
  sellerName: z.string(),
  sellerUscc: z.string(),
  buyerName: z.string(),
  buyerUscc: z.string(),
  isRed: z.boolean(),
})
export type EInvoiceView = z.infer<typeof einvoice>

/** What an uploaded e-invoice file says, to fill the form with; null for a file that cannot be read as one invoice. */
export const readInvoiceFile = route({
  method: 'GET',
  path: '/api/files/:fileId/invoice',
  permission: 'service.invoice',
  summary: { zh: '读取电子发票文件', en: 'Read an e-invoice file' },
  params: z.strictObject({ fileId: z.uuid() }),
  reply: z.object({ invoice: einvoice.nullable() }),
})
