import type { Actor } from '../../../platform/command.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import type { PaperContent, PaperTable } from '../../../platform/documents/paper.ts'
import type { FormColumn } from '../../../platform/workbook/form-body.ts'
import type { ExportValue } from '../../../platform/workbook/values.ts'
import { type CadenceWords, cadenceWords } from '../../../policy/returns/cadence-words.ts'
import {
  emptyReasons,
  type FigureName,
  legendOf,
  reasonsOfRows,
  tableFigures,
  whyEmpty,
} from '../../../policy/returns/empty-figure.ts'
import { executionText } from '../../../policy/returns/execution.ts'
import { reductionText } from '../../../policy/returns/reduction-text.ts'
import { formatYuan } from '../../../shared/money.ts'
import { periodName } from '../../../shared/periods.ts'
import { type Language, type Spoken, speak } from '../../../shared/words.ts'
import type { ReturnRow } from './contract.ts'
import { isLive } from './table-filing.ts'
import { type DrawnTable, readTable } from './views.ts'
import { formWords, words } from './words.ts'

type Said = Spoken<typeof words> & {
  readonly form: Spoken<typeof formWords>
  readonly cadence: Spoken<CadenceWords>
  readonly table: string
}

export type OfficialTable = Pick<PaperTable, 'columns' | 'rows' | 'notes'> & {
  readonly sheet: string
  readonly title: string
  readonly subtitle: PaperContent['subtitle']
  readonly facts: readonly (readonly [string, string])[]
  readonly signatures: readonly string[]
}

/** The table in the official layout (G3.5): what is shown on the screen, nothing else, ready to print and seal. */
export async function officialReturn(
  tx: Tx,
  filingId: string,
  language: Language,
  reader: Pick<Actor, 'scope'>,
): Promise<OfficialTable> {
  const table = await readTable(tx, filingId, reader)
  const { head } = table
  const said = {
    ...speak(words, language),
    form: speak(formWords, language),
    cadence: speak(cadenceWords[head.cadence], language),
    table: head.name[language],
  }
  return formOf(table, said, language)
}

function formOf({ head, rows, filing }: DrawnTable, said: Said, language: Language): OfficialTable {
  const { form } = said
  return {
    sheet: form.sheet,
    title: said.table,
    subtitle: {
      left: `${form.filer}${head.parkName}`,
      centre: periodName(head.period)[language],
      right: form.moneyUnit,
    },
    facts: [
      [said.county, head.countyName],
      [said.park, head.parkName],
      [form.operator, head.parkUscc],
      [said.award, formatYuan(head.awardFen)],
      [said.received, formatYuan(head.receivedFen)],
      [said.spent, formatYuan(head.spentFen)],
      [said.execution, executionText(head)[language]],
      [said.timePassed, rows[0] ? `${rows[0].timeProgress}%` : ''],
      [said.cutOff, head.cutOff],
      [said.filledBy, head.filledBy ?? ''],
      [said.reviewedBy, head.reviewedBy ?? ''],
      [said.submittedOn, head.submittedOn ?? ''],
    ] as const,
    columns: columnsOf(said),
    rows: rows.flatMap((row, at) => [rowOf(row, at, language), ...correctionOf(row, said, language)]),
    notes: [
      form.noteComputed(said.cadence.thisPeriod),
      form.noteAccepted,
      ...(isLive(filing) ? [form.noteOpen] : []),
      ...legendLine(rows, said, language),
    ],
    signatures: [form.signFiller, form.signPark, form.signEconomy],
  }
}

/** The labels of the empty figures, and what they mean. */
function legendLine(rows: readonly ReturnRow[], { form }: Said, language: Language): string[] {
  const reasons = reasonsOfRows(rows, tableFigures)
  return reasons.length === 0 ? [] : [form.noteEmpty(legendOf(reasons)[language])]
}

function columnsOf(said: Said): FormColumn[] {
  const text = (title: string, width: number, more: Partial<FormColumn> = {}): FormColumn => ({
    title,
    width,
    kind: 'text',
    align: 'center',
    ...more,
  })
  const number = (title: string, width: number): FormColumn => ({ title, width, kind: 'number', align: 'right' })
  const { form } = said
  return [
    text(said.no, 5),
    text(said.level1, 6, { merge: true }),
    text(said.level2, 8, { merge: true }),
    text(said.indicator, 20, { align: 'left' }),
    text(said.unit, 5),
    number(said.target, 8),
    number(said.yearTarget, 8),
    number(said.baseline, 6),
    { ...number(said.cadence.thisPeriod, 8), group: form.done },
    { ...number(said.thisYear, 8), group: form.done },
    { ...number(said.total, 8), group: form.done },
    number(form.ratePercent, 8),
    number(form.gapPoints, 8),
    number(said.proofs, 8),
    text(said.reason, 26, { align: 'left' }),
    number(said.acceptedValue, 8),
    text(said.reductionReason, 26, { align: 'left' }),
  ]
}

function rowOf(row: ReturnRow, at: number, language: Language): ExportValue[] {
  const figuresOf = (...names: FigureName[]): ExportValue[] =>
    names.map((name) => {
      const why = whyEmpty(row, name)
      return why ? emptyReasons[why].label[language] : row[name]
    })
  return [
    String(at + 1),
    row.l1[language],
    row.l2[language],
    row.name[language],
    row.unit[language],
    row.target,
    row.yearTarget,
    row.baseline,
    ...figuresOf('thisPeriod', 'thisYear', 'total', 'rate', 'gap', 'proofs'),
    row.reason,
    ...figuresOf('accepted'),
    reductionText(row)[language],
  ]
}

/** What changed in an earlier period stands in a row of its own below the indicator. */
function correctionOf(row: ReturnRow, said: Said, language: Language): ExportValue[][] {
  const { previous } = row
  if (!previous?.correction) return []
  const reported = previous.reported ?? 0
  const now = Math.round((reported + previous.correction) * 100) / 100
  const note = said.correctionTo(periodName(previous.period)[language], String(reported), String(now))
  const line: ExportValue[] = Array.from({ length: 17 }, () => null)
  line[1] = row.l1[language]
  line[2] = row.l2[language]
  line[3] = said.correctionRow(periodName(previous.period)[language])
  line[4] = row.unit[language]
  line[10] = previous.correction
  line[14] = note
  return [line]
}
