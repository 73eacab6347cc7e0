import { query } from '../../../platform/command.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import { notFound } from '../../../platform/errors.ts'
import type { FileStore } from '../../../platform/files/store.ts'
import type { EInvoice } from '../../../platform/invoices/einvoice.ts'
import { invoiceIn, isXml } from '../../../platform/invoices/invoice-in.ts'
import type { Unreadable } from '../../../policy/services/invoice-file.ts'
import { fileById } from '../../programme/files/public.ts'
import * as contract from './einvoice-contract.ts'

export const readInvoiceFile = query(contract.readInvoiceFile, async ({ params }, { tx, files }) => {
  const file = await fileById(tx, params.fileId)
  if (!file) throw notFound({ zh: '文件', en: 'file' })
  return async () => ({ invoice: await invoiceIn(files, file) })
})

/** What an uploaded file says as an invoice; null where there is no file, or one that says nothing, as a scan. */
export async function saidBy(tx: Tx, files: FileStore, fileId: string): Promise<EInvoice | Unreadable | null> {
  const file = fileId === '' ? null : await fileById(tx, fileId)
  if (!file) return null
  const says = await invoiceIn(files, file)
  // An e-invoice in XML has both; without them it is cut off, another paper, or of a form that is not known.
  const isWhole = says !== null && says.number !== '' && says.sumFen !== null
  return isXml(file.mediaType) && !isWhole ? 'unreadable' : says
}
