import { download } from '../../../platform/command.ts'
import { notFound } from '../../../platform/errors.ts'
import type { FormColumn } from '../../../platform/workbook/form-body.ts'
import { type OfficialForm, writeOfficialForm } from '../../../platform/workbook/official-form.ts'
import { type ExportValue, xlsxMediaType } from '../../../platform/workbook/values.ts'
import { cadenceWords } from '../../../policy/returns/cadence-words.ts'
import {
  type EmptyReason,
  emptyReasons,
  legendOf,
  mergedFigures,
  mergedReasons,
  whyEmpty,
  whyPartEmpty,
} from '../../../policy/returns/empty-figure.ts'
import { executionText } from '../../../policy/returns/execution.ts'
import { isAccepted } from '../../../policy/returns/returns.ts'
import { formatYuan } from '../../../shared/money.ts'
import { periodName } from '../../../shared/periods.ts'
import { type Language, speak } from '../../../shared/words.ts'
import * as contract from './contract.ts'
import { showTablesView } from './views.ts'
import { formWords, words } from './words.ts'

/** The merged table in the official layout: what the screen shows, ready to print and seal. */
export const tablesWorkbook = download(contract.tablesWorkbook, async ({ search }, { tx, actor, now }) => {
  const { language, ...asked } = search
  const { table, today } = await showTablesView(tx, asked, actor, now)
  if (!table) throw notFound({ zh: '汇总表', en: 'merged table' })
  return {
    fileName: `${table.unitName}-${periodName(table.period)[language]}-${table.name[language]}.xlsx`,
    mediaType: xlsxMediaType,
    content: await writeOfficialForm(formOf(table, today, language)),
  }
})

function formOf(table: contract.MergedTable, today: string, language: Language): OfficialForm {
  const said = speak(words, language)
  const form = speak(formWords, language)
  const missing = table.parks.filter(({ state }) => state === null || !isAccepted(state)).map((park) => park.parkName)
  return {
    sheet: form.sheet,
    title: table.name[language],
    ...(missing.length > 0 ? { draft: form.draft } : {}),
    subtitle: {
      left: `${form.filer}${table.unitName}`,
      centre: periodName(table.period)[language],
      right: form.moneyUnit,
    },
    facts: [
      [said.awardFen, formatYuan(table.awardFen)],
      [said.receivedFen, formatYuan(table.receivedFen)],
      [said.spentFen, formatYuan(table.spentFen)],
      [said.executionRate, executionText(table)[language]],
      [form.parksIn, `${table.parks.length - missing.length} / ${table.parks.length}`],
      ...(table.isRecorded ? [recordNumbers(table, said.recordNo)] : []),
    ],
    columns: columnsOf(table, language),
    rows: table.rows.map((row, at) => rowOf(table, row, at, language)),
    notes: [
      form.noteMerged,
      ...(missing.length > 0 ? [form.noteMissing(missing.join('、'))] : []),
      ...legendLine(table, language),
    ],
    signatures: [form.signFiller, form.signLeader, form.signSeal],
    footer: { left: form.footer(today), page: form.page },
  }
}

function recordNumbers({ parks }: contract.MergedTable, label: string): readonly [string, string] {
  return [label, [...new Set(parks.flatMap((park) => park.recordNo ?? []))].join('、')]
}

function columnsOf({ cadence, columns }: contract.MergedTable, language: Language): FormColumn[] {
  const said = speak(words, language)
  const form = speak(formWords, language)
  const text = (title: string, width: number, more: Partial<FormColumn> = {}): FormColumn => {
    return { title, width, kind: 'text', align: 'center', ...more }
  }
  const number = (title: string, width = 9, group?: string): FormColumn => {
    return { title, width, kind: 'number', align: 'right', ...(group === undefined ? {} : { group }) }
  }
  return [
    text(form.no, 5),
    text(form.level1, 7, { merge: true }),
    text(form.level2, 8, { merge: true }),
    text(said.indicator, 22, { align: 'left' }),
    text(form.unit, 6),
    number(said.target),
    number(cadenceWords[cadence].thisPeriod[language], 9, form.merged),
    number(said.thisYear, 9, form.merged),
    number(said.total, 9, form.merged),
    number(form.ratePercent),
    ...columns.map(({ name }) => number(name, 11, form.each)),
  ]
}

function legendLine(table: contract.MergedTable, language: Language): string[] {
  const reasons = mergedReasons(table)
  return reasons.length === 0 ? [] : [speak(formWords, language).noteEmpty(legendOf(reasons)[language])]
}

function rowOf(
  { columns }: contract.MergedTable,
  row: contract.MergedRowView,
  at: number,
  language: Language,
): ExportValue[] {
  const { l1, l2, name, unit, target, parts: given } = row
  const said = (value: number | null, why: EmptyReason | null) => (why ? emptyReasons[why].label[language] : value)
  const figures = mergedFigures.map((figure) => said(row[figure], whyEmpty(row, figure)))
  const parts = columns.map(({ accepted }, column) => {
    const value = given[column]?.total ?? null
    return said(value, whyPartEmpty(row, { value, accepted }))
  })
  const names = [String(at + 1), l1[language], l2[language], name[language], unit[language]]
  return [...names, target, ...figures, ...parts]
}
