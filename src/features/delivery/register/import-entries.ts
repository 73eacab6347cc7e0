import { type Actor, type Asking, download, reading, type Upload, upload } from '../../../platform/command.ts'
import { holdKey } from '../../../platform/database/hold.ts'
import { whyNotTaken } from '../../../platform/imports/import-errors.ts'
import { type Doubt, digestOf, markedCopy, takeIn, workbookOf } from '../../../platform/imports/take-in.ts'
import type { ParsedRow } from '../../../platform/workbook/account.ts'
import type { Workbook } from '../../../platform/workbook/sheets.ts'
import { parseTable } from '../../../platform/workbook/table.ts'
import { makeTemplate } from '../../../platform/workbook/template.ts'
import { xlsxMediaType } from '../../../platform/workbook/values.ts'
import { kindOf, registerKinds } from '../../../policy/records/register.ts'
import { entryTwice } from '../../../policy/services/register-entry.ts'
import * as policy from '../../../policy/services/register-import.ts'
import { dayOf } from '../../../shared/dates.ts'
import { pilotEnterprises } from '../../programme/baselines/public.ts'
import { bindFiles, unboundUploads } from '../../programme/files/public.ts'
import { requirePilot } from '../../programme/pilots/public.ts'
import * as contract from './import-contract.ts'
import { registerTable } from './import-table.ts'
import * as store from './store.ts'
import { words } from './words.ts'

/** Rows that one workbook brings at most; as many as the template has. */
const maxRows = 2000
const { columns } = registerTable

export const registerTemplate = download(contract.registerTemplate, async ({ params, search }, { tx }) => {
  const { edition } = await requirePilot(tx, params.pilotId)
  const language = search.language ?? 'zh'
  const content = await makeTemplate(registerTable, { language, rules: edition.name })
  return { fileName: `${words.title[language]}-${words.template[language]}.xlsx`, mediaType: xlsxMediaType, content }
})

export const previewEntries = reading(contract.previewEntries, async ({ params, upload: file }, asking) => {
  await requirePilot(asking.tx, params.pilotId)
  const { account, entries } = await takeEntries(await workbookOf(file, columns), file, params.pilotId, asking)
  const sound = account.problems.length === 0 ? entries() : []
  const byKind = Map.groupBy(sound, ({ kind }) => kind)
  return {
    ...account,
    kinds: [...byKind].map(([kind, rows]) => ({ kind, entries: rows.length })),
    enterprises: new Set(sound.map(({ enterpriseId }) => enterpriseId)).size,
  }
})

/** Every entry of the file with its paper, as if entered one after another; each number counts once in the province (G3.5). */
export const importEntries = upload(
  contract.importEntries,
  async ({ params, search, upload: file }, acting) => {
    const { tx, actor, now, newId, record } = acting
    const pilot = await requirePilot(tx, params.pilotId)
    const workbook = await workbookOf(file, columns)
    // In one order, so that two imports wait for each other and never both ways.
    const enterprises = await pilotEnterprises(tx, pilot.id)
    for (const id of enterprises.map((one) => one.id).sort()) await holdKey(tx, 'register', id)
    const { account, entries } = await takeEntries(workbook, file, pilot.id, acting)
    const no = whyNotTaken(account, search)
    if (no) throw no
    const read = entries()
    const files = await bindFiles(tx, read, { newId, field: 'file' })
    const made = read.map((entry, at) => ({ ...entry, id: newId(), fileId: files[at] ?? entry.fileId }))
    await store.insertEntries(
      tx,
      made.map((entry) => ({ ...entry, recordedBy: actor.accountId, recordedAt: now })),
    )
    const warnings = account.warnings.map(({ sheet, cell, zh }) => ({ cell: `${sheet}!${cell}`, zh }))
    const source = { fileName: file.fileName, hash: file.hash, acceptedWarnings: warnings, entries: made.length }
    record('register.imported', { subject: pilot.id, scope: actor.scope, after: source })
    for (const entry of made) record('register.entered', { subject: entry.id, scope: entry.scope, after: entry })
    return { imported: made.length }
  },
  { register_entries_once: () => entryTwice(null, null) },
)

export const markEntries = reading(contract.markEntries, async ({ params, search, upload: file }, asking) => {
  await requirePilot(asking.tx, params.pilotId)
  const { taken } = await takeEntries(await workbookOf(file, columns), file, params.pilotId, asking)
  return markedCopy(file, columns, taken, search.language ?? 'zh')
})

type Reading = Pick<Asking, 'tx' | 'now'> & { readonly actor: Actor }
type Row = Omit<policy.ReadEntry, 'unread'>

/** What the rows of a workbook would do to the registers of a pilot. `entries`: only of an account without problems. */
async function takeEntries(workbook: Workbook, file: Upload, pilotId: string, { tx, actor, now }: Reading) {
  const drafts: readonly ParsedRow<Row>[] = parseTable(workbook, registerTable).drafts
  const rows = drafts.map(({ value, texts }): policy.ReadEntry => ({ ...value, unread: unreadIn(value, texts) }))
  const enterprises = await pilotEnterprises(tx, pilotId)
  const byCode = new Map(enterprises.map((one) => [one.uscc, one]))
  const uploads = Map.groupBy(await unboundUploads(tx, actor), ({ name }) => policy.paperKey(name))
  const given: policy.ImportGiven = {
    today: dayOf(now),
    enterprises: byCode,
    titles: await store.standingTitles(tx, pilotId),
    held: await store.heldAlready(tx, rows.map(keyed)),
    papers: new Map([...uploads].map(([key, found]) => [key, new Set(found.map(({ hash }) => hash)).size])),
    placeOf: (row) => `${drafts[row]?.sheet ?? ''}!${drafts[row]?.cells.number ?? drafts[row]?.row ?? ''}`,
  }
  const { rows: _, ...taken } = takeIn(workbook, {
    table: registerTable,
    maxRows,
    rowOf: (read) => read,
    problems: (): readonly Doubt[] => policy.importProblems(rows, given),
    warnings: (): readonly Doubt[] => policy.importWarnings(rows, given),
  })
  const paperOf = ({ paper }: Row) => uploads.get(policy.paperKey(paper ?? ''))?.[0]?.id ?? ''
  const digest = digestOf(file, taken, { pilotId, papers: rows.map(paperOf) })
  const { values: _values, ...account } = taken
  return { taken, account: { digest, ...account }, entries }

  function entries(): Omit<store.NewEntry, 'id' | 'recordedBy' | 'recordedAt'>[] {
    return rows.flatMap((row) => {
      const { uscc, sort, number, on, party } = row
      const enterprise = byCode.get(uscc ?? '')
      // Of an account without problems no row lacks any of them.
      if (!enterprise || sort === null || number === null || on === null || party === null) return []
      const { id: enterpriseId, scope } = enterprise
      const kind = kindOf(sort)
      const amountFen = registerKinds[kind].amount === null ? null : row.amountFen
      const said = { sort, number, on, party, amountFen, fileId: paperOf(row) }
      return [{ ...said, kind, pilotId, enterpriseId, uscc: enterprise.uscc, scope }]
    })
  }
}

/** What is written in a cell and could not be read. */
function unreadIn(value: Row, texts: Readonly<Record<string, string>>): ReadonlySet<string> {
  return new Set(Object.keys(value).filter((key) => value[key as keyof Row] === null && (texts[key] ?? '') !== ''))
}

function keyed({ uscc, sort, number }: policy.ReadEntry) {
  return { kind: sort === null ? '' : kindOf(sort), uscc: uscc ?? '', sort: sort ?? '', number: number ?? '' }
}
