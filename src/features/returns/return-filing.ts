import { z } from 'zod'
import type { Tx } from '../../platform/database/connect.ts'
import { notFound } from '../../platform/errors.ts'
import type { FilingState } from '../../policy/filing.ts'
import type { ReturnState } from '../../policy/returns.ts'
import { type FilingRow, lockFiling, showFiling } from '../filings/public.ts'
import { type Pilot, requirePilot } from '../pilots/public.ts'

export const returnKind = 'target-table'
export const reasonsSection = 'reasons'

export type ReturnFiling = {
  readonly pilot: Pilot
  readonly row: FilingRow
  readonly state: ReturnState
  readonly reasons: Readonly<Record<string, string>>
  /** The revision of the reasons, and who wrote them last. */
  readonly revision: number
  readonly editedByName: string | null
  readonly editedAt: Date | null
}

const reasonsShape = z.object({ reasons: z.record(z.string(), z.string()) })

/** A return, locked. @throws HttpError 404 outside the reader's scope. */
export async function lockReturn(tx: Tx, filingId: string): Promise<ReturnFiling> {
  return put(tx, await lockFiling(tx, filingId))
}

/** A return, to read. @throws HttpError 404 outside the reader's scope. */
export async function readReturn(tx: Tx, filingId: string): Promise<ReturnFiling> {
  return put(tx, await showFiling(tx, filingId))
}

async function put(tx: Tx, row: FilingRow | null): Promise<ReturnFiling> {
  if (row?.kind !== returnKind) throw notFound({ zh: '定期报表', en: 'return' })
  const pilot = await requirePilot(tx, row.pilotId ?? '')
  const section = row.sections.find((one) => one.section === reasonsSection)
  if (!section) throw new Error(`return ${row.id} has no reasons`)
  const { reasons } = reasonsShape.parse(section.content)
  const { revision, editedByName, editedAt } = section
  return { pilot, row, state: stateOf(row.state), reasons, revision, editedByName, editedAt }
}

/** A return never comes back to the park: the county reduces what it does not accept. */
export function stateOf(state: FilingState): ReturnState {
  if (state === 'recorded') return 'recorded'
  return state === 'approved' ? 'accepted' : state === 'submitted' ? 'submitted' : 'open'
}
