import { call } from '../../../../ui/api.ts'
import type { UploadedFile } from '../../../programme/files/web/public.ts'
import { type EInvoiceView, readInvoiceFile } from '../einvoice-contract.ts'

/** What the first of the files says as an e-invoice; null where it says nothing, or cannot be asked now. */
export async function einvoiceIn(
  files: readonly Pick<UploadedFile, 'fileId' | 'name'>[],
): Promise<EInvoiceView | null> {
  const [file] = files
  if (!file || !/\.xml$/i.test(file.name)) return null
  try {
    return (await call(readInvoiceFile, { params: { fileId: file.fileId } })).invoice
  } catch {
    // The form can be filled by hand; whatever is wrong with the file is said when it is recorded.
    return null
  }
}
