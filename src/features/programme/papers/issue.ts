import { createHash } from 'node:crypto'
import type { Acting, Follow } from '../../../platform/command.ts'
import type { PaperContent } from '../../../platform/documents/paper.ts'
import { toldOf } from '../../../platform/documents/told.ts'
import { canonical } from '../../../shared/canonical.ts'
import { type InLanguages, insertPaper, lastRow, type PaperKind } from './issued-store.ts'

/** The paper of a subject as it stands now; `content` null where none stands: before its act, and once that is taken back. */
export type SubjectPaper = {
  readonly subject: string
  readonly kind: PaperKind
  readonly scope: string
  readonly unitName: string
  readonly period: string
  /** Null where there are no versions. */
  readonly versionNo: number | null
  readonly content: InLanguages<PaperContent> | null
}

/** The papers that an event may have changed, drawn anew; `about`: the subject of the event, `scope`: where it happened. */
export type PapersAfter = (acting: Acting, about: string, scope: string) => Promise<readonly SubjectPaper[]>

/** Which papers an event may change, by what its kind begins with: `filing` of `filing.submitted`. */
export type PapersByEvent = Readonly<Record<string, readonly PapersAfter[]>>

/** Issues the papers that an act has changed. An act that leaves a paper as it was issues none, whatever it is called. */
export function issuing(papers: PapersByEvent): Follow {
  return async (acting, events) => {
    const asked = new Map<PapersAfter, Set<string>>()
    const issued = new Set<string>()
    for (const { kind, subject, scope } of events) {
      if (subject === null || changesNoPaper.has(kind)) continue
      for (const papersAfter of papers[kind.split('.')[0] ?? ''] ?? []) {
        const of = asked.get(papersAfter) ?? new Set()
        if (of.has(subject)) continue
        asked.set(papersAfter, of.add(subject))
        for (const paper of await papersAfter(acting, subject, scope)) {
          if (issued.has(paper.subject)) continue
          issued.add(paper.subject)
          await issue(acting, paper)
        }
      }
    }
  }
}

/** What is written while nothing is filed yet, which people do all the time, and days that no paper shows. */
const changesNoPaper: ReadonlySet<string> = new Set([
  'filing.opened',
  'filing.section-saved',
  'filing.section-imported',
  'filing.drafted-anew',
  'filing.due-day-moved',
])

async function issue({ tx, visitor, now, newId }: Acting, { content, ...paper }: SubjectPaper): Promise<void> {
  const last = await lastRow(tx, paper.subject)
  const row = { ...paper, id: newId(), no: (last?.no ?? 0) + 1, issuedBy: visitor?.accountId ?? null, issuedAt: now }
  if (!content) {
    if (last?.hash) await insertPaper(tx, { ...row, drawn: null })
    return
  }
  if (last && last.hash === hashOf(paper, last.no, content)) return
  const told = { zh: toldOf(content.zh), en: toldOf(content.en) }
  await insertPaper(tx, { ...row, drawn: { content, told, hash: hashOf(paper, row.no, content) } })
}

/** What a paper's code is taken from: its hash is recomputed by whoever checks that it is the one that was issued. */
export function hashOf(
  { subject, kind, unitName, period, versionNo }: Omit<SubjectPaper, 'content'>,
  no: number,
  content: InLanguages<PaperContent>,
): string {
  const whole = { subject, kind, unitName, period, versionNo, no, content }
  return createHash('sha256').update(canonical(whole)).digest('hex')
}
