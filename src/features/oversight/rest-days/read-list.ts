import { upload } from '../../../platform/command.ts'
import { HttpError } from '../../../platform/errors.ts'
import { workbookOf } from '../../../platform/imports/take-in.ts'
import { asDay, asOneOf, asText } from '../../../platform/workbook/cells.ts'
import { column, type Table } from '../../../platform/workbook/columns.ts'
import { parseTable } from '../../../platform/workbook/table.ts'
import { restDayKindNames } from '../../../policy/calendar/rest-days.ts'
import * as contract from './contract.ts'
import { words } from './words.ts'

/** What other lists of rest days call the two. */
const usual = { 休息: 'rest', 放假: 'rest', 假: 'rest', 上班: 'worked', 补班: 'worked', 调休上班: 'worked' } as const

const columns = [
  column('day', { title: words.day, required: true, parse: asDay, unique: 'refused' }),
  column('kind', {
    title: words.kind,
    required: true,
    aliases: ['类型', '类别', '状态', '休班'],
    parse: asOneOf(restDayKindNames, usual),
  }),
  column('name', { title: words.name, required: false, parse: asText(40) }),
] as const
const table: Table<typeof columns> = { title: words.title, columns }

/** The days of a workbook, to be looked at before they are entered. @throws WorkbookRefused, HttpError 422 with every problem */
export const readRestDays = upload(contract.readRestDays, async ({ upload: file }, { actor, record }) => {
  const { rows, problems, warnings } = parseTable(await workbookOf(file, columns), table)
  if (problems.length > 0)
    throw new HttpError(
      422,
      'rest-days.file-problems',
      { zh: words.problems.zh(problems.length), en: words.problems.en(problems.length) },
      problems.map(({ sheet, cell, zh, en }) => ({ field: `${sheet}!${cell}`, zh, en })),
    )
  const source = { fileName: file.fileName, hash: file.hash, rows: rows.length }
  record('rest-days.read', { subject: null, scope: actor.scope, after: source })
  return {
    days: rows.map(({ value: { day, kind, name } }) => ({ day, kind, name: name ?? '' })),
    warnings: warnings.map(({ sheet, cell, zh, en }) => ({ place: `${sheet}!${cell}`, zh, en })),
  }
})
