import type { FormValue } from './form-values.ts'
import {
  type FieldsContent,
  type FormContent,
  type FormField,
  type FormKind,
  type FormRow,
  type FormSection,
  forms,
  type RowsContent,
} from './forms.ts'

/**
 * One difference between two versions of a form. `path`: `fields.text`, `rows.<row id>.phone`, `rows.<row id>` (added, removed),
 * `rows` (order). `rowNo`: where the row stands, from 1, in the version that has it. `field`: null for a row or an order.
 */
export type FormChange = {
  readonly section: string
  readonly kind: 'changed' | 'added' | 'removed' | 'reordered'
  readonly path: string
  readonly rowNo: number | null
  readonly field: string | null
  readonly before: FormValue | FormRow | readonly string[]
  readonly after: FormValue | FormRow | readonly string[]
}

/** Every difference between two contents of a form, rows matched by id. Empty means: nothing changed. */
export function formChanges(kind: FormKind, before: FormContent, after: FormContent): FormChange[] {
  return forms[kind].flatMap((section) =>
    section.shape === 'rows'
      ? inRows(section, rowsOf(before, section), rowsOf(after, section))
      : inFields(section, section.fields, fieldsOf(before, section), fieldsOf(after, section), 'fields', null),
  )
}

/** Sections without any difference: what a resubmission may call unchanged. */
export function unchangedParts(kind: FormKind, changes: readonly FormChange[]): string[] {
  return forms[kind].map((section) => section.id).filter((id) => !changes.some((change) => change.section === id))
}

/** The content with the changes made: `applyFormChanges(kind, before, formChanges(kind, before, after))` says what `after` says. */
export function applyFormChanges(kind: FormKind, content: FormContent, changes: readonly FormChange[]): FormContent {
  const parts = forms[kind].map((section) => {
    const own = changes.filter((change) => change.section === section.id)
    if (section.shape === 'fields') {
      const written = own.map(({ field, after }) => [field ?? '', after as FormValue])
      return [
        section.id,
        { ...content[section.id], fields: { ...fieldsOf(content, section), ...Object.fromEntries(written) } },
      ]
    }
    return [section.id, { rows: withRowChanges(rowsOf(content, section), own) }]
  })
  return Object.fromEntries(parts)
}

function inRows(section: FormSection, before: readonly FormRow[], after: readonly FormRow[]): FormChange[] {
  const old = new Map(before.map((row) => [row.id, row]))
  const fresh = new Map(after.map((row, i) => [row.id, { row, no: i + 1 }]))
  const base = { section: section.id, field: null }
  const kept = before.flatMap((row, i): FormChange[] => {
    const now = fresh.get(row.id)
    const path = `rows.${row.id}`
    if (!now) return [{ ...base, kind: 'removed', path, rowNo: i + 1, before: row, after: null }]
    return inFields(section, section.fields, row, now.row, path, now.no)
  })
  const added = after.flatMap((row, i): FormChange[] =>
    old.has(row.id) ? [] : [{ ...base, kind: 'added', path: `rows.${row.id}`, rowNo: i + 1, before: null, after: row }],
  )
  const expected = [...before.filter((row) => fresh.has(row.id)), ...after.filter((row) => !old.has(row.id))]
  const [was, is] = [expected.map((row) => row.id), after.map((row) => row.id)]
  if (was.every((id, i) => id === is[i])) return [...kept, ...added]
  return [...kept, ...added, { ...base, kind: 'reordered', path: 'rows', rowNo: null, before: was, after: is }]
}

function inFields(
  section: FormSection,
  fields: readonly FormField[],
  before: Readonly<Record<string, FormValue>>,
  after: Readonly<Record<string, FormValue>>,
  at: string,
  rowNo: number | null,
): FormChange[] {
  return fields.flatMap(({ id }): FormChange[] => {
    const [was, is] = [before[id] ?? '', after[id] ?? '']
    if (was === is) return []
    const path = `${at}.${id}`
    return [{ section: section.id, kind: 'changed', path, rowNo, field: id, before: emptied(was), after: emptied(is) }]
  })
}

function withRowChanges(rows: readonly FormRow[], changes: readonly FormChange[]): FormRow[] {
  let result = [...rows]
  for (const { kind, path, field, before, after } of changes) {
    if (kind === 'added') result.push(after as FormRow)
    else if (kind === 'removed') result = result.filter((row) => row.id !== (before as FormRow).id)
    else if (kind === 'reordered') {
      const order = after as readonly string[]
      result.sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id))
    } else {
      const id = path.slice('rows.'.length, -`.${field}`.length)
      result = result.map((row) => (row.id === id ? { ...row, [field ?? '']: after as FormValue } : row))
    }
  }
  return result
}

/** A field that is null, one that is missing and one without text are the same thing: empty. */
function emptied(value: FormValue): FormValue {
  return value === '' ? null : value
}

function rowsOf(content: FormContent, { id }: FormSection): readonly FormRow[] {
  return (content[id] as RowsContent | undefined)?.rows ?? []
}

function fieldsOf(content: FormContent, { id }: FormSection): FieldsContent['fields'] {
  return (content[id] as FieldsContent | undefined)?.fields ?? {}
}
