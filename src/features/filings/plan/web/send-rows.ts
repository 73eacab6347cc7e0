import { address } from '../../../../shared/route.ts'
import { newKey, type Reply } from '../../../../ui/api.ts'
import { ApiError, readError } from '../../../../ui/api-error.ts'
import { lostSession } from '../../../../ui/lost-session.ts'
import { importPlanRows } from '../contract.ts'

type Rows = { readonly filingId: string; readonly section: 'targets' | 'enterprises'; readonly revision: number }

/** Sends a workbook whose rows replace those of a section. Throws `ApiError` with every problem by sheet and cell. */
export async function sendRows(
  file: File,
  { filingId, section, revision }: Rows,
): Promise<Reply<typeof importPlanRows>> {
  const key = newKey()
  const send = () =>
    fetch(address(importPlanRows, { filingId, section }, { revision }), {
      method: importPlanRows.method,
      credentials: 'same-origin',
      headers: {
        accept: 'application/json',
        'content-type': 'application/octet-stream',
        'idempotency-key': key,
        'x-file-name': encodeURIComponent(file.name),
      },
      body: file,
    }).catch(() => {
      throw new ApiError(0, {})
    })
  let response = await send()
  if (response.status === 401 && (await lostSession.regained())) response = await send()
  const payload: unknown = await response.json().catch(() => null)
  if (!response.ok) throw readError(response.status, payload)
  return payload as Reply<typeof importPlanRows>
}
