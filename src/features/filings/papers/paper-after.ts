import type { Tx } from '../../../platform/database/connect.ts'
import type { PaperContent } from '../../../platform/documents/paper.ts'
import type { FilingKind } from '../../../policy/filings/filing-kinds.ts'
import type { PapersAfter, SubjectPaper } from '../../programme/papers/public.ts'
import { type FilingRow, showFiling, type VersionRow } from '../course/public.ts'
import { type Said, saying } from './common.ts'
import { type Filed, filedOf } from './filed.ts'

/** Draws a filing of one kind as its official paper. */
export type DrawPaper = (tx: Tx, filed: Filed, said: Said) => Promise<PaperContent>
export type DrawPapers = Readonly<Record<FilingKind, DrawPaper>>

/**
 * The paper of a filing: its newest version with what was said on it, from its submission on until it is taken or sent back. Where later
 * filings show what an earlier one was judged to be, theirs too.
 */
export function papersOfFiling(drawn: DrawPapers): PapersAfter {
  return async ({ tx }, filingId) => {
    const row = await showFiling(tx, filingId)
    if (!row?.version) return []
    const papers = [await paperOf(tx, drawn, row, row.version)]
    for (const later of await laterFilings(tx, row)) {
      const one = await showFiling(tx, later)
      if (one?.version) papers.push(await paperOf(tx, drawn, one, one.version))
    }
    return papers
  }
}

/** A reduced figure stays reduced in every table after it (G3.5). */
const carriesOn: readonly FilingKind[] = ['target-table']

async function laterFilings(tx: Tx, { kind, pilotId, period }: FilingRow): Promise<string[]> {
  if (pilotId === null || !carriesOn.includes(kind)) return []
  const found = await tx
    .selectFrom('filings')
    .select('id')
    .where('pilotId', '=', pilotId)
    .where('kind', '=', kind)
    .where('period', '>', period)
    .where('versionNo', '>', 0)
    .orderBy('period')
    .execute()
  return found.map(({ id }) => id)
}

async function paperOf(tx: Tx, drawn: DrawPapers, row: FilingRow, version: VersionRow): Promise<SubjectPaper> {
  const filed = await filedOf(tx, row, version)
  const draw = drawn[filed.kind]
  const both = async () => ({ zh: await draw(tx, filed, saying('zh')), en: await draw(tx, filed, saying('en')) })
  return {
    subject: row.id,
    kind: filed.kind,
    scope: row.scope,
    unitName: filed.unit.name,
    period: row.period,
    versionNo: version.no,
    content: stands(filed) ? await both() : null,
  }
}

/** Whether the newest version is before its judges, or past them. */
export function stands({ row }: Pick<Filed, 'row'>): boolean {
  return row.state !== 'draft' && row.state !== 'returned'
}
