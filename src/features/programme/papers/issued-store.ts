import type { Tx } from '../../../platform/database/connect.ts'
import { json } from '../../../platform/database/json.ts'
import type { IssuedPapers } from '../../../platform/database/types.ts'
import type { PaperContent } from '../../../platform/documents/paper.ts'
import type { Told } from '../../../platform/documents/told.ts'
import { verifyCode } from '../../../policy/filings/verify-code.ts'
import type { Language } from '../../../shared/words.ts'

export type PaperKind = IssuedPapers['kind']
export type InLanguages<T> = Readonly<Record<Language, T>>

/** A paper that was issued; `stands` until the next one of its subject takes its place. */
export type IssuedPaper = {
  readonly no: number
  readonly versionNo: number | null
  readonly code: string
  readonly issuedAt: Date
  readonly stands: boolean
}

/** `versionNo`: of a filing; null where there are no versions. */
export type OfSubject = { readonly subject: string; readonly versionNo: number | null }

/** The newest row of a subject, whether a paper or that one was taken back; null before the first. */
export async function lastRow(tx: Tx, subject: string): Promise<{ no: number; hash: string | null } | null> {
  const found = await tx
    .selectFrom('issuedPapers')
    .select(['no', 'hash'])
    .where('subject', '=', subject)
    .orderBy('no', 'desc')
    .limit(1)
    .executeTakeFirst()
  return found ?? null
}

/** The last paper of a subject that was issued, of one version where it has versions; null where none ever was. */
export async function issuedPaper(tx: Tx, { subject, versionNo }: OfSubject): Promise<IssuedPaper | null> {
  const row = await tx
    .selectFrom('issuedPapers as p')
    .select(['p.no', 'p.versionNo', 'p.hash', 'p.issuedAt'])
    .select((eb) =>
      eb
        .selectFrom('issuedPapers as l')
        .select((on) => on.fn.max('l.no').as('no'))
        .whereRef('l.subject', '=', 'p.subject')
        .as('lastNo'),
    )
    .where('p.subject', '=', subject)
    .where('p.hash', 'is not', null)
    .where('p.versionNo', 'is not distinct from', versionNo)
    .orderBy('p.no', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row?.hash) return null
  const { no, lastNo, hash, issuedAt } = row
  return { no, versionNo: row.versionNo, code: verifyCode(hash), issuedAt, stands: no === lastNo }
}

/** What stands on an issued paper. */
export async function issuedContent(tx: Tx, subject: string, no: number, language: Language): Promise<PaperContent> {
  const { content } = await tx
    .selectFrom('issuedPapers')
    .select('content')
    .where('subject', '=', subject)
    .where('no', '=', no)
    .executeTakeFirstOrThrow()
  return (content as InLanguages<PaperContent>)[language]
}

/** Every row of these subjects, whole, by subject and number, those without content too. */
export async function papersIssued(tx: Tx, subjects: readonly string[]) {
  return tx
    .selectFrom('issuedPapers')
    .selectAll()
    .where('subject', 'in', subjects)
    .orderBy('subject')
    .orderBy('no')
    .execute()
}

export type NewPaper = {
  readonly id: string
  readonly subject: string
  readonly no: number
  readonly kind: PaperKind
  readonly unitName: string
  readonly period: string
  readonly versionNo: number | null
  /** Null where a stranger's act changed what it shows. */
  readonly issuedBy: string | null
  readonly issuedAt: Date
  readonly scope: string
  /** Null where the paper before is taken back and none takes its place. */
  readonly drawn: {
    readonly hash: string
    readonly content: InLanguages<PaperContent>
    readonly told: InLanguages<Told>
  } | null
}

export async function insertPaper(tx: Tx, { drawn, ...row }: NewPaper): Promise<void> {
  const values = drawn
    ? { hash: drawn.hash, content: json(drawn.content), told: json(drawn.told) }
    : { hash: null, content: null, told: null }
  await tx
    .insertInto('issuedPapers')
    .values({ ...row, ...values })
    .execute()
}
