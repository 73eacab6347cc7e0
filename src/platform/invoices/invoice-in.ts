import { fileKinds } from '../files/kinds.ts'
import type { FileStore } from '../files/store.ts'
import { type EInvoice, readEInvoice } from './einvoice.ts'
import { readOfdInvoice } from './ofd-invoice.ts'
import { readPdfInvoice } from './pdf-invoice.ts'

/** Bytes; an e-invoice takes some hundred thousand, as XML a few thousand. */
const maxBytes = 4_194_304

type File = { readonly hash: string; readonly mediaType: string; readonly size: number }

/** What a kept file says as one invoice, whatever its kind; null for a photo, a scan, and any other that says nothing. */
export async function invoiceIn(files: FileStore, file: File): Promise<EInvoice | null> {
  const read = readerOf(file.mediaType)
  if (!read || file.size > maxBytes) return null
  const chunks: Buffer[] = []
  for await (const chunk of await files.read(file.hash)) chunks.push(chunk as Buffer)
  return read(Buffer.concat(chunks))
}

export function isXml(mediaType: string): boolean {
  return /[/+]xml$/.test(mediaType)
}

function readerOf(mediaType: string): ((data: Buffer) => EInvoice | null | Promise<EInvoice | null>) | null {
  if (isXml(mediaType)) return readEInvoice
  if (mediaType === fileKinds.ofd.mediaType) return readOfdInvoice
  return mediaType === fileKinds.pdf.mediaType ? readPdfInvoice : null
}
