import type { Actor } from '../../../platform/command.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import { notFound } from '../../../platform/errors.ts'
import { type Pilot, requirePilot } from '../../programme/pilots/public.ts'
import { type CourseFiling, readCourseFiling } from '../course/public.ts'
import { pilotIdOf } from '../plan/public.ts'
import { returnKind } from './store.ts'

/** Reasons by indicator: all that is written in a table, whose figures are computed. */
export type TableContent = { readonly reasons: { readonly reasons: Readonly<Record<string, string>> } }
export type TableFiling = CourseFiling<TableContent>

/** A table, to read. @throws HttpError 404 for another kind, and outside the reader's scope */
export async function readTableFiling(tx: Tx, reader: Pick<Actor, 'scope'>, filingId: string): Promise<TableFiling> {
  const filing = await readCourseFiling(tx, reader, filingId)
  if (filing.duty.kind !== returnKind) throw notFound({ zh: '定期报表', en: 'return' })
  return filing as TableFiling
}

export function pilotOf(tx: Tx, { duty }: Pick<TableFiling, 'duty'>): Promise<Pilot> {
  return requirePilot(tx, pilotIdOf(duty))
}

/** Whether its figures are computed anew at every look: until it is submitted. */
export function isLive({ filing }: Pick<TableFiling, 'filing'>): boolean {
  return filing.state === 'draft'
}
