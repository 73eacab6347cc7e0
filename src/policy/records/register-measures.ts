import type { Day } from '../../shared/dates.ts'
import type { MeasuredRecord, Records } from './records.ts'
import { type RegisterKind, type RegisterSort, stepOf, stepSorts } from './register.ts'

const fenInWan = 1_000_000

type Entry = Records['register'][number]

function entryRecord({ id, uscc, on }: Entry, value = 1): MeasuredRecord {
  return { kind: 'register-entry', recordId: id, day: on, value, subject: uscc, proofs: 1 }
}

/** Titles of these sorts that are new to the firm: one renewed, under the old word or the new, is not. */
function newTitles(register: Records['register'], sorts: readonly RegisterSort[]): MeasuredRecord[] {
  const first = new Map<string, Entry>()
  for (const entry of register.filter(({ kind, sort }) => kind === 'title' && sorts.includes(sort))) {
    const key = `${entry.uscc} ${stepOf(entry.sort)}`
    const before = first.get(key)
    if (!before || entry.on < before.on || (entry.on === before.on && entry.id < before.id)) first.set(key, entry)
  }
  return [...first.values()].map((entry) => entryRecord(entry))
}

function entriesOf(register: Records['register'], kind: RegisterKind): readonly Entry[] {
  return register.filter((entry) => entry.kind === kind)
}

/** Each firm's newest yearly figure against its own of the base year; a firm without both says nothing. */
function growthAt(register: Records['register'], cutOff: Day): MeasuredRecord[] {
  const known = entriesOf(register, 'yearly-figures').filter(({ on }) => on <= cutOff)
  return [...Map.groupBy(known, ({ uscc }) => uscc).values()].flatMap((own) => {
    const [first, ...later] = own
      .toSorted((a, b) => (a.yearsOn ?? 0) - (b.yearsOn ?? 0))
      .filter(({ yearsOn }) => yearsOn !== null && yearsOn >= 0)
    const newest = later.at(-1)
    if (!newest || first?.yearsOn !== 0 || !first.amountFen || newest.amountFen === null) return []
    const value = Number(((newest.amountFen - first.amountFen) / first.amountFen).toFixed(6))
    return [{ ...entryRecord(newest, value), of: 1, proofs: 2 }]
  })
}

/** Growth beyond which a figure is looked at twice: more than doubled, or halved (inferred). */
export function isOutlier(growth: number): boolean {
  return growth > 1 || growth < -0.5
}

/** How indicators are counted from what stands in the registers. */
export const registerMeasures = {
  'first-step-titles': ({ register }) => newTitles(register, stepSorts.first),
  'srdi-titles': ({ register }) => newTitles(register, stepSorts.srdi),
  'scale-or-high-tech': ({ register }) => newTitles(register, stepSorts['scale-or-high-tech']),
  'rights-granted': ({ register }) => entriesOf(register, 'intellectual-property').map((entry) => entryRecord(entry)),
  'financing-arrived': ({ register }) =>
    entriesOf(register, 'financing').map((entry) => entryRecord(entry, (entry.amountFen ?? 0) / fenInWan)),
  certified: ({ register }) => entriesOf(register, 'certificate').map((entry) => entryRecord(entry)),
  'revenue-growth': ({ register }, cutOff) => growthAt(register, cutOff),
} as const satisfies Record<string, (records: Records, cutOff: Day) => MeasuredRecord[]>
