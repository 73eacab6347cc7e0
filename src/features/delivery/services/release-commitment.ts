import type { Acting } from '../../../platform/command.ts'
import { dayOf } from '../../../shared/dates.ts'
import type { Fen } from '../../../shared/money.ts'
import { postEntry } from '../../money/funds/public.ts'
import type { ServiceOfPilot } from './public.ts'

/** Gives back to its fund line what the contract of a service that ends still holds there (G3.6); books nothing where it holds nothing. */
export async function releaseCommitment(
  { tx, actor, now, newId }: Pick<Acting, 'tx' | 'actor' | 'now' | 'newId'>,
  { service, pilot }: ServiceOfPilot,
  { amountFen, memo }: { readonly amountFen: Fen; readonly memo: string },
): Promise<void> {
  const lineId = service.contract?.fundLineId
  if (!lineId || amountFen === 0) return
  const entry = { kind: 'uncommit', lineId, amountFen } as const
  const book = { subject: service.id, memo, bookedOn: dayOf(now), by: actor.accountId, at: now }
  await postEntry(tx, { ...book, pilot, entry, newId })
}
