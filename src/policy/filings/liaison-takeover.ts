import { compareNames } from '../../shared/clean.ts'
import type { Day } from '../../shared/dates.ts'
import type { FormRow } from './forms.ts'
import { type LiaisonOfficer, officersOf, servesOn } from './liaison.ts'

/** Why somebody of the former list is not taken over: no longer serving, of a park that this list is not about, in it already. */
export type LeftOut = 'ended' | 'other-park' | 'listed'

type RecordedList = { readonly batchId: string; readonly batchName: string; readonly recordedOn: Day | null }

/** The list of another batch that was recorded last, of two recorded on one day the later batch's; null where none is recorded. */
export function lastRecorded<List extends RecordedList>(lists: readonly List[], batchId: string): List | null {
  const others = lists.filter((one) => one.batchId !== batchId && one.recordedOn !== null)
  const newestFirst = others.toSorted(
    (a, b) => (b.recordedOn ?? '').localeCompare(a.recordedOn ?? '') || compareNames(b.batchName, a.batchName),
  )
  return newestFirst[0] ?? null
}

type Former = LiaisonOfficer & { readonly officerId: string }

/**
 * Who of a former list goes into a new one (G5.1): whoever serves on that day, of the county's bureaus and of the parks that the
 * new list is about, with the days of their service; nobody who stands in it. Days `YYYY-MM-DD`.
 */
export function takeOver<Officer extends Former>(
  former: readonly Officer[],
  { rows, parkNames, today }: { rows: readonly FormRow[]; parkNames: readonly string[]; today: Day },
): { taken: Officer[]; left: { officer: Officer; why: LeftOut }[] } {
  const standing = new Set(officersOf({ officers: { rows } }).map(keyOf))
  const taken: Officer[] = []
  const left: { officer: Officer; why: LeftOut }[] = []
  for (const officer of former) {
    const why = whyLeft(officer)
    if (why) left.push({ officer, why })
    else taken.push(officer)
  }
  return { taken, left }

  function whyLeft(officer: Officer): LeftOut | null {
    if (!servesOn(officer, today)) return 'ended'
    if (officer.unitKind === 'park' && !parkNames.includes(officer.unit)) return 'other-park'
    return standing.has(keyOf(officer)) ? 'listed' : null
  }
}

/** A row of the new list. `id`: its own. */
export function takenRow({ officerId: _, ...officer }: Former, id: string): FormRow {
  const { unitKind, unit, name, office, duty, phone, mobile, seat, from, until, remark } = officer
  return {
    id,
    unitKind,
    unit,
    name,
    office,
    duty,
    phone,
    mobile,
    seat,
    from,
    until: until === '' ? null : until,
    remark,
  }
}

function keyOf({ unitKind, unit, name, seat }: LiaisonOfficer): string {
  return [unitKind, unit, name, seat].join('/')
}
