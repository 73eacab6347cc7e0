import type { Text } from '../../shared/words.ts'
import type { PlanContent, PlanSection } from './plan.ts'
import { planSections } from './plan.ts'
import { fieldNames } from './plan-fields.ts'

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }
type Row = { readonly id: string } & { readonly [key: string]: Json }

/**
 * One difference between two versions of a plan. `path`: `rows.<row id>.agreedPriceFen`, `rows.<row id>` (added, removed),
 * `rows` (order), `summary`. `index`: where an added row stands.
 */
export type Change = {
  readonly section: PlanSection
  readonly kind: 'changed' | 'added' | 'removed' | 'reordered'
  readonly path: string
  readonly rowId: string | null
  readonly field: string | null
  readonly label: Text
  readonly before: Json
  readonly after: Json
}

/** Every difference between two plan contents, section by section, rows matched by id. Empty means: nothing changed. */
export function changesBetween(before: PlanContent, after: PlanContent): Change[] {
  return planSections.flatMap((section) => changesInSection(section, before[section], after[section]))
}

/** Sections without any difference: what the resubmission may call unchanged. */
export function unchangedSections(changes: readonly Change[]): PlanSection[] {
  return planSections.filter((section) => !changes.some((change) => change.section === section))
}

/** The content with the changes made; `applyChanges(before, changesBetween(before, after))` equals `after`. */
export function applyChanges(content: PlanContent, changes: readonly Change[]): PlanContent {
  const result: Record<string, Json> = {}
  for (const section of planSections) {
    const own = changes.filter((change) => change.section === section)
    result[section] = applyToSection(content[section] as unknown as Record<string, Json>, own)
  }
  return result as unknown as PlanContent
}

function changesInSection(section: PlanSection, before: object, after: object): Change[] {
  const old = before as Record<string, Json>
  const fresh = after as Record<string, Json>
  return keysOf(old, fresh).flatMap((key) => {
    const was = old[key] ?? null
    const is = fresh[key] ?? null
    if (isRows(was) && isRows(is)) return changesInRows(section, key, was, is)
    if (isRecord(was) && isRecord(is)) {
      return keysOf(was, is).flatMap((inner) =>
        changeOf(section, `${key}.${inner}`, null, key, was[inner] ?? null, is[inner] ?? null),
      )
    }
    return changeOf(section, key, null, key, was, is)
  })
}

function changesInRows(section: PlanSection, list: string, before: readonly Row[], after: readonly Row[]): Change[] {
  const changes: Change[] = []
  const old = new Map(before.map((row) => [row.id, row]))
  const fresh = new Map(after.map((row) => [row.id, row]))
  const label = fieldNames[list] ?? { zh: list, en: list }
  for (const row of before) {
    const now = fresh.get(row.id)
    const path = `${list}.${row.id}`
    if (!now)
      changes.push({ section, kind: 'removed', path, rowId: row.id, field: null, label, before: row, after: null })
    else {
      for (const field of keysOf(row, now)) {
        changes.push(...changeOf(section, `${path}.${field}`, row.id, field, row[field] ?? null, now[field] ?? null))
      }
    }
  }
  for (const row of after) {
    if (old.has(row.id)) continue
    const path = `${list}.${row.id}`
    changes.push({ section, kind: 'added', path, rowId: row.id, field: null, label, before: null, after: row })
  }
  const kept = [...before.filter((row) => fresh.has(row.id)), ...after.filter((row) => !old.has(row.id))].map(
    (row) => row.id,
  )
  const order = after.map((row) => row.id)
  if (!same(kept, order)) {
    changes.push({
      section,
      kind: 'reordered',
      path: list,
      rowId: null,
      field: null,
      label,
      before: kept,
      after: order,
    })
  }
  return changes
}

function changeOf(
  section: PlanSection,
  path: string,
  rowId: string | null,
  field: string,
  before: Json,
  after: Json,
): Change[] {
  if (same(before, after)) return []
  return [
    {
      section,
      kind: 'changed',
      path,
      rowId,
      field,
      label: fieldNames[field] ?? { zh: field, en: field },
      before,
      after,
    },
  ]
}

function applyToSection(content: Record<string, Json>, changes: readonly Change[]): Record<string, Json> {
  const result = { ...content }
  for (const { kind, path, rowId, after } of changes) {
    const [key = '', ...rest] = path.split('.')
    const value = result[key] ?? null
    if (rowId === null) {
      if (kind === 'reordered' && isRows(value)) {
        const ids = after as readonly string[]
        result[key] = [...value].sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id))
      } else if (rest.length > 0) {
        result[key] = withField(isRecord(value) ? value : {}, rest.join('.'), after)
      } else {
        result[key] = after
      }
      continue
    }
    const rows = isRows(value) ? value : []
    if (kind === 'added') result[key] = [...rows, after]
    else if (kind === 'removed') result[key] = rows.filter((row) => row.id !== rowId)
    else {
      const field = path.slice(key.length + rowId.length + 2)
      result[key] = rows.map((row) => (row.id === rowId ? withField(row, field, after) : row))
    }
  }
  return result
}

/** A field that is null and one that is missing are the same thing: empty. */
function withField(row: Record<string, Json> | Row, field: string, value: Json): Record<string, Json> {
  const { [field]: _, ...rest } = row as Record<string, Json>
  return value === null && !(field in row) ? rest : { ...row, [field]: value }
}

function keysOf(one: object, other: object): string[] {
  return [...new Set([...Object.keys(one), ...Object.keys(other)])]
}

function isRecord(value: Json): value is { readonly [key: string]: Json } {
  return value !== null && typeof value === 'object' && !Array.isArray(value)
}

function isRows(value: Json): value is readonly Row[] {
  return Array.isArray(value) && value.every((row) => isRecord(row) && typeof row.id === 'string')
}

function same(one: Json, other: Json): boolean {
  if (Object.is(one, other)) return true
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((value, i) => same(value, other[i]))
  }
  if (!isRecord(one) || !isRecord(other)) return false
  return keysOf(one, other).every((key) => same(one[key] ?? null, other[key] ?? null))
}
