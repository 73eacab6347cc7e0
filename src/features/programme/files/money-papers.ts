import { sql } from 'kysely'
import { int, text, words } from '../../../platform/database/columns.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import { statement } from '../../../platform/database/statement.ts'
import { isPaper, type MoneyPaper, type PaperUse, type UnfitPaper } from '../../../policy/records/money-papers.ts'

const usesOf = statement(
  {
    kind: words('invoice', 'red-letter', 'bank-receipt', 'voucher', 'treasury-voucher'),
    serviceNo: text.nullable(),
    parkName: text.nullable(),
    trancheNo: int.nullable(),
  },
  (fileId: string) => sql`
    select m.kind, m.service_no as "serviceNo", m.park_name as "parkName", m.tranche_no as "trancheNo"
      from files f cross join lateral papers_of_money(f.hash) m
     where f.id = ${fileId}::uuid and m.file_id <> f.id
     order by m.service_no nulls last
     limit 1`,
)

/**
 * What the bytes of this upload stand for already as a paper of money, anywhere in the province, or that it cannot be one of this
 * kind; null for neither, or no file.
 */
export async function paperUse(tx: Tx, fileId: string | null, kind: MoneyPaper): Promise<PaperUse | UnfitPaper | null> {
  if (!fileId) return null
  const file = await tx.selectFrom('files').select('mediaType').where('id', '=', fileId).executeTakeFirst()
  if (file && !isPaper(kind, file.mediaType)) return { unfit: kind }
  const [found] = await usesOf(tx, fileId)
  return found ?? null
}
