import { query } from '../../../platform/command.ts'
import { notFound } from '../../../platform/errors.ts'
import { readEInvoice } from '../../../platform/invoices/einvoice.ts'
import { fileById } from '../../programme/files/public.ts'
import * as contract from './einvoice-contract.ts'

/** Bytes; the XML of an invoice takes a few thousand. */
const maxXml = 1_048_576

export const readInvoiceFile = query(contract.readInvoiceFile, async ({ params }, { tx, files }) => {
  const file = await fileById(tx, params.fileId)
  if (!file) throw notFound({ zh: '文件', en: 'file' })
  if (!/[/+]xml$/.test(file.mediaType) || file.size > maxXml) return { invoice: null }
  const chunks: Buffer[] = []
  for await (const chunk of files.open(file.hash)) chunks.push(chunk as Buffer)
  return { invoice: readEInvoice(Buffer.concat(chunks)) }
})
