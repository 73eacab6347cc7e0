import type { Fen } from '../../shared/money.ts'
import type { PlanContent } from './plan.ts'

/** What stands on the rows in force, by the id of the row in the plan: fen bound and spent, services not yet closed. */
export type RegisterUse = {
  readonly lines: Readonly<Record<string, Fen>>
  readonly enterprises: Readonly<Record<string, number>>
  readonly agencies: Readonly<Record<string, number>>
  readonly products: Readonly<Record<string, number>>
}

type Row = { readonly id: string } & Readonly<Record<string, unknown>>
type List = {
  readonly path: string
  readonly of: (content: PlanContent) => readonly Row[]
  /** What makes a row the one it is. */
  readonly fixed: readonly string[]
  readonly use: keyof RegisterUse
}

const lists: readonly List[] = [
  { path: 'fund-lines.rows', of: (one) => one['fund-lines'].rows, fixed: ['serviceKind'], use: 'lines' },
  { path: 'enterprises.rows', of: (one) => one.enterprises.rows, fixed: ['uscc'], use: 'enterprises' },
  { path: 'agencies.agencies', of: (one) => one.agencies.agencies, fixed: ['uscc'], use: 'agencies' },
  {
    path: 'agencies.products',
    of: (one) => one.agencies.products,
    fixed: ['agencyUscc', 'serviceKind'],
    use: 'products',
  },
]

/** Fields by which a row would become another enterprise, agency or kind of service: `enterprises.rows.0.uscc`. */
export function turnedRows(before: PlanContent, after: PlanContent): string[] {
  return lists.flatMap(({ path, of, fixed }) => {
    const old = new Map(of(before).map((row) => [row.id, row]))
    return of(after).flatMap((row, i) =>
      fixed
        .filter((field) => old.has(row.id) && old.get(row.id)?.[field] !== row[field])
        .map((field) => `${path}.${i}.${field}`),
    )
  })
}

/** A row that shall leave although something stands on it; `count`: services, or fen of a fund line. */
export type LeftInUse = {
  readonly path: string
  readonly use: keyof RegisterUse
  readonly name: string
  readonly count: number
}

/** Rows that would leave while services or money still stand on them. */
export function leftInUse(before: PlanContent, after: PlanContent, used: RegisterUse): LeftInUse[] {
  return lists.flatMap(({ path, of, use }) => {
    const kept = new Set(of(after).map((row) => row.id))
    return of(before).flatMap((row) => {
      const count = used[use][row.id] ?? 0
      return kept.has(row.id) || count === 0 ? [] : [{ path, use, name: String(row.name ?? row.purpose ?? ''), count }]
    })
  })
}
