import { pilotFigures } from '../../../programme/pilots/figures-contract.ts'
import type { ParkRow } from '../contract.ts'

type Key = 'mine' | 'team' | 'due' | 'missing' | 'late' | 'awardFen' | 'committedFen' | 'disbursedFen' | 'spentFen'

/** Where each figure of a park opens: a list that holds as many. */
export function parkLinks(park: ParkRow): Readonly<Record<Key | 'services' | 'servicesCounted', string>> {
  const { pilotId, parkId: unitId, parkName, batchId, batchName } = park
  const inbox = (list: string) => `/?${new URLSearchParams({ list, park: parkName, batch: batchName })}`
  const duties = (standing: string) => `/calendar?${new URLSearchParams({ view: 'list', batchId, unitId, standing })}`
  return {
    mine: inbox('mine'),
    team: inbox('team'),
    due: duties('open'),
    missing: duties('missing'),
    late: duties('late'),
    ...pilotFigures(pilotId),
  }
}
