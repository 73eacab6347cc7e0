import type { Tx } from '../../../platform/database/connect.ts'
import type { PaperContent } from '../../../platform/documents/paper.ts'
import { boxesOf, type Filed, frameOf, type Said } from '../papers/public.ts'
import { officialReturn } from './official-return.ts'

/** The target completion table in the layout of its workbook, with a box for every seat that takes it (G3.5, H6). */
export async function returnPaper(tx: Tx, filed: Filed, said: Said): Promise<PaperContent> {
  const table = await officialReturn(tx, filed.row.id, said.language, filed.row)
  const { sheet, title, subtitle, facts, columns, rows, notes = [], signatures } = table
  return {
    ...frameOf(filed, said),
    title: `${said.programme}\n${title}`,
    subtitle,
    lie: 'landscape',
    blocks: [
      { kind: 'facts', perLine: 3, pairs: facts },
      { kind: 'table', name: sheet, columns, rows, notes },
      { kind: 'hands', texts: signatures },
      boxesOf(filed, said, { withFiler: false }),
    ],
    signatures,
  }
}
