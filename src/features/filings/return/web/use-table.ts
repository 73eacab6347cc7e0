import { useView } from '../../../../ui/api.ts'
import type { FilingView } from '../../course/contract.ts'
import * as contract from '../contract.ts'

/** The figures of a table. */
export function useTable({ filingId }: Pick<FilingView, 'filingId'>) {
  return useView(contract.showTable, { params: { filingId } })
}

/** The one section of a table, and where in it the reason of a figure stands. */
export const reasonsSection = 'reasons'
export const reasonField = (indicator: string) => `reasons.${indicator}`

export type Reasons = { readonly reasons: Readonly<Record<string, string>> }
