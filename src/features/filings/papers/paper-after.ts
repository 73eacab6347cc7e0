import type { Tx } from '../../../platform/database/connect.ts'
import type { PaperContent } from '../../../platform/documents/paper.ts'
import type { FilingKind } from '../../../policy/filings/filing-kinds.ts'
import type { PaperAfter } from '../../programme/papers/public.ts'
import { showFiling } from '../course/public.ts'
import { type Said, saying } from './common.ts'
import { type Filed, filedOf } from './filed.ts'

/** Draws a filing of one kind as its official paper. */
export type DrawPaper = (tx: Tx, filed: Filed, said: Said) => Promise<PaperContent>
export type DrawPapers = Readonly<Record<FilingKind, DrawPaper>>

/** The paper of a filing: its newest version with what was said on it, from its submission on until it is taken or sent back. */
export function paperOfFiling(drawn: DrawPapers): PaperAfter {
  return async ({ tx }, filingId) => {
    const row = await showFiling(tx, filingId)
    if (!row?.version) return null
    const filed = await filedOf(tx, row, row.version)
    const draw = drawn[filed.kind]
    return {
      subject: row.id,
      kind: filed.kind,
      scope: row.scope,
      unitName: filed.unit.name,
      period: row.period,
      versionNo: row.version.no,
      content: stands(filed)
        ? { zh: await draw(tx, filed, saying('zh')), en: await draw(tx, filed, saying('en')) }
        : null,
    }
  }
}

/** Whether the newest version is before its judges, or past them. */
export function stands({ row }: Pick<Filed, 'row'>): boolean {
  return row.state !== 'draft' && row.state !== 'returned'
}
