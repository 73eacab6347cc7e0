import type { Tx } from '../../../platform/database/connect.ts'
import type { PaperBlock, PaperContent, PaperTable } from '../../../platform/documents/paper.ts'
import type { FormColumn } from '../../../platform/workbook/form-body.ts'
import { type FormValue, valueText } from '../../../policy/filings/form-values.ts'
import {
  type FieldsContent,
  type FormField,
  type FormKind,
  type FormSection,
  forms,
  type RowsContent,
} from '../../../policy/filings/forms.ts'
import { sumFen } from '../../../shared/money.ts'
import { periodName } from '../../../shared/periods.ts'
import { bureauName, dayText, ordinal } from '../../programme/papers/public.ts'
import { unitById } from '../../programme/units/public.ts'
import {
  boxesOf,
  type DrawPaper,
  type Filed,
  frameOf,
  type Said,
  signedByCounty,
  submittedOn,
  summaryTitle,
  titleOf,
} from '../papers/public.ts'

/** A filing that is a form, drawn from the form's definition: its texts as chapters, its rows as tables (G4.1, G5.1, G5.4). */
export function formPaperOf(kind: FormKind): DrawPaper {
  return (tx, filed, said) => formPaper(tx, filed, kind, said)
}

async function formPaper(tx: Tx, filed: Filed, kind: FormKind, said: Said): Promise<PaperContent> {
  const parks = await parkNames(tx, filed, kind)
  const sections = forms[kind]
  const hasText = sections.some((section) => section.shape === 'fields')
  const chapters = sections.flatMap((section, at) => chapterOf(filed, section, { no: at + 1, hasText, parks, said }))
  const { county, unit } = filed
  const filer = bureauName(county ?? unit, 'economy', said.language)
  return {
    ...frameOf(filed, said),
    title: headOf(filed, kind, said),
    subtitle: hasText
      ? null
      : { left: `${said.filedBy}${filer}`, right: `${said.filedOn}${dayText(submittedOn(filed), said)}` },
    lie: hasText ? 'portrait' : 'landscape',
    blocks: [
      ...(hasText ? openingOf(filed, said) : []),
      ...chapters,
      ...(hasText ? [signedByCounty(filed, said)] : []),
      boxesOf(filed, said, { withFiler: !hasText }),
    ],
  }
}

function headOf({ unit, row, rule }: Filed, kind: FormKind, said: Said): string {
  const { language } = said
  const period = row.period ? periodName(row.period)[language] : ''
  const summary = language === 'zh' ? `${period}${summaryTitle.zh}` : `${summaryTitle.en}, ${period}`
  const name = kind === 'half-year-summary' ? summary : rule[language]
  return `${said.programme}\n${titleOf(unit.name, name, said)}`
}

function openingOf({ unit, rule }: Filed, said: Said): PaperBlock[] {
  // What the province writes it sends to nobody above.
  if (rule.of === 'province') return []
  return [
    { kind: 'addressee', text: said.provinceBoth },
    { kind: 'text', text: said.lead(unit.name, rule[said.language]) },
  ]
}

type Drawing = {
  readonly no: number
  readonly hasText: boolean
  readonly parks: ReadonlyMap<string, string>
  readonly said: Said
}

function chapterOf(filed: Filed, section: FormSection, { no, hasText, parks, said }: Drawing): PaperBlock[] {
  const { language } = said
  const heading: PaperBlock[] = hasText
    ? [{ kind: 'heading', level: 1, text: said.heading(ordinal(no, said), section[language]) }]
    : []
  const part = filed.content[section.id]
  if (section.shape === 'rows')
    return [...heading, tableOf(section, (part as RowsContent | undefined)?.rows ?? [], parks, said)]
  const values = (part as FieldsContent | undefined)?.fields ?? {}
  const single = section.fields.length === 1
  const filled = section.fields.filter((field) => field.required || (values[field.id] ?? '') !== '')
  return [
    ...heading,
    ...filled.flatMap((field, at): PaperBlock[] => {
      const text = valueText(field, values[field.id], (id) => parks.get(id) ?? id)[language] || said.none
      const below: PaperBlock = { kind: 'text', text }
      if (single) return [below]
      return [{ kind: 'heading', level: 2, text: said.subheading(ordinal(at + 1, said), field[language]) }, below]
    }),
  ]
}

/** Where a form's own column asks for another width than its type does. */
const widths: Readonly<Record<string, number>> = {
  unit: 22,
  unitKind: 7,
  name: 13,
  office: 11,
  duty: 10,
  phone: 15,
  mobile: 13,
  seat: 7,
  no: 6,
  condition: 26,
  remark: 10,
}
const typeWidths: Readonly<Record<FormField['type'], number>> = {
  text: 16,
  'long-text': 30,
  number: 9,
  money: 16,
  day: 12,
  choice: 9,
  park: 22,
}
/** Fields that hold a person's name. */
const personal: readonly string[] = ['name']
const centred: readonly FormField['type'][] = ['choice', 'day', 'number']

export function tableOf(
  section: Pick<FormSection, 'fields' | 'zh' | 'en'>,
  rows: readonly Readonly<Record<string, FormValue>>[],
  parks: ReadonlyMap<string, string>,
  said: Said,
): PaperTable {
  const { language } = said
  const { fields } = section
  const columns: FormColumn[] = [
    { title: said.no, width: 5, kind: 'text', align: 'center' },
    ...fields.map(
      (field): FormColumn => ({
        title: field[language],
        width: widths[field.id] ?? typeWidths[field.type],
        kind: field.type === 'money' ? 'yuan' : field.type === 'number' ? 'number' : 'text',
        ...(centred.includes(field.type) ? { align: 'center' } : {}),
        ...(field.masked || personal.includes(field.id) ? { told: 'in-part' } : {}),
      }),
    ),
  ]
  const cell = (field: FormField, value: FormValue | undefined) =>
    typeof value === 'number' ? value : valueText(field, value, (id) => parks.get(id) ?? id)[language] || null
  const sums = fields.some((field) => field.type === 'money')
    ? fields.map((field) =>
        field.type === 'money'
          ? sumFen(rows.map((row) => Number(row[field.id] ?? 0)).filter(Number.isSafeInteger))
          : null,
      )
    : null
  return {
    kind: 'table',
    name: section[language],
    columns,
    rows: rows.map((row, at) => [String(at + 1), ...fields.map((field) => cell(field, row[field.id]))]),
    ...(sums && rows.length > 0 ? { sums: withTotal(sums, said) } : {}),
  }
}

/** The word for the sum stands over the first wide column that adds nothing up. */
function withTotal(sums: readonly (number | null)[], said: Said): (string | number | null)[] {
  return [null, ...sums.map((sum, at) => (at === 0 && sum === null ? said.sum : sum))]
}

async function parkNames(tx: Tx, { content }: Filed, kind: FormKind): Promise<Map<string, string>> {
  const ids = forms[kind].flatMap((section) => {
    const parks = section.fields.filter((field) => field.type === 'park').map((field) => field.id)
    const rows = (content[section.id] as RowsContent | undefined)?.rows ?? []
    return rows.flatMap((row) => parks.map((id) => String(row[id] ?? '')))
  })
  const names = new Map<string, string>()
  for (const id of new Set(ids.filter((one) => /^[0-9a-f-]{36}$/.test(one)))) {
    names.set(id, (await unitById(tx, id))?.name ?? id)
  }
  return names
}
