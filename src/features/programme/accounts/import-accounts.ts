import { type Asking, download, reading, type Upload, upload } from '../../../platform/command.ts'
import { whyNotTaken } from '../../../platform/imports/import-errors.ts'
import { type Doubt, digestOf, markedCopy, takeIn, workbookOf } from '../../../platform/imports/take-in.ts'
import type { ParsedRow } from '../../../platform/workbook/account.ts'
import type { Workbook } from '../../../platform/workbook/sheets.ts'
import { parseTable } from '../../../platform/workbook/table.ts'
import { makeTemplate } from '../../../platform/workbook/template.ts'
import { xlsxMediaType } from '../../../platform/workbook/values.ts'
import { refuse } from '../../../policy/guide/refuse.ts'
import * as policy from '../../../policy/people/account-import.ts'
import { takesTwo } from '../../../policy/people/account-requests.ts'
import { unitsNamed } from '../units/public.ts'
import * as contract from './import-contract.ts'
import { accountTable } from './import-table.ts'
import * as store from './store.ts'
import { words } from './words.ts'

/** Rows that one workbook brings at most. */
const maxRows = 500
const { columns } = accountTable

export const accountTemplate = download(contract.accountTemplate, async ({ search }) => {
  const language = search.language ?? 'zh'
  const content = await makeTemplate(accountTable, { language })
  return { fileName: `${words.title[language]}-${words.template[language]}.xlsx`, mediaType: xlsxMediaType, content }
})

export const previewAccounts = reading(contract.previewAccounts, async ({ upload: file }, asking) => {
  const { account, accounts } = await takeAccounts(await workbookOf(file, columns), file, asking)
  const sound = account.problems.length === 0 ? accounts() : []
  const byPost = Map.groupBy(sound, ({ post }) => post)
  return {
    ...account,
    posts: [...byPost].map(([post, rows]) => ({ post, accounts: rows.length })),
    units: new Set(sound.map(({ unit }) => unit.id)).size,
  }
})

/** Every account of the file, as if opened one after another: their persons choose passwords with slips. */
export const importAccounts = upload(
  contract.importAccounts,
  async ({ search, upload: file }, { tx, actor, now, newId, record }) => {
    const { account, accounts } = await takeAccounts(await workbookOf(file, columns), file, { tx })
    const no = whyNotTaken(account, search)
    if (no) throw no
    // In one order, so that two imports wait for each other and never both ways.
    const made = accounts().toSorted((a, b) => (a.name < b.name ? -1 : 1))
    for (const { unit, post, name } of made) {
      const id = newId()
      await store.createAccount(tx, { id, unitId: unit.id, name, post, requestId: newId(), createdAt: now })
      record('account.created', { subject: id, scope: unit.scope, after: { unitId: unit.id, name, post } })
    }
    const warnings = account.warnings.map(({ sheet, cell, zh }) => ({ cell: `${sheet}!${cell}`, zh }))
    const source = { fileName: file.fileName, hash: file.hash, acceptedWarnings: warnings, accounts: made.length }
    record('account.imported', { subject: null, scope: actor.scope, after: source })
    return { imported: made.length, toApprove: made.filter(({ post }) => takesTwo(post)).length }
  },
  { accounts_name_key: () => refuse('account.name-taken', null) },
)

export const markAccounts = reading(contract.markAccounts, async ({ search, upload: file }, asking) => {
  const { taken } = await takeAccounts(await workbookOf(file, columns), file, asking)
  return markedCopy(file, columns, taken, search.language ?? 'zh')
})

/** What the rows of a workbook would do. `accounts`: only of an account without problems. */
async function takeAccounts(workbook: Workbook, file: Upload, { tx }: Pick<Asking, 'tx'>) {
  const drafts: readonly ParsedRow<policy.ReadAccount>[] = parseTable(workbook, accountTable).drafts
  const rows = drafts.map(({ value }) => value)
  const names = rows.flatMap(({ name }) => name ?? [])
  const given: policy.AccountsGiven = {
    units: await unitsNamed(tx, [...new Set(rows.flatMap(({ unit }) => unit ?? []))]),
    taken: new Set(await store.namesTaken(tx, names)),
    placeOf: (row) => `${drafts[row]?.sheet ?? ''}!${drafts[row]?.cells.name ?? drafts[row]?.row ?? ''}`,
  }
  const { rows: _, ...taken } = takeIn(workbook, {
    table: accountTable,
    maxRows,
    rowOf: (read) => read,
    problems: (): readonly Doubt[] => policy.accountProblems(rows, given),
  })
  const unitIds = rows.map((row) => policy.unitsOf(row, given.units).map(({ id }) => id))
  const { values: _values, ...account } = taken
  return { taken, account: { digest: digestOf(file, taken, { unitIds }), ...account }, accounts }

  function accounts() {
    return rows.flatMap((row) => {
      const [unit] = policy.unitsOf(row, given.units)
      // Of an account without problems no row lacks any of them.
      return unit && row.post !== null && row.name !== null ? [{ unit, post: row.post, name: row.name }] : []
    })
  }
}
