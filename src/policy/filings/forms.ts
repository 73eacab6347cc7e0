import { leastWords, saysSomething } from '../../shared/clean.ts'
import { isDay } from '../../shared/dates.ts'
import type { Text } from '../../shared/words.ts'
import type { FormField, FormSection } from './form-definition.ts'
import { disbursementPlanForm } from './forms/disbursement-plan.ts'
import { evaluationReportForm } from './forms/evaluation-report.ts'
import { halfYearSummaryForm } from './forms/half-year-summary.ts'
import { liaisonListForm } from './forms/liaison-list.ts'

// A form is data: the shape that is checked, the screen that is filled in, the comparison, the Word and the Excel are all drawn from it.

export type { FieldType, FormField, FormSection } from './form-definition.ts'
export { figureRange, usualMost } from './form-definition.ts'

export type FormRow = { readonly id: string } & Readonly<Record<string, string | number | null>>
/** A figure that the product read for a drafted text, and where it is read. Money in fen; null: nothing to divide by. */
export type FormFact = Text & {
  readonly id: string
  readonly of: 'count' | 'money' | 'percent'
  readonly value: number | null
  /** What the records alone make of it, where reductions that stand are taken off. */
  readonly before?: number | null
  readonly href: string
  /** The same figure park by park. */
  readonly parts: readonly {
    readonly name: string
    readonly value: number | null
    readonly before?: number | null
    readonly href: string
  }[]
}

/** `facts`: figures beside the text, written by the product alone. `drafted`: the text as it was last drafted from them. */
export type FieldsContent = {
  readonly fields: Readonly<Record<string, string | number | null>>
  readonly facts?: readonly FormFact[]
  readonly drafted?: string
}
export type RowsContent = { readonly rows: readonly FormRow[] }
export type FormContent = Readonly<Record<string, FieldsContent | RowsContent>>

export type FormKind =
  | 'liaison-list'
  | 'disbursement-plan'
  | 'half-year-summary'
  | 'mid-term-evaluation'
  | 'final-evaluation'

export const forms: Readonly<Record<FormKind, readonly FormSection[]>> = {
  'liaison-list': liaisonListForm,
  'disbursement-plan': disbursementPlanForm,
  'half-year-summary': halfYearSummaryForm,
  'mid-term-evaluation': evaluationReportForm,
  'final-evaluation': evaluationReportForm,
}

export function isFormKind(text: string): text is FormKind {
  return Object.hasOwn(forms, text)
}

export function formSections(kind: FormKind): string[] {
  return forms[kind].map((section) => section.id)
}

export function textSectionsOf(kind: FormKind): string[] {
  return forms[kind].filter((section) => section.isText).map((section) => section.id)
}

/** A form with nothing filled in. */
export function emptyForm(kind: FormKind): FormContent {
  return Object.fromEntries(
    forms[kind].map((section) => [
      section.id,
      section.shape === 'rows'
        ? { rows: [] }
        : {
            fields: Object.fromEntries(
              section.fields.map((field) => [field.id, field.type === 'number' || field.type === 'money' ? null : '']),
            ),
          },
    ]),
  )
}

/** Something that stands between a form and its submission, at `section` and `field` (`rows.2.phone`, `fields.text`). */
export type FormGap = Text & {
  readonly section: string
  readonly field: string
  readonly severity: 'error' | 'warning'
}

/** Required fields left empty, days that do not exist, too few or too many rows: what every form is checked for. */
export function formGaps(kind: FormKind, content: FormContent): FormGap[] {
  return forms[kind].flatMap((section) => {
    const part = content[section.id]
    // What nobody writes is not for anybody to fill in: its kind says what it lacks.
    if (section.made) return []
    if (section.shape === 'fields') {
      const values = part && 'fields' in part ? part.fields : {}
      return section.fields.flatMap((field) => gapAt(section, field, values[field.id] ?? null, `fields.${field.id}`))
    }
    const rows = part && 'rows' in part ? part.rows : []
    const gaps: FormGap[] = []
    const gap = (zh: string, en: string) => gaps.push({ section: section.id, field: 'rows', severity: 'error', zh, en })
    if (rows.length < (section.least ?? 0))
      gap(`“${section.zh}”至少填写 ${section.least} 行。`, `“${section.en}” needs at least ${section.least} rows.`)
    if (rows.length > (section.most ?? 1000))
      gap(`“${section.zh}”最多 ${section.most} 行。`, `“${section.en}” takes at most ${section.most} rows.`)
    rows.forEach((row, i) => {
      for (const field of section.fields)
        gaps.push(...gapAt(section, field, row[field.id] ?? null, `rows.${i}.${field.id}`, i + 1))
    })
    return gaps
  })
}

/** A day in a section that does not exist in the calendar, with its path (`rows.2.from`); null when all do. */
export function impossibleDays(section: FormSection, part: FormContent[string]): { field: string; day: string }[] {
  const days = section.fields.filter((field) => field.type === 'day').map((field) => field.id)
  const holders =
    'rows' in part
      ? part.rows.map((row, i) => ({ at: `rows.${i}`, values: row }))
      : [{ at: 'fields', values: part.fields }]
  return holders.flatMap(({ at, values }) =>
    days.flatMap((id) => {
      const day = String(values[id] ?? '')
      return day === '' || isDay(day) ? [] : [{ field: `${at}.${id}`, day }]
    }),
  )
}

function gapAt(
  section: FormSection,
  field: FormField,
  value: string | number | null,
  path: string,
  row?: number,
): FormGap[] {
  const zhRow = row === undefined ? '' : `第 ${row} 行`
  const enRow = row === undefined ? '' : `Row ${row}: `
  const gap = (zh: string, en: string): FormGap[] => [
    { section: section.id, field: path, severity: 'error', zh: `${zhRow}${zh}`, en: `${enRow}${en}` },
  ]
  const isEmpty = value === null || (typeof value === 'string' && value.trim() === '')
  if (isEmpty) return field.required ? gap(`“${field.zh}”未填写。`, `“${field.en}” is missing.`) : []
  if (field.type === 'long-text' && field.required && !field.brief && !saysSomething(String(value)))
    return gap(
      `“${field.zh}”过于简略，请至少用 ${leastWords} 个字写明。`,
      `“${field.en}” says too little: write ${leastWords} characters or more.`,
    )
  if (field.type === 'day' && !isDay(String(value)))
    return gap(`“${field.zh}”不是有效日期。`, `“${field.en}” is no day.`)
  if (field.type === 'choice' && !Object.hasOwn(field.choices ?? {}, String(value)))
    return gap(`“${field.zh}”不在可选项内。`, `“${field.en}” is not one of the choices.`)
  if ((field.type === 'number' || field.type === 'money') && (typeof value !== 'number' || value < 0))
    return gap(`“${field.zh}”须为不小于零的数。`, `“${field.en}” must be a number not below zero.`)
  return []
}
