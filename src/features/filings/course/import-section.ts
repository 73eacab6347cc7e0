import { type Asking, type Endpoint, reading, type Upload, upload } from '../../../platform/command.ts'
import { notFound } from '../../../platform/errors.ts'
import type { ImportAccount } from '../../../platform/imports/account.ts'
import { whyNotTaken } from '../../../platform/imports/import-errors.ts'
import { digestOf, markedCopy, workbookOf } from '../../../platform/imports/take-in.ts'
import { canonical } from '../../../shared/canonical.ts'
import { lockCourseFiling, readCourseFiling } from './course-filing.ts'
import * as contract from './import-contract.ts'
import type { CourseFiling, Kind, Kinds, SectionImport, SectionTakenIn } from './kind.ts'
import { keepSection, requireSavable } from './save-section.ts'

/** A section filled from a workbook: first everything it would do is said, then the same file is confirmed. */
export function importRoutes(kinds: Kinds): Endpoint[] {
  return [previewImport(kinds), importSection(kinds), markImport(kinds)]
}

const previewImport = (kinds: Kinds) =>
  reading(contract.previewImport, async ({ params, search, upload: file }, asking) => {
    const filing = await readCourseFiling(asking.tx, asking.actor, params.filingId)
    await requireSavable(asking, filing, { ...params, ...search })
    const kind = kinds[filing.duty.kind]
    const { columns, takeIn } = importOf(kind, filing, params.section)
    const taken = takeIn(await workbookOf(file, columns))
    return {
      ...accountOf(taken, file, filing, { ...params, ...search }),
      standing: rowsOf(filing.content[params.section]).length,
      change: taken.problems.length > 0 ? null : changeTo(kind, filing, params.section, taken),
    }
  })

const importSection = (kinds: Kinds) =>
  upload(contract.importSection, async ({ params, search, upload: file }, acting) => {
    // Read before anything is locked.
    const seen = await readCourseFiling(acting.tx, acting.actor, params.filingId)
    const kind = kinds[seen.duty.kind]
    const workbook = await workbookOf(file, importOf(kind, seen, params.section).columns)
    const filing = await lockCourseFiling(acting.tx, acting.actor, params.filingId)
    await requireSavable(acting, filing, { ...params, ...search })
    const taken = importOf(kind, filing, params.section).takeIn(workbook)
    const account = accountOf(taken, file, filing, { ...params, ...search })
    const no = whyNotTaken(account, search)
    if (no) throw no
    const content = taken.content(acting.newId)
    const warnings = account.warnings.map(({ sheet, cell, zh }) => ({ cell: `${sheet}!${cell}`, zh }))
    const source = { fileName: file.fileName, hash: file.hash, acceptedWarnings: warnings }
    const sent = { section: params.section, revision: search.revision, content, source }
    return { revision: await keepSection(acting, kind, filing, sent), imported: rowsOf(content).length }
  })

const markImport = (kinds: Kinds) =>
  reading(contract.markImport, async ({ params, search, upload: file }, asking: Asking) => {
    const filing = await readCourseFiling(asking.tx, asking.actor, params.filingId)
    const { columns, takeIn } = importOf(kinds[filing.duty.kind], filing, params.section)
    return markedCopy(file, columns, takeIn(await workbookOf(file, columns)), search.language ?? 'zh')
  })

/** @throws HttpError 404 for a section that is not filled from workbooks */
function importOf(kind: Kind, filing: CourseFiling, section: string): SectionImport {
  const found = kind.importOf?.(filing, section)
  if (!found) throw notFound({ zh: '导入项', en: 'import' })
  return found
}

function accountOf(
  { content: _, ...taken }: SectionTakenIn,
  file: Upload,
  { duty }: CourseFiling,
  at: { filingId: string; section: string; revision: number },
): ImportAccount {
  const { filingId, section, revision } = at
  const digest = digestOf(file, taken, { filingId, section, revision, edition: duty.batch.edition.id })
  const { values: _values, ...account } = taken
  return { digest, ...account }
}

type Row = { readonly id: string }

/** The change against what stands there, by the kind's own comparison; rows that are new are numbered here alone. */
function changeTo(kind: Kind, { content, duty }: CourseFiling, section: string, taken: SectionTakenIn) {
  let no = 0
  const after = taken.content(() => `new-${++no}`)
  const standing = new Map(rowsOf(content[section]).map((row) => [row.id, row]))
  const rows = rowsOf(after)
  const kept = rows.filter(({ id }) => standing.has(id))
  const unchanged = kept.filter((row) => canonical(row) === canonical(standing.get(row.id))).length
  return {
    added: rows.length - kept.length,
    changed: kept.length - unchanged,
    removed: standing.size - kept.length,
    unchanged,
    changes: [...(kind.changes?.(content, { ...content, [section]: after }, duty) ?? [])],
  }
}

function rowsOf(content: unknown): readonly Row[] {
  return (content as { readonly rows?: readonly Row[] } | undefined)?.rows ?? []
}
