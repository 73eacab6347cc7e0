import { pilotFigures } from '../../../programme/pilots/figures-contract.ts'
import type { Figures } from '../contract.ts'

/** A county, a park, or with neither the province; of one batch where one is chosen. */
export type Place = {
  readonly countyId?: string | undefined
  readonly pilotId?: string | undefined
  readonly parkId?: string | undefined
  readonly batchId?: string | undefined
}

/** What is behind a figure: a list that holds as many, or sums up to as much. */
export type FigureLinks = Readonly<Record<Exclude<keyof Figures, 'servicesPlanned'> | 'pilots', string>>

/** Where the figures of a place open. */
export function figureLinks({ countyId, pilotId, parkId, batchId }: Place): FigureLinks {
  const within = { countyId, batchId }
  const tables = { batchId, kind: 'target-table' }
  const money = (sort: string) => to('/pilots', { ...within, sort })
  const unitId = parkId ?? countyId
  const summed = {
    awardFen: money('-awardFen'),
    committedFen: money('-committedFen'),
    disbursedFen: money('-disbursedFen'),
    spentFen: money('-spentFen'),
    services: to('/services', within),
    servicesCounted: to('/services', { ...within, counted: 'yes' }),
  }
  return {
    pilots: to('/pilots', within),
    ...(pilotId ? pilotFigures(pilotId) : summed),
    returnsLate: to('/calendar', { view: 'list', ...tables, unitId, standing: 'behind' }),
    returnsOpen: to('/filings', { ...tables, under: unitId, show: 'open' }),
    returnsAccepted: to('/filings', { ...tables, under: unitId, show: 'done' }),
    findings: to('/findings', pilotId ? { raisedBy: pilotId } : within),
  }
}

function to(path: string, search: Readonly<Record<string, string | undefined>>): string {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(search)) if (value) params.set(name, value)
  return params.size > 0 ? `${path}?${params}` : path
}
