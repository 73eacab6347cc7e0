import type { Text } from '../../shared/words.ts'
import type { Bureau } from '../people/roles.ts'
import type { SignedAct } from '../people/signed-acts.ts'
import { asPrepared } from '../people/two-persons.ts'

export type BureauAct = { readonly act: SignedAct; readonly bureau: Bureau }

export function isAmong(all: readonly BureauAct[] | undefined, { act, bureau }: BureauAct): boolean {
  return all?.some((one) => one.act === act && one.bureau === bureau) ?? false
}

/** What a bureau does by which task on a tranche. */
const actOfTask: Readonly<Record<string, BureauAct>> = {
  'tranche.recommend': { act: 'recommendation', bureau: 'economy' },
  'tranche.judge-economy': { act: 'judgment', bureau: 'economy' },
  'tranche.judge-finance': { act: 'judgment', bureau: 'finance' },
  'tranche.release': { act: 'release', bureau: 'finance' },
}

/** A task on a tranche as whoever has it is told: what takes two persons (`byTwo`) is prepared. */
export function worded<Row extends Text & { readonly id: string }>(row: Row, byTwo: readonly BureauAct[] = []): Row {
  const done = actOfTask[row.id]
  return done ? { ...row, ...asPrepared(row, isAmong(byTwo, done)) } : row
}
