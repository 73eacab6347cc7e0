import { mergedFigures } from '../../../../policy/returns/empty-figure.ts'
import type * as contract from '../contract.ts'

/** The figures of a merged row, in the order of its columns. */
export const mergedFigureNames = ['target', ...mergedFigures] as const
export type MergedFigureName = (typeof mergedFigureNames)[number]

/** The money above the rows, in the order of its tiles. */
export const moneyNames = ['awardFen', 'receivedFen', 'spentFen', 'executionRate'] as const

/** What `?behind=` names: the parts of an indicator, or of the money. */
export const behindMoney = 'money'

type Table = Pick<contract.MergedTable, 'batchId' | 'period' | 'countyId'>
type Part = contract.MergedTable['columns'][number]

/** The parts of a figure of the table. `county`: the one that the province looks at. */
export function behindLink({ batchId, period }: Table, county: string | undefined, behind: string): string {
  const search = new URLSearchParams({ batch: batchId, period })
  if (county) search.set('county', county)
  search.set('behind', behind)
  return `/tables?${search}`
}

const spans: Partial<Record<MergedFigureName, string>> = { thisPeriod: 'period', thisYear: 'year' }

/** Where a part comes from: the parts of the county, or the records behind the row of the park's own table. */
export function partLink(
  { countyId }: Table,
  { to }: Part,
  behind: string,
  figure: MergedFigureName | null,
): string | null {
  if (to === null) return null
  if (countyId === null) return `${to}&behind=${behind}`
  if (behind === behindMoney) return to
  const span = figure ? spans[figure] : undefined
  return `${to}?records=${behind}${span ? `&span=${span}` : ''}`
}
